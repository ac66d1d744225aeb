"""Answers: a turn -> Reply. What to say is decided here; compose.py puts it together."""

from __future__ import annotations

from dataclasses import replace

from skill.asked import Asked
from skill.catalog import Catalog
from skill.compose import AGAIN, MORE_TOPICS, Composer, choose
from skill.conversation import WELCOME, Conversation
from skill.finder import HELPLINE, Finder, Found
from skill.follow_up import FollowUp
from skill.in_danger import InDanger
from skill.numbers import Numbers
from skill.reply import Ask, Reply
from skill.script import topic_in
from skill.self_check import SelfCheck
from skill.subject import Subject
from skill.told_after import ToldAfter
from skill.turn import Turn
from skill.unclear import Unclear


class Answers:
    """Decides what to say. It knows the catalog, the finder, and what is told after a danger, and nothing of Alexa."""

    def __init__(self, catalog: Catalog, finder: Finder, after: ToldAfter) -> None:
        self.catalog = catalog
        self._finder = finder
        self._compose = Composer(catalog)
        self._check = SelfCheck(self._compose)
        self._after = after
        self._danger = InDanger(self._compose, self._check, self._after)
        self._follow = FollowUp(self._compose, self._check)
        self._subject = Subject(catalog, finder)
        self._asked = Asked(catalog, finder)
        self.numbers = Numbers(self._compose, self._check)
        self.unclear = Unclear(self._compose, self._check, self._danger, self._asked)

    # Opening and closing

    def welcome(self, turn: Turn) -> Reply:
        """The session opens without a question."""
        prompts = self.catalog.prompts
        ask = Ask(prompts.welcome_ask, prompts.welcome_reprompt)
        if turn.conversation.danger_stands:  # who says "start over" is no less in danger
            return self._danger.still(turn, whole=True)
        say = (*self._compose.reminder(turn), choose(prompts.welcome, turn), self.catalog.disclaimer.spoken)
        state = self._compose.understood(turn, said=WELCOME, offer="", disclaimed=True)
        return self._compose.reply(turn, say, ask, state)

    def goodbye(self, turn: Turn) -> Reply:
        """They are done. After a danger the last thing said is still its number, whatever was asked since.

        Not while someone is in danger from a person, who may have come in.
        """
        if unheard := self._after.unheard(turn.conversation):
            return self._compose.reply(turn, (unheard,), None, Conversation())
        if turn.conversation.told:
            reply = self.catalog.risk.get(turn.conversation.told_reply)
            line = reply.line if reply else turn.conversation.line
            return self._compose.reply(turn, (self.catalog.prompts.remember.aim(line),), None, Conversation())
        return self._compose.reply(turn, (choose(self.catalog.prompts.goodbye, turn),), None, Conversation())

    def silence(self, turn: Turn) -> Reply:
        """The session has ended; nothing may be said."""
        return self._compose.reply(turn, (), None, Conversation())

    # Danger

    def danger(self, turn: Turn) -> Reply:
        """A life or someone's safety is at stake: the line to call, and nothing else.

        Where the model only guessed it, and something else is plainly asked: the lines, and the answer. So too in the
        middle of a talk ("i tried that, it didn't work"), with what answers it, if anything does; for an emergency only
        in a few words. Once a sign told of a danger, and the second time in a row, a guess is believed.
        """
        before, emergency = turn.conversation, turn.risk.level == "emergency"
        few = before.midway and self._asked.are_few(turn)
        doubt = turn.risk.doubt_after if few and not emergency else turn.risk.doubt
        if not doubt or (before.told and not before.let_go) or f":{doubt}" in before.said:
            return self._danger.alarm(turn)
        if self._asked.orders_again(turn):
            return self.repeat(turn)
        turn = replace(turn, conversation=before.gone_on())
        doubtful = replace(turn, risk=replace(turn.risk, reply=doubt))
        topic = self._asked.surely(turn) or (self._asked.likely(turn) if before.midway and not emergency else "")
        softly = topic or (few if emergency else before.midway)
        return self._danger.support(doubtful, topic) if softly else self._danger.alarm(turn)

    def support(self, turn: Turn) -> Reply:
        """Use that is out of hand, a danger that is over or in doubt: a warm word and a line, then what they asked."""
        if self._asked.orders_again(turn):
            return self.repeat(turn)
        if self._is_a_mere_remark(turn):
            return self.free(turn)
        if turn.risk.guessed and turn.free and self._answers_plainly(turn):  # a yes leads to the helpline in the end
            return self.self_check(turn, "")
        asks = self._asked.is_question(turn)
        asked = self._asked.besides(turn)
        if asked and (asks or not turn.risk.doubt or turn.risk.level == "none"):
            return self._danger.support(turn, self._subject.of(turn, asked))
        near = self._asked.near(turn)
        perhaps = near is not None and (asks or not turn.risk.by_sign) and self._asked.may_be_told(turn, near)
        return self._danger.support(turn, "", near=near.topic if near else "", perhaps=perhaps)

    def _is_a_mere_remark(self, turn: Turn) -> bool:
        """Whether it is small talk, or harm is only not ruled out in the middle of a talk: most such turns are calm.

        So too what may be trouble, just after the line for that was named.
        """
        if self._asked.small_talk(turn) and not (turn.risk.by_sign or turn.conversation.danger):
            return True
        if turn.free and turn.risk.unsure and f":{turn.risk.reply}" in turn.conversation.said:
            return not turn.conversation.danger
        unsure = turn.free and turn.risk.level == "none" and bool(turn.risk.doubt)
        return unsure and turn.conversation.midway and not turn.conversation.danger

    # Questions

    def question(self, turn: Turn) -> Reply:
        """A question that has an intent of its own."""
        main = str(self.catalog.topic_of(turn.intent))
        weighs, which = self.catalog.topics[main].weighs, self.catalog.topics[main].which
        topic = (self.catalog.comparison(turn.ids) if weighs else None) or self._follow.weighing(turn, weighs=weighs)
        topic = topic or self._asked.named(turn)
        if not topic and turn.words:
            topic = self._asked.plainly(turn)
            if not topic and which:
                return self._compose.prompt(turn, "which_one", Ask(which, which))
        return self._tell(turn, topic or main)

    def free(self, turn: Turn) -> Reply:
        """Free words: the topic they ask for, one that they perhaps mean by its name, or an honest "I don't know"."""
        if self._asked.takes_leave(turn):
            return self.goodbye(turn)
        if self._asked.wants_again(turn):
            return self.repeat(turn)
        found = self._asked.find_after(turn)
        if turn.conversation.danger:
            if self._is_about_danger(turn, found):
                return self._danger.still(turn)
            turn = replace(turn, conversation=turn.conversation.forgotten())
        elif turn.conversation.told and self._after.told_later(turn):
            return self._danger.still(turn)
        if remark := self._asked.remark(turn):
            return self._tell(turn, remark)
        if found is None or not self._asked.may_be_meant(turn, found):
            return self.unknown(turn)
        if found.topic == HELPLINE:
            return self.numbers.helpline(turn)
        if found.plainly or self._goes_on_about(turn, found):
            return self._tell(turn, found.topic, asks_on=True)
        likely = self._asked.may_be_told(turn, found)
        told = self._tell(turn, found.topic, asks_on=True, perhaps=True) if likely else None
        return (told and self._compose.fitting(told)) or self.unknown(turn, near=found.topic)

    def _goes_on_about(self, turn: Turn, found: Found) -> bool:
        """Whether they likely mean what was just offered, or ask on about what was just told. In: what was found."""
        talk = turn.conversation
        told = found.topic == talk.topic and self._asked.is_question(turn)
        return (told or found.topic == topic_in(talk.offer)) and not self._asked.holds_denial(turn)

    def _is_about_danger(self, turn: Turn, found: Found | None) -> bool:
        """Whether free words just after a danger are about it, and no question of their own. In: what was found."""
        elsewhere = found is not None and self._asked.something_else(turn, found)
        if found and found.plainly and self._asked.is_question(turn) and self._after.denies(turn):
            return False
        if elsewhere:
            return not (found and found.beyond_doubt) and bool(self._after.plainly(turn))
        return turn.conversation.danger_stands or bool(self._after.told(turn))

    def short(self, turn: Turn) -> Reply:
        """A short question that leans on the answer before, such as "why is that"."""
        before = turn.conversation
        asks_whom_to_call = turn.intent == "WhoIntent"  # after a danger that is about it, even one that stands no more
        if before.danger_stands or (before.danger and asks_whom_to_call):
            return self._danger.still(turn, whole=turn.intent == "HelpsIntent")
        topic = self._follow.leaning(turn)
        return self._tell(turn, topic, asks_on=True) if topic else self.unknown(turn)

    def compare_with(self, turn: Turn) -> Reply:
        """What they talk about, compared with what they name."""
        if turn.conversation.danger_stands:
            return self._danger.still(turn)
        topic = self._follow.compared(turn) or self._follow.leaning(replace(turn, intent="DownsideIntent"))
        return self._tell(turn, topic) if topic else self.unknown(turn)

    def retracted(self, turn: Turn) -> Reply:
        """Just kidding: that takes no danger back."""
        return self._danger.still(turn) if turn.conversation.danger else self.topics(turn)

    def unknown(self, turn: Turn, near: str = "") -> Reply:
        """Nothing fits, but for the subject of the talk. In: the turn, and the topic that is near."""
        if turn.risk.whom:
            turn = replace(turn, conversation=replace(turn.conversation, other=turn.risk.whom == "other"))
        if subject := self._subject.goes_on(turn):
            return self._tell(turn, subject, asks_on=True)
        return self._follow.agreed(turn) or self.unclear.unknown(turn, near)

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
        before = turn.conversation
        turn = replace(turn, conversation=replace(before, other=True))
        topic = self.catalog.topics.get(before.topic)
        if topic and topic.other:
            return self._tell(turn, before.topic, asks_on=before.other)
        return self._tell(turn, self._asked.named(turn) or self.catalog.help_other)

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
        if not turn.free or self._check.means(turn.plain) != "unclear":
            return True
        found = self._asked.find(turn) if self._asked.is_question(turn) else None
        return not (found and found.sure)

    def _answers_plainly(self, turn: Turn) -> bool:
        """Whether the words begin with a plain answer to the question of the self-check that waits."""
        return self._check.under_way(turn) and self._check.means(turn.plain) in ("yes", "no")

    def self_check(self, turn: Turn, means: str) -> Reply:
        """What follows on an answer to the question that waits.

        In: the turn, and what its intent means ("yes", "no", "skip", "back", "start", "again" or "unclear"); empty for
        free words.
        """
        match means or self._check.means(turn.plain):
            case "yes" | "no" as answer:
                return self._check.answer(turn, yes=answer == "yes")
            case "skip":
                return self._check.skip(turn)
            case "back":
                return self._check.back(turn)
            case "start":
                return self._check.question(turn, 1)
            case "again":
                return self._check.again(turn)
            case "why":
                return self._check.why(turn)
            case "stop":
                return self._check.stop(turn)
            case _:
                prompts = self.catalog.prompts
                return self._check.unclear(turn, () if turn.free else (prompts.fallback, prompts.fallback_again))

    # Following up

    def yes_or_no(self, turn: Turn) -> str:
        """Whether free words say no more than "yes" or "no" to what waits for one; else empty. Not after a danger."""
        waits = turn.conversation.said  # whatever was said ended in a question
        if not (turn.free and waits) or turn.risk.by_sign or turn.conversation.danger:
            return ""
        return self._follow.means(turn.plain)

    def answered(self, turn: Turn) -> Reply:
        """What follows on a "yes" or a "no" in one's own words."""
        yes = self.yes_or_no(turn) == "yes"
        if self._check.under_way(turn):
            return self._check.answer(turn, yes=yes)
        return self.yes(turn) if yes else self.no(turn)

    def yes(self, turn: Turn) -> Reply:
        """Yes to whatever was offered: after a danger the whole of what was said, or its number alone."""
        if turn.conversation.offer == AGAIN and turn.conversation.said.startswith("after:"):
            return self.numbers.that_number(turn)
        return self._follow.offered(turn) or (
            self._danger.still(turn) if turn.conversation.danger else self.topics(turn)
        )

    def no(self, turn: Turn) -> Reply:
        """No to whatever was offered; a second no, or a no to "anything else", ends the talk."""
        return self._follow.declined(turn) or self.goodbye(turn)

    def unsure(self, turn: Turn) -> Reply:
        """Neither yes nor no."""
        return self._still(turn) or self.topics(turn)

    def more(self, turn: Turn) -> Reply:
        """More of the same."""
        return self._still(turn) or self._follow.more(turn) or self.topics(turn)

    def next(self, turn: Turn) -> Reply:
        """The next one."""
        return self._still(turn) or self._follow.next(turn) or self.topics(turn)

    def previous(self, turn: Turn) -> Reply:
        """The one before."""
        return self._still(turn) or self._follow.previous(turn)

    def item(self, turn: Turn) -> Reply:
        """One of a list, by its place."""
        if told := self._still(turn) or self._follow.item(turn):
            return told
        which = Ask(self.catalog.prompts.unknown_ask, self.catalog.prompts.welcome_reprompt)
        return self._compose.prompt(turn, "which_one", which)

    def _still(self, turn: Turn) -> Reply | None:
        """A danger's line once more, for as long as it stands."""
        return self._danger.still(turn) if turn.conversation.danger_stands else None

    def repeat(self, turn: Turn) -> Reply:
        """The last thing again, numbers included."""
        return self._follow.repeat(turn)

    def _tell(self, turn: Turn, topic: str, *, asks_on: bool = False, perhaps: bool = False) -> Reply:
        """A topic; in other words where they just heard it and ask on, and with its name first where it is not sure."""
        if in_its_place := self._danger.instead(turn, topic):
            return in_its_place
        about = self._subject.of(turn, topic)
        topic, perhaps, asks_on = about, perhaps and about == topic, asks_on or about != topic
        check, whom = self.catalog.self_check, turn.risk.whom
        if self.catalog.topics[topic].for_other or whom:
            other = self.catalog.topics[topic].for_other or whom == "other"
            turn = replace(turn, conversation=replace(turn.conversation, other=other))
        if topic == check.topic and turn.conversation.other:
            topic = check.for_other
        key = self._compose.asked_on(turn, topic) if asks_on else f"topic:{topic}"
        says_so = perhaps and key == f"topic:{topic}" and not self.catalog.topics[topic].told
        told = self._compose.tell(turn, f"perhaps:{topic}+{key}" if says_so else key, topic)
        remark = self.catalog.topics[topic].remark if turn.conversation.topic else ""
        offer = turn.conversation.offer if remark == "goes_on" else ""
        return self._check.goes_on(turn, self._compose.offering(turn, told, offer) if remark else told)
