"""Answers: a turn -> Reply. What to say is decided here; compose.py puts it together."""

from __future__ import annotations

import re
from dataclasses import replace

from skill.catalog import BESIDES, Catalog
from skill.compose import MORE_TOPICS, Composer, choose
from skill.conversation import Conversation
from skill.finder import HELPLINE, LIKELY, LIKELY_AFTER, REPEAT, Finder, Found, leans
from skill.follow_up import FollowUp
from skill.in_danger import InDanger
from skill.reply import Ask, Reply
from skill.script import last_key, topic_in
from skill.self_check import SelfCheck
from skill.subject import Subject
from skill.turn import Turn

_QUESTION = re.compile(
    r"\b(?:how|what|where|why|which|when|who)\b|^(?:is|are|can|could|do|does|did|should|will|would|am|was|has|have|may)\b"
)

_ASKS = re.compile(rf"{_QUESTION.pattern}|\b(?:tell|explain|list|describe|kratom|about)\b")
"""Words of a question or an order: less than that, such as "just a few", goes on about a danger."""
_ORDERS_AGAIN = re.compile(
    r"\b(?:say|read|repeat|go over|run) (?:that|it|this)\b.*\b(?:again|once more|one more time|over)\b"
    r"|^(?:again|once more|one more time) please\b"
    r"|\b(?:say|said|read|talk|talking|speak|that was|that's)\b.*\b(?:slower|slowly|too fast)\b"
    r"|\b(?:get|grab|find|need|for) (?:a|my|some) (?:pen|pencil|paper)\b"
)
"""An order to say the last thing again, whatever stands around it; "say that" may be lost as a carrier."""
_AGAIN = re.compile(rf"{_ORDERS_AGAIN.pattern}|^(?:again|once more|one more time)(?: \S+){{0,3}}$")
"""The same, or so few words that they likely mean it."""
_ABOUT_THEM = re.compile(r"\b(?:he|she|him|her|they|them)\b|\b(?:am|will) i\b")
"""Words that are still about who is in danger, such as "is she going to be okay"."""


