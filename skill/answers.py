"""Answers: a turn -> Reply. What to say is decided here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from skill.catalog import Catalog
from skill.conversation import Conversation
from skill.finder import Finder
from skill.reply import Ask, Card, Reply
from skill.script import Scripts
from skill.text import Place, Text
from skill.turn import Turn

AGAIN = "again"
"""The offer to say the same once more."""
_PLAINLY = 0.6
"""How likely a topic must be to be answered right after a danger was told of."""
_QUESTION = re.compile(
    r"\b(?:how|what|where|why|which|when|who)\b|^(?:is|are|can|could|do|does|did|should|will|would|am|was|has|have|may)\b"
)


class Answers:
    """Decides what to say. It knows the catalog and the finder, and nothing of Alexa."""

    def __init__(self, catalog: Catalog, finder: Finder) -> None:
        self.catalog = catalog
        self._finder = finder
        self._scripts = Scripts(catalog)

    # Opening and closing

    def welcome(self, turn: Turn) -> Reply:
        """The session opens without a question."""
        prompts = self.catalog.prompts
        ask = Ask(prompts.welcome_ask, prompts.welcome_reprompt)
        say = (_choose(prompts.welcome, turn), self.catalog.disclaimer.spoken)
        state = replace(turn.conversation, said="welcome", disclaimed=True, offer="")
        return self._reply(turn, say, ask, state)

    def goodbye(self, turn: Turn) -> Reply:
        """They are done. After a danger the last thing said is still its number."""
        say = () if turn.conversation.danger else (_choose(self.catalog.prompts.goodbye, turn),)
        return self._reply(turn, (*self._line_again(turn), *say), None, Conversation())

    def silence(self, turn: Turn) -> Reply:
        """The session has ended; nothing may be said."""
        return self._reply(turn, (), None, Conversation())

    # Danger

    def danger(self, turn: Turn) -> Reply:
        """A life or someone's safety is at stake: the line to call, and nothing else."""
        line, disclaimed = self.catalog.risk[turn.risk.reply].line, turn.conversation.disclaimed
        return self._alarm(turn, _risk_key(turn), Conversation(line=line, danger=True, disclaimed=disclaimed))

    def support(self, turn: Turn) -> Reply:
        """Use that is out of hand, or a danger that is over: a warm word and a line, then what they asked."""
        reply, before = self.catalog.risk[turn.risk.reply], turn.conversation
        topic = self._asked(turn) or reply.answer
        if not before.remind:  # else the line of the danger they told of before is the one to keep
            turn = replace(turn, conversation=replace(before, line=reply.line))
        key = _risk_key(turn)
        return self._tell(turn, f"{key}+topic:{topic}" if topic else key, topic or "")

    def _still(self, turn: Turn) -> Reply:
        """More about a danger that was just told of: its number stands, whatever is said to soften it."""
        return self._alarm(turn, f"still:{turn.conversation.line}", turn.conversation)

    def _alarm(self, turn: Turn, key: str, state: Conversation) -> Reply:
        script = self._scripts.of(key)
        ask = Ask(self.catalog.risk_ask, self.catalog.risk_reprompt.aim(state.line))
        state = replace(state, said=key, offer=AGAIN, remind=True)
        return self._reply(turn, script.say, ask, state, script.card)

    def call(self, turn: Turn) -> Reply:
        """They want us to place the call."""
        return self._number(turn, f"call:{turn.conversation.line or 'helpline'}")

    def that_number(self, turn: Turn) -> Reply:
        """The number they heard last, or else the helpline."""
        line = turn.conversation.line
        return self._number(turn, f"number:{line}" if line and line != "helpline" else "helpline")

    def helpline(self, turn: Turn) -> Reply:
        """The helpline."""
        return self._number(turn, "helpline")

    # Questions

    def question(self, turn: Turn) -> Reply:
        """A question that has an intent of its own."""
        main = self.catalog.topic_of(turn.intent)
        topic = self.catalog.comparison(turn.ids) if main and self.catalog.topics[main].weighs else None
        topic = topic or next((item for item in turn.ids if item in self.catalog.topics), None)
        if topic is None and turn.words and main:
            found = self._finder.find(turn.words)
            topic = found.topic if found and found.sure else None
            if topic is None and (which := self.catalog.topics[main].which):
                ask = Ask(which, which)
                return self._reply(turn, (self.catalog.prompts.which_one,), ask, replace(turn.conversation, offer=""))
        topic = topic or main
        return self._tell(turn, f"topic:{topic}", topic) if topic else self.unknown(turn)

    def free(self, turn: Turn) -> Reply:
        """Free words: the topic they ask for, a near one as an offer, or an honest "I don't know"."""
        found = self._finder.find(turn.words)
        if turn.conversation.danger and (found is None or found.likelihood < _PLAINLY):
            return self._still(turn)
        if found is None or not (found.sure or self.catalog.topics[found.topic].offered):
            return self.unknown(turn)
        if found.sure:
            return self._tell(turn, f"topic:{found.topic}", found.topic)
        offer = f"topic:{found.topic}"
        state = self._understood(turn, said="prompt:unknown", offer=offer)
        return self._reply(turn, (*self._reminder(turn), self.catalog.prompts.unknown), self._ask(turn, offer), state)

    def unknown(self, turn: Turn) -> Reply:
        """Nothing fits. Who told us something, and asked nothing, also hears whom to talk to."""
        prompts = self.catalog.prompts
        name = "unknown" if not turn.free or _QUESTION.search(turn.words) else "unknown_statement"
        return self._prompt(turn, name, Ask(prompts.unknown_ask, prompts.welcome_reprompt))

    def sources(self, turn: Turn) -> Reply:
        """Where the answers come from."""
        return self._tell(turn, "sources")

    def topics(self, turn: Turn) -> Reply:
        """What can be asked."""
        prompts = self.catalog.prompts
        return self._prompt(turn, "topics", Ask(prompts.topics_ask, prompts.welcome_reprompt))

    # Following up

    def yes(self, turn: Turn) -> Reply:
        """Yes to whatever was offered."""
        offer = turn.conversation.offer
        if offer == AGAIN:
            return self.repeat(turn)
        return self._tell(turn, offer, _topic_in(offer)) if self._scripts.knows(offer) else self.topics(turn)

    def no(self, turn: Turn) -> Reply:
        """No to whatever was offered; a second no, or a no to "anything else", ends the talk."""
        before = turn.conversation
        if before.danger and before.offer == AGAIN:
            ask = Ask(self.catalog.risk_declined_ask, self.catalog.risk_reprompt.aim(before.line))
            return self._reply(turn, self._line_again(turn), ask, replace(before, offer="", remind=False))
        if not before.offer or before.declined:
            return self.goodbye(turn)
        prompts = self.catalog.prompts
        state = replace(self._understood(turn, offer=""), declined=1, remind=False)
        return self._reply(turn, (prompts.declined,), Ask(prompts.declined_ask, prompts.welcome_reprompt), state)

    def more(self, turn: Turn) -> Reply:
        """More of the same topic, or an offer of the next when there is no more."""
        topic, offer = turn.conversation.topic, turn.conversation.offer
        if topic and offer.startswith(f"topic:{topic}:") and self._scripts.knows(offer):
            return self._tell(turn, offer, topic)
        if topic not in self.catalog.topics:
            return self.topics(turn)
        offer = self._next_offer(turn.conversation, f"topic:{topic}:{len(self.catalog.topics[topic].more)}")
        state = self._understood(turn, offer=offer)
        return self._reply(turn, (*self._reminder(turn), self.catalog.prompts.no_more), self._ask(turn, offer), state)

    def next(self, turn: Turn) -> Reply:
        """The next topic in line."""
        topic = turn.conversation.topic
        end = f"topic:{topic}:{len(self.catalog.topics[topic].more)}" if topic in self.catalog.topics else ""
        offer = self._next_offer(turn.conversation, end)
        return self._tell(turn, offer, _topic_in(offer)) if offer else self.topics(turn)

    def previous(self, turn: Turn) -> Reply:
        """The topic before this one."""
        heard = [topic for topic in turn.conversation.heard if topic in self.catalog.topics]
        if len(heard) < 2:
            return self.repeat(turn)
        back = replace(turn.conversation, heard=tuple(heard[:-2]))
        return self._tell(replace(turn, conversation=back), f"topic:{heard[-2]}", heard[-2])

    def repeat(self, turn: Turn) -> Reply:
        """The last thing again, numbers included."""
        key, state = turn.conversation.said, self._understood(turn)
        if not self._scripts.knows(key):
            return self.welcome(turn)
        script = self._scripts.of(key)
        state = replace(state, remind=turn.conversation.remind)  # saying it again is not yet going on
        return self._reply(turn, script.say, self._ask(turn, state.offer), state, script.card)

    # When it is not clear

    def help(self, turn: Turn) -> Reply:
        """What can be asked, and who to call: "help me" arrives here too. Never the same words twice in a row."""
        prompts, again = self.catalog.prompts, turn.conversation.said == "prompt:help"
        return self._prompt(turn, "help_again" if again else "help", Ask(prompts.help_ask, prompts.welcome_reprompt))

    def fallback(self, turn: Turn) -> Reply:
        """No words reached us, so it has to be safe for someone in crisis; the second time it is shorter and firmer."""
        prompts, misses = self.catalog.prompts, turn.conversation.misses
        if misses:
            ask = Ask(prompts.fallback_again_ask, prompts.welcome_reprompt)
            reply = self._prompt(turn, "fallback_again", ask, offer="topic:warning_signs")
        else:
            reply = self._prompt(turn, "fallback", Ask(prompts.fallback_ask, prompts.welcome_reprompt))
        return replace(reply, conversation=replace(reply.conversation, misses=misses + 1))

    def error(self, turn: Turn) -> Reply:
        """Something is broken on our side; the session starts afresh, lest it be the session that breaks us."""
        prompts = self.catalog.prompts
        ask = Ask(prompts.error_ask, prompts.welcome_reprompt)
        return self._reply(turn, (prompts.error,), ask, Conversation(said="prompt:error"))

    # How a reply is put together

    def _tell(self, turn: Turn, key: str, topic: str = "") -> Reply:
        before, script = turn.conversation, self._scripts.of(key)
        disclaim = bool(topic) and not before.disclaimed and not key.startswith("risk:")
        heard = tuple(item for item in before.heard if item != topic) + ((topic,) if topic else ())
        state = replace(
            self._understood(turn, said=key),
            danger=False,  # they have gone on to something else
            topic=topic or before.topic,
            heard=heard[-12:],
            disclaimed=before.disclaimed or disclaim,
        )
        offer = self._next_offer(state, key)
        say = (*self._reminder(turn), *script.say, *((self.catalog.disclaimer.spoken,) if disclaim else ()))
        ask = self._ask(turn, offer, self.catalog.topics[topic].which if topic and key == f"topic:{topic}" else None)
        reply = self._reply(turn, say, ask, replace(state, offer=offer), script.card)
        return replace(reply, topic=topic)

    def _prompt(self, turn: Turn, name: str, ask: Ask, offer: str = "") -> Reply:
        script = self._scripts.of(f"prompt:{name}")
        state = self._understood(turn, said=f"prompt:{name}", offer=offer)
        return self._reply(turn, (*self._reminder(turn), *script.say), ask, state)

    def _number(self, turn: Turn, key: str) -> Reply:
        script, before = self._scripts.of(key), turn.conversation
        same = key.endswith(f":{before.line}")
        state = replace(self._understood(turn, said=key, offer=AGAIN), remind=before.remind and same)
        ask = Ask(self.catalog.helpline.ask, self.catalog.helpline.ask)
        return self._reply(turn, (*self._reminder(turn, key), *script.say), ask, state, script.card)

    def _reply(
        self,
        turn: Turn,
        say: Sequence[Text],
        ask: Ask | None,
        state: Conversation,
        card: Card | None = None,
    ) -> Reply:
        return Reply(tuple(say), ask, self._place(turn), state, card, risk=turn.risk)

    def _place(self, turn: Turn) -> Place:
        return self.catalog.place(turn.locale)

    def _understood(self, turn: Turn, said: str | None = None, offer: str | None = None) -> Conversation:
        before = turn.conversation
        return replace(
            before,
            said=before.said if said is None else said,
            offer=before.offer if offer is None else offer,
            misses=0,
            declined=0,
            remind=False,
        )

    def _reminder(self, turn: Turn, key: str = "") -> tuple[Text, ...]:
        """After a risk reply, the line is named once more before the next answer."""
        before = turn.conversation
        if not before.remind or key.endswith(f":{before.line}"):
            return ()
        return (self.catalog.prompts.remember.aim(before.line),)

    def _line_again(self, turn: Turn) -> tuple[Text, ...]:
        """The number of the danger they told of, if they did."""
        before = turn.conversation
        return (self.catalog.prompts.remember.aim(before.line),) if before.danger else ()

    def _next_offer(self, state: Conversation, key: str) -> str:
        last = key.split("+")[-1].split(":")
        if last[0] != "topic" or last[1] not in self.catalog.topics:
            return ""
        topic, part = self.catalog.topics[last[1]], int(last[2]) if len(last) > 2 else 0
        if part < len(topic.more):
            return f"topic:{last[1]}:{part + 1}"
        return next((f"topic:{name}" for name in topic.next if name not in state.heard), "")

    def _ask(self, turn: Turn, offer: str, which: Text | None = None) -> Ask:
        prompts = self.catalog.prompts
        if offer == AGAIN:
            return Ask(self.catalog.risk_ask, self.catalog.risk_ask)
        if self._scripts.knows(offer) and offer.count(":") == 2:
            question = _choose(prompts.more_ask, turn)
        elif which:
            return Ask(which, which)
        elif _topic_in(offer) in self.catalog.topics:
            question = prompts.offer_ask.fill("name", self.catalog.topics[_topic_in(offer)].name)
        else:
            return Ask(_choose(prompts.anything_ask, turn), prompts.welcome_reprompt)
        return Ask(question, prompts.reprompt.fill("question", question))

    def _asked(self, turn: Turn) -> str | None:
        """The topic someone asks for while telling us of trouble, if they ask for one."""
        if main := self.catalog.topic_of(turn.intent):
            return main
        if not _QUESTION.search(turn.words):
            return None
        found = self._finder.find(turn.words)
        return found.topic if found and found.sure else None


def _risk_key(turn: Turn) -> str:
    return f"risk:{turn.risk.reply}:{'other' if turn.risk.other else 'self'}"


def _topic_in(key: str) -> str:
    return key.split(":")[1] if key.startswith("topic:") else ""


def _choose(variants: Sequence[Text], turn: Turn) -> Text:
    return variants[turn.seed % len(variants)]
