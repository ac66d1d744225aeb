"""Compose: what to say, by key -> Reply. How a reply is put together stands here; what to say is decided elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from skill.catalog.catalog import Catalog
from skill.catalog.lines import BESIDES, LINES
from skill.catalog.text import LONGEST_SECONDS, Text
from skill.conversation import Conversation
from skill.replies.in_mind import InMind, lately
from skill.replies.script import Scripts, answers_trouble, holds, last_key, topic_in
from skill.reply import Ask, Card, Reply
from skill.turn import Turn

AGAIN = "again"
"""The offer to say the same once more."""
MORE_TOPICS = "prompt:topics_more"
"""The offer of more that can be asked."""
_REMEMBERED = 12
"""How many topics a session remembers as heard."""


class Composer:
    """Puts replies together: the reminder of a line, the words, the disclaimer, and the question at the end."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.scripts = Scripts(catalog)
        self.in_mind = InMind(catalog)

    def tell(self, turn: Turn, key: str, topic: str = "") -> Reply:
        """Say what a key stands for, and offer what comes next.

        In: the turn, the key, and the topic that it answers, if it does: that is then the one talked about, and heard.
        What stays in mind and will not wait is said before it; where both take too long, an answer is offered after
        that, and the line for trouble is named without it. Raises KeyError for a key that stands for nothing.
        """
        insists = self.in_mind.said_first(turn, key, topic)
        told = self._tell(turn, key, topic, insists)
        if not insists or told.seconds <= LONGEST_SECONDS:
            return told
        if answers_trouble(key):
            return self._tell(turn, key, topic)
        return self.offering(turn, self._tell(turn, insists, ""), f"topic:{topic}")

    def _tell(self, turn: Turn, key: str, topic: str, insists: str = "") -> Reply:
        """The same. In: also the key of what is said before it."""
        before, script = turn.conversation, self.scripts.of(key, other=turn.conversation.other)
        asked = bool(topic) and self.catalog.topics[topic].asked
        disclaim = asked and not (before.disclaimed or before.remind or answers_trouble(key))
        heard = tuple(item for item in before.heard if item != topic) + ((topic,) if topic else ())
        heard = heard[-_REMEMBERED:]
        tells_who = bool(topic) and self.tells_who(topic, before) and not (before.role and holds(key, "perhaps"))
        going = before.gone_on() if self._goes_on(key, topic) else before
        offer = AGAIN if going.danger else self.next_offer(heard, key)
        state = self.understood(
            turn,
            said=self._reminded(turn, f"{insists}+{key}" if insists else key, script.say),
            offer=offer,
            stage=going.stage,
            topic=topic if asked else before.topic,
            subject=self.in_mind.after(turn, topic),
            role=topic if tells_who else before.role,
            heard=heard,
            disclaimed=before.disclaimed or disclaim,
            named=next((line for text in script.say if (line := text.first(LINES))), before.named),
        )
        first = self.scripts.of(insists).say if insists else ()
        say = (*self.reminder(turn, script.say), *first, *script.say)
        say += (self.catalog.disclaimer.spoken,) if disclaim else ()
        ask = self.ask(turn, offer, self.catalog.topics[topic].which if topic and key == f"topic:{topic}" else None)
        return self.reply(turn, say, ask, state, script.card, topic)

    def tells_who(self, topic: str, before: Conversation) -> bool:
        """Whether a topic tells who is speaking; that someone else takes it, too, does not."""
        return self.catalog.topics[topic].role and not (topic == self.catalog.own_use and before.other)

    def asked_on(self, turn: Turn, topic: str) -> str:
        """The key of the answer to who may ask on about a topic: if they heard it before, not in the same words."""
        same, last = f"topic:{topic}", last_key(turn.conversation.said)
        told, again = self.catalog.topics[topic], f"topic:{topic}:again"
        if last != same:
            once_more = told.stays and told.again and lately(turn.conversation, topic) and last != again
            return again if once_more else same
        others = (again, f"{same}:1")
        return next((other for other in others if self.scripts.knows(other)), same)

    def offering(self, turn: Turn, reply: Reply, offer: str) -> Reply:
        """The same words, with another offer at their end, or with none."""
        return replace(reply, ask=self.ask(turn, offer), conversation=replace(reply.conversation, offer=offer))

    def fitting(self, reply: Reply) -> Reply | None:
        """A reply that is heard in half a minute, if need be by the shortest question at its end; None for none."""
        prompts, state = self.catalog.prompts, replace(reply.conversation, offer="")
        short = replace(reply, ask=self.open_question(prompts.short_ask), conversation=state)
        return next((one for one in (reply, short) if one.seconds <= LONGEST_SECONDS), None)

    def prompt(self, turn: Turn, name: str, ask: Ask, offer: str = "") -> Reply:
        """Say a prompt that can be repeated."""
        return self.said(turn, f"prompt:{name}", ask, offer)

    def said(self, turn: Turn, key: str, ask: Ask, offer: str = "") -> Reply:
        """Say what a key stands for, and ask; it can be repeated."""
        script = self.scripts.of(key)
        state = self.understood(turn, said=self._reminded(turn, key, script.say), offer=offer)
        return self.reply(turn, (*self.reminder(turn, script.say), *script.say), ask, state, script.card)

    def number(self, turn: Turn, key: str) -> Reply:
        """Read out a line, and offer to read it again."""
        script = self.scripts.of(key)
        said, before = self._reminded(turn, key, script.say), turn.conversation
        named = before.named if before.told and before.named in BESIDES else key.split(":")[-1]
        topic = self.catalog.helpline.topic if last_key(key) == "helpline" else turn.conversation.topic
        state = self.understood(turn, said=said, offer=AGAIN, named=named, topic=topic)
        ask = Ask(self.catalog.helpline.ask, self.catalog.helpline.ask)
        return self.reply(turn, (*self.reminder(turn, script.say), *script.say), ask, state, script.card)

    def alarm(self, turn: Turn, key: str, state: Conversation) -> Reply:
        """Say who to call, and nothing else."""
        script = self.scripts.of(key)
        ask = Ask(self.catalog.risk_ask, self.catalog.risk_reprompt.aim(state.line))
        state = replace(state, said=key, offer=AGAIN, remind=True)
        return self.reply(turn, script.say, ask, state, script.card)

    def reply(
        self,
        turn: Turn,
        say: Sequence[Text],
        ask: Ask | None,
        state: Conversation,
        card: Card | None = None,
        topic: str = "",
    ) -> Reply:
        """A reply as it is given."""
        return Reply(tuple(say), ask, self.catalog.place(turn.locale), state, card, topic, turn.risk)

    def understood(self, turn: Turn, **changes: Any) -> Conversation:
        """The conversation after a turn that made sense, with changes: no misses, and no self-check under way."""
        made_sense = {"misses": 0, "declined": False, "check": 0, "noticed": False}
        state = replace(turn.conversation, **{"subject": self.in_mind.after(turn), **made_sense, **changes})
        return state if state.danger or not state.remind else replace(state, remind=False)

    def reminder(self, turn: Turn, say: Sequence[Text] = ()) -> tuple[Text, ...]:
        """After a risk reply, the line is named once more before the next answer, unless that begins with it."""
        before = turn.conversation
        if not before.remind or (say and say[0].opens_with(before.line)):
            return ()
        return (self.remember(turn),)

    def _goes_on(self, key: str, topic: str) -> bool:
        """Whether they have gone on from a danger: they asked for something, and told of no trouble."""
        return bool(topic) and self.catalog.topics[topic].asked and not answers_trouble(key)

    def _reminded(self, turn: Turn, key: str, say: Sequence[Text]) -> str:
        """The key of what is said in all, so that "repeat" does not leave out the line that was named before it."""
        return f"remember:{turn.conversation.line}+{key}" if self.reminder(turn, say) else key

    def remember(self, turn: Turn) -> Text:
        """The number of the danger they told of."""
        return self.catalog.prompts.remember.aim(turn.conversation.line)

    def next_offer(self, heard: Sequence[str], key: str) -> str:
        """What to offer after a key: more of the same topic, or the first topic next to it not yet heard."""
        last = last_key(key).split(":")
        if last[0] == "check":
            return f"topic:{self.catalog.self_check.next}"
        if last[0] != "topic" or last[1] not in self.catalog.topics:
            return ""
        if last[1] == self.catalog.self_check.topic and self.catalog.self_check.asks:
            return "check:1"
        topic, part = self.catalog.topics[last[1]], int(last[2]) if last[2:] and last[2].isdigit() else 0
        if part < len(topic.more):
            return f"topic:{last[1]}:{part + 1}"
        return next((f"topic:{name}" for name in topic.next if name not in heard), "")

    def open_question(self, question: Text) -> Ask:
        """A question that anything may answer, with examples of what can be asked for whoever stays silent."""
        return Ask(question, self.catalog.prompts.welcome_reprompt)

    def ask(self, turn: Turn, offer: str, which: Text | None = None) -> Ask:
        """The question at the end: does someone want what is offered, or what else?"""
        prompts = self.catalog.prompts
        if offer == AGAIN:
            return Ask(self.catalog.risk_ask, self.catalog.risk_ask)
        if offer == MORE_TOPICS:
            return self.open_question(prompts.topics_ask)
        if offer.startswith("check:"):
            check = self.catalog.self_check
            question = check.begin_ask if offer == "check:1" else check.go_on_ask
        elif offer.count(":") == 2 and self.scripts.knows(offer):
            question = choose(prompts.more_ask, turn)
        elif which:
            return Ask(which, which)
        elif topic_in(offer) in self.catalog.topics:
            question = prompts.offer_ask.fill("name", self.catalog.topics[topic_in(offer)].name)
        else:
            return self.open_question(choose(prompts.anything_ask, turn))
        return Ask(question, prompts.reprompt.fill("question", question))


def choose(variants: Sequence[Text], turn: Turn) -> Text:
    """One of several texts; the same request gets the same one."""
    return variants[turn.seed % len(variants)]