class Answers:
    """Decides what to say. It knows the catalog and the finder, and nothing of Alexa."""

    def __init__(self, catalog: Catalog, finder: Finder) -> None:
        self.catalog = catalog
        self._finder = finder
        self._compose = Composer(catalog)
        self._check = SelfCheck(self._compose)
        self._danger = InDanger(self._compose, self._check, finder.plain)
        self._follow = FollowUp(self._compose, self._check)
        self._subject = Subject(catalog, finder)

    # Opening and closing

    def welcome(self, turn: Turn) -> Reply:
        """The session opens without a question."""
        prompts = self.catalog.prompts
        ask = Ask(prompts.welcome_ask, prompts.welcome_reprompt)
        say = (*self._compose.reminder(turn), choose(prompts.welcome, turn), self.catalog.disclaimer.spoken)
        state = self._compose.understood(turn, said="welcome", offer="", disclaimed=True)
        return self._compose.reply(turn, say, ask, state)

    def goodbye(self, turn: Turn) -> Reply:
        """They are done. After a danger the last thing said is still its number, whatever was asked since."""
        if turn.conversation.told:
            return self._compose.reply(turn, (self._compose.remember(turn),), None, Conversation())
        return self._compose.reply(turn, (choose(self.catalog.prompts.goodbye, turn),), None, Conversation())

    def silence(self, turn: Turn) -> Reply:
        """The session has ended; nothing may be said."""
        return self._compose.reply(turn, (), None, Conversation())

    # Danger

    def danger(self, turn: Turn) -> Reply:
        """A life or someone's safety is at stake: the line to call, and nothing else.

        Where that is a guess, and something else is plainly asked: the lines, and the answer. So too for a few words
        after an answer ("i tried that, it didn't work"), with what answers them, if anything does.
        """
        if not turn.risk.doubt or turn.conversation.danger:
            return self._danger.alarm(turn)
        if self._orders_again(turn):
            return self.repeat(turn)
        doubtful = replace(turn, risk=replace(turn.risk, reply=turn.risk.doubt))
        found = self._finder.find(turn.words)
        if found and found.plainly and found.topic in self.catalog.topics:
            return self._danger.support(doubtful, found.topic)
        if turn.risk.level == "emergency" or not self._remarks(turn):
            return self._danger.alarm(turn)
        found = self._finder.find(turn.words, turn.conversation.topic)
        likely = found and found.sure and found.topic in self.catalog.topics
        return self._danger.support(doubtful, found.topic if found and likely else None)

    def _remarks(self, turn: Turn) -> bool:
        """Whether free words may lean on an answer that was heard just before."""
        return bool(topic_in(last_key(turn.conversation.said))) and leans(self._finder.plain(turn.words))

    def support(self, turn: Turn) -> Reply:
        """Use that is out of hand, a danger that is over or in doubt: a warm word and a line, then what they asked."""
        if self._orders_again(turn):
            return self.repeat(turn)
        asked = self._asked_besides(turn)
        asked = self._subject.of(turn, asked) if asked else None
        return self._danger.support(turn, asked, near=None if asked else self._near(turn))

    def _near(self, turn: Turn) -> str | None:
        """The topic that may be offered to someone who tells of trouble, where it isn't sure that they speak of it."""
        found = self._finder.find(turn.words, turn.conversation.topic)
        topic = self.catalog.topics.get(found.topic) if found else None
        return found.topic if found and topic and topic.offered and topic.asked else None

    def call(self, turn: Turn) -> Reply:
        """They want us to place the call."""
        return self._compose.number(turn, f"call:{self._line(turn)}")

    def that_number(self, turn: Turn) -> Reply:
        """The number of the last danger they told of, or else the one named last, or the helpline."""
        line, besides = self._line(turn), turn.conversation.named
        if besides in BESIDES and besides != line:  # a danger that has a line of its own besides
            return self._compose.number(turn, f"number:{line}+number:{besides}")
        return self._compose.number(turn, "helpline" if line == "helpline" else f"number:{line}")

    def _line(self, turn: Turn) -> str:
        told, named = turn.conversation.line, turn.conversation.named
        return told if told not in ("", "helpline") else named or "helpline"

    def helpline(self, turn: Turn) -> Reply:
        """The helpline."""
        return self._compose.number(turn, "helpline")

    # Questions

    def question(self, turn: Turn) -> Reply:
        """A question that has an intent of its own."""
        main = self.catalog.topic_of(turn.intent)
        weighs = bool(main) and self.catalog.topics[str(main)].weighs
        topic = (self.catalog.comparison(turn.ids) if weighs else None) or self._follow.weighing(turn, weighs=weighs)
        topic = topic or next((item for item in turn.ids if item in self.catalog.topics), None)
        if topic is None and turn.words and main:
            found = self._finder.find(turn.words)
            topic = found.topic if found and found.plainly and found.topic in self.catalog.topics else None
            if topic is None and (which := self.catalog.topics[main].which):
                return self._compose.prompt(turn, "which_one", Ask(which, which))
        topic = topic or main
        return self._tell(turn, topic) if topic else self.unknown(turn)

    def free(self, turn: Turn) -> Reply:
        """Free words: the topic they ask for, one that they perhaps mean by its name, or an honest "I don't know"."""
        found = self._finder.find(turn.words, turn.conversation.topic)
        if self._wants_again(turn):
            return self.repeat(turn)
        if turn.conversation.danger and not (found and self._asks_something_else(turn, found)):
            return self._danger.still(turn)
        if remark := self._remark(turn):
            return self._compose.offering(turn, self._tell(turn, remark), "")
        if found is None or not self._may_be_meant(turn, found):
            return self.unknown(turn)
        if found.topic == HELPLINE:
            return self.helpline(turn)
        if found.plainly:
            return self._tell(turn, found.topic, asks_on=True)
        likely = found.likelihood >= (LIKELY_AFTER if turn.conversation.topic else LIKELY)
        told = self._tell(turn, found.topic, asks_on=True, perhaps=True) if likely else None
        return (told and self._compose.fitting(told)) or self.unknown(turn, near=found.topic)

    def _remark(self, turn: Turn) -> str:
        """The topic for what is no more than a remark on the answer before, or an empty text."""
        found = self._finder.find(turn.words) if turn.conversation.topic else None
        topic = self.catalog.topics.get(found.topic) if found and found.sure else None
        return found.topic if found and topic and topic.remark else ""

    def _orders_again(self, turn: Turn) -> bool:
        """Whether free words order the last thing again, and no more than a model hears trouble in them."""
        guessed = turn.risk.vague or turn.risk.level == "none"
        return turn.free and guessed and bool(_ORDERS_AGAIN.search(turn.words))

    def _wants_again(self, turn: Turn) -> bool:
        """Whether free words only ask for the last thing again."""
        found = self._finder.find(turn.words)
        return bool(_AGAIN.search(turn.words)) or bool(found and found.topic == REPEAT and found.sure)

    def short(self, turn: Turn) -> Reply:
        """A short question that leans on the answer before, such as "why is that"."""
        if turn.conversation.danger:
            return self._danger.still(turn)
        topic = self._follow.leaning(turn)
        return self._tell(turn, topic, asks_on=True) if topic else self.unknown(turn)

    def compare_with(self, turn: Turn) -> Reply:
        """What they talk about, compared with what they name."""
        if turn.conversation.danger:
            return self._danger.still(turn)
        topic = self._follow.compared(turn) or self._follow.leaning(replace(turn, intent="DownsideIntent"))
        return self._tell(turn, topic) if topic else self.unknown(turn)

    def retracted(self, turn: Turn) -> Reply:
        """Just kidding: that takes no danger back."""
        return self._danger.still(turn) if turn.conversation.danger else self.topics(turn)

    def unknown(self, turn: Turn, near: str = "") -> Reply:
        """Nothing fits. Who told us something, or asked about someone, also hears whom to call; not for a joke.

        They are offered the topic that is near, or who just heard an answer what comes next to it.
        """
        if subject := self._subject.goes_on(turn):
            return self._tell(turn, subject, asks_on=True)
        prompts = self.catalog.prompts
        asks = _QUESTION.search(turn.words) and not _ABOUT_THEM.search(turn.words)
        harmless = turn.risk.figure or self._finder.everyday(turn.words)
        name = "unknown" if not turn.free or asks or harmless else "unknown_statement"
        last = last_key(turn.conversation.said)
        following = self._compose.next_offer(turn.conversation.heard, last) if topic_in(last) and not harmless else ""
        offer = f"topic:{near}" if near and self._may_be_offered(near) else following
        ask = self._compose.ask(turn, offer) if offer else Ask(prompts.unknown_ask, prompts.welcome_reprompt)
        return self._compose.prompt(turn, name, ask, offer)

    def sources(self, turn: Turn) -> Reply:
        """Where the answers come from."""
        return self._compose.tell(turn, "sources")

    def topics(self, turn: Turn) -> Reply:
        """What can be asked, in two parts: nobody keeps a long list in their ear."""
        prompts = self.catalog.prompts
        ask = Ask(prompts.topics_ask, prompts.welcome_reprompt)
        return self._compose.prompt(turn, "topics", ask, offer=MORE_TOPICS)

    # For whom

    def for_other(self, turn: Turn) -> Reply:
        """It's about someone else: the answer in question in words for them, or how to help."""
        if turn.conversation.danger:
            return self._danger.for_whom(turn, other=True)
        turn = replace(turn, conversation=replace(turn.conversation, other=True))
        topic = self.catalog.topics.get(turn.conversation.topic)
        if topic and topic.other:
            return self._tell(turn, turn.conversation.topic)
        return self._tell(
            turn, next((item for item in turn.ids if item in self.catalog.topics), self.catalog.help_other)
        )

    def for_me(self, turn: Turn) -> Reply:
        """It's about the speaker after all."""
        if turn.conversation.danger:
            return self._danger.for_whom(turn, other=False)
        turn = replace(turn, conversation=replace(turn.conversation, other=False))
        prompts = self.catalog.prompts
        return self._compose.prompt(turn, "for_me", Ask(prompts.declined_ask, prompts.welcome_reprompt))

    # The self-check

    def answers_check(self, turn: Turn) -> bool:
        """Whether a question of the self-check waits, and free words are no question of their own."""
        if not self._check.under_way(turn):
            return False
        asks = turn.free and _QUESTION.search(self._finder.plain(turn.words))
        found = self._finder.find(turn.words) if asks else None
        return not (found and found.sure)

    def self_check(self, turn: Turn, means: str) -> Reply:
        """What follows on an answer to the question that waits.

        In: the turn, and whether its intent means "yes", "no", "skip", "again" or "unclear"; empty for free words.
        """
        match means or self._check.means(self._finder.plain(turn.words)):
            case "yes" | "no" as answer:
                return self._check.answer(turn, yes=answer == "yes")
            case "skip":
                return self._check.skip(turn)
            case "again":
                return self._check.again(turn)
            case _:
                prompts = self.catalog.prompts
                return self._check.unclear(turn, () if turn.free else (prompts.fallback, prompts.fallback_again))

    # Following up

    def yes_or_no(self, turn: Turn) -> str:
        """Whether free words say no more than "yes" or "no" to what waits for one; else empty. Not after a danger."""
        waits = turn.conversation.said  # whatever was said ended in a question
        guessed = turn.risk.vague or turn.risk.level == "none"  # and not known by a sign
        if not (turn.free and waits and guessed) or turn.conversation.danger:
            return ""
        return self._follow.means(self._finder.plain(turn.words))

    def answered(self, turn: Turn) -> Reply:
        """What follows on a "yes" or a "no" in one's own words."""
        yes = self.yes_or_no(turn) == "yes"
        if self._check.under_way(turn):
            return self._check.answer(turn, yes=yes)
        return self.yes(turn) if yes else self.no(turn)

    def yes(self, turn: Turn) -> Reply:
        """Yes to whatever was offered."""
        return self._follow.offered(turn) or (
            self._danger.still(turn) if turn.conversation.danger else self.topics(turn)
        )

    def no(self, turn: Turn) -> Reply:
        """No to whatever was offered; a second no, or a no to "anything else", ends the talk."""
        return self._follow.declined(turn) or self.goodbye(turn)

    def unsure(self, turn: Turn) -> Reply:
        """Neither yes nor no."""
        return self.topics(turn)

    def more(self, turn: Turn) -> Reply:
        """More of the same."""
        return self._follow.more(turn) or self.topics(turn)

    def next(self, turn: Turn) -> Reply:
        """The next one."""
        return self._follow.next(turn) or self.topics(turn)

    def previous(self, turn: Turn) -> Reply:
        """The one before."""
        return self._follow.previous(turn)

    def item(self, turn: Turn) -> Reply:
        """One of a list, by its place."""
        return self._follow.item(turn) or self.unknown(turn)

    def repeat(self, turn: Turn) -> Reply:
        """The last thing again, numbers included."""
        return self._follow.repeat(turn)

    # When it is not clear

    def help(self, turn: Turn) -> Reply:
        """What can be asked, and who to call: "help me" arrives here too. Never the same words twice in a row."""
        prompts, before = self.catalog.prompts, turn.conversation
        ask = Ask(prompts.help_ask, prompts.welcome_reprompt)
        if not before.danger:
            return self._compose.prompt(turn, "help_again" if before.said.endswith("prompt:help") else "help", ask)
        still = self._danger.still(turn, whole=True)  # "what do i do" arrives here too
        said = f"{still.conversation.said}+prompt:help_in_danger"
        state = replace(still.conversation, said=said)
        return replace(still, say=(*still.say, prompts.help_in_danger), ask=ask, conversation=state)

    def fallback(self, turn: Turn) -> Reply:
        """No words reached us, so it has to be safe for someone in crisis.

        The second time, and after a danger, it is shorter and firmer.
        """
        prompts, misses = self.catalog.prompts, turn.conversation.misses
        if misses or turn.conversation.danger:
            silent = self.catalog.risk_reprompt.aim(turn.conversation.line)
            ask = Ask(prompts.fallback_again_ask, silent if turn.conversation.danger else prompts.welcome_reprompt)
            reply = self._compose.prompt(turn, "fallback_again", ask, offer="topic:warning_signs")
        else:
            reply = self._compose.prompt(turn, "fallback", Ask(prompts.fallback_ask, prompts.welcome_reprompt))
        say = (*self._compose.line_again(turn), *reply.say)
        return replace(reply, say=say, conversation=replace(reply.conversation, misses=misses + 1))

    def error(self, turn: Turn) -> Reply:
        """Something is broken on our side; the session starts afresh, lest it be the session that breaks us."""
        prompts = self.catalog.prompts
        ask = Ask(prompts.error_ask, prompts.welcome_reprompt)
        return self._compose.reply(turn, (prompts.error,), ask, Conversation(said="prompt:error"))

    def unexpected(self, turn: Turn) -> Reply:
        """A request that we don't know: the words of an error, and the conversation kept."""
        prompts = self.catalog.prompts
        return self._compose.prompt(turn, "error", Ask(prompts.error_ask, prompts.welcome_reprompt))

    def _tell(self, turn: Turn, topic: str, *, asks_on: bool = False, perhaps: bool = False) -> Reply:
        """A topic; in other words to who just heard it and `asks_on`, and with its name first where it is not sure."""
        if turn.conversation.danger and not self.catalog.topics[topic].in_danger:
            return self._danger.still(turn)
        about = self._subject.of(turn, topic)
        topic, perhaps, asks_on = about, perhaps and about == topic, asks_on or about != topic
        check, whom = self.catalog.self_check, turn.risk.whom
        if self.catalog.topics[topic].for_other or whom:
            other = self.catalog.topics[topic].for_other or whom == "other"
            turn = replace(turn, conversation=replace(turn.conversation, other=other))
        if topic == check.topic and turn.conversation.other:
            topic = check.for_other
        key = self._compose.asked_on(turn, topic) if asks_on else f"topic:{topic}"
        return self._compose.tell(turn, f"perhaps:{topic}+{key}" if perhaps and key == f"topic:{topic}" else key, topic)

    def _asks_something_else(self, turn: Turn, found: Found) -> bool:
        """Whether a topic is asked for, and not for more about a danger that was told of."""
        meant = found.beyond_doubt if _ABOUT_THEM.search(turn.words) else found.plainly
        return meant and bool(_ASKS.search(turn.words)) and self._answers_something(found.topic)

    def _answers_something(self, topic: str) -> bool:
        return topic == HELPLINE or (topic != REPEAT and self.catalog.topics[topic].asked)

    def _may_be_offered(self, topic: str) -> bool:
        return topic == HELPLINE or self.catalog.topics[topic].offered

    def _may_be_meant(self, turn: Turn, found: Found) -> bool:
        """Whether a topic is likely enough: small talk plainly; what has a limit, if in doubt, only who asks."""
        if not self._answers_something(found.topic):
            return found.plainly
        return found.sure or self._may_be_offered(found.topic) or bool(_QUESTION.search(turn.words))

    def _asked_besides(self, turn: Turn) -> str | None:
        """The topic that someone who tells us of trouble asks for, or likely speaks of, if there is one."""
        if main := self.catalog.topic_of(turn.intent):
            return next((item for item in turn.ids if item in self.catalog.topics), main)
        asks = bool(_QUESTION.search(turn.words))
        found = self._finder.find(turn.words, turn.conversation.topic if asks else "")
        if found is None or not found.sure or found.topic not in self.catalog.topics:
            return None
        if turn.conversation.danger and turn.free and turn.risk.vague and not self._asks_something_else(turn, found):
            return None
        topic = self.catalog.topics[found.topic]
        if topic.comforts:
            return found.topic if found.plainly else None
        if asks:
            return found.topic if topic.asked else None
        if not turn.free or turn.conversation.check:  # while a question of the self-check waits, words answer it
            return None
        may_be_calm = topic.asked and (turn.risk.level == "none" or turn.risk.vague)
        return found.topic if topic.offered or may_be_calm else None
