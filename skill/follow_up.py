"""Follow-up: yes, no, more, next, "why is that", "the second one": turns that lean on what was just said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from skill.compose import AGAIN, MORE_TOPICS, Composer
from skill.conversation import WELCOME
from skill.patterns import Patterns
from skill.reply import Ask, Reply
from skill.script import last_key, topic_in
from skill.self_check import SelfCheck
from skill.turn import Turn

LAST = "last"
"""The id of the last item in a list; the others are numbers."""


class FollowUp:
    """Answers what only makes sense after something else. None where there is nothing to lean on."""

    def __init__(self, composer: Composer, check: SelfCheck) -> None:
        self._compose = composer
        self._check = check
        self._catalog = composer.catalog
        self._yes = Patterns.of(self._catalog.yes_no.says_yes)
        self._no = Patterns.of(self._catalog.yes_no.says_no)
        self._begins_yes = Patterns.of(self._catalog.yes_no.begins_yes)

    def means(self, plain: str) -> str:
        """In: plain words. Out: "yes" or "no" where they say just that; else empty."""
        return "yes" if self._yes.any_in(plain) else "no" if self._no.any_in(plain) else ""

    def offered(self, turn: Turn) -> Reply | None:
        """Yes to whatever was offered."""
        offer = turn.conversation.offer
        if offer == AGAIN:
            return self.repeat(turn)
        if offer.startswith("check:"):
            number = self._check.offered(offer)
            return self._check.question(turn, number, noticed=turn.conversation.noticed) if number else None
        if offer == MORE_TOPICS:
            return self._compose.tell(turn, offer)
        known = topic_in(offer) and self._compose.scripts.knows(offer)
        return self._compose.tell(turn, offer, topic_in(offer)) if known else None

    def agreed(self, turn: Turn) -> Reply | None:
        """What was offered, to free words that begin with a yes, want it, and that nothing else answers."""
        wanted = turn.free and not turn.conversation.remind and self._begins_yes.any_in(turn.plain)
        return self.offered(turn) if wanted else None

    def declined(self, turn: Turn) -> Reply | None:
        """No to whatever was offered. None when it was the second no, or a no to "anything else"."""
        before, prompts = turn.conversation, self._catalog.prompts
        if before.danger and before.offer == AGAIN:
            ask = Ask(self._catalog.risk_declined_ask, self._catalog.risk_reprompt.aim(before.line))
            return self._compose.reply(turn, self._compose.reminder(turn), ask, replace(before, offer=""))
        if not before.offer or before.declined:
            return None
        state = self._compose.understood(turn, offer="", declined=True)
        ask = Ask(prompts.declined_ask, prompts.welcome_reprompt)
        return self._compose.reply(turn, (prompts.declined,), ask, state)

    def more(self, turn: Turn) -> Reply | None:
        """More of the same topic, or an offer of the next when there is no more."""
        topic, offer = turn.conversation.topic, turn.conversation.offer
        if self._stands(turn):
            return self.offered(turn)
        if topic and offer.startswith(f"topic:{topic}:") and self._compose.scripts.knows(offer):
            return self._compose.tell(turn, offer, topic)
        if topic not in self._catalog.topics:
            return None
        offer = self._compose.next_offer(turn.conversation.heard, self._end(topic))
        state = self._compose.understood(turn, offer=offer)
        say = (*self._compose.reminder(turn), self._catalog.prompts.no_more)
        return self._compose.reply(turn, say, self._compose.ask(turn, offer), state)

    def next(self, turn: Turn) -> Reply | None:
        """The next one: of a list that is being walked, or else what is offered next."""
        topic, offer = turn.conversation.topic, turn.conversation.offer
        if self._stands(turn):
            return self.offered(turn)
        if topic not in self._catalog.topics:
            return None
        parts = self._walked(turn)
        if topic in parts[:-1]:
            offer = f"topic:{parts[parts.index(topic) + 1]}"
        elif own := self._catalog.topics[topic].parts:
            unheard = (part for part in own if part not in turn.conversation.heard)
            offer = f"topic:{next(unheard, own[0])}"
        else:
            offer = self._compose.next_offer(turn.conversation.heard, self._end(topic))
        return self._compose.tell(turn, offer, topic_in(offer)) if topic_in(offer) else None

    def previous(self, turn: Turn) -> Reply:
        """The topic before this one."""
        heard = [topic for topic in turn.conversation.heard if topic in self._catalog.topics]
        place = 2 if topic_in(last_key(turn.conversation.said)) else 1  # a prompt since then is no topic
        if len(heard) < place:
            return self.repeat(turn)
        back = replace(turn.conversation, heard=tuple(heard[:-place]))
        return self._compose.tell(replace(turn, conversation=back), f"topic:{heard[-place]}", heard[-place])

    def item(self, turn: Turn) -> Reply | None:
        """One item of the list that was heard last, by its place: "the second one"."""
        parts, place = self._chosen_from(turn) or self._list(turn), next(iter(turn.ids), "")
        index = len(parts) - 1 if place == LAST else int(place) - 1 if place.isascii() and place.isdigit() else -1
        if not 0 <= index < len(parts):
            return None
        return self._compose.tell(turn, f"topic:{parts[index]}", parts[index])

    def leaning(self, turn: Turn) -> str | None:
        """The topic that a short question such as "why is that" leads to from the topic talked about.

        Where the catalog leads nowhere, as for "such as", that is the topic itself.
        """
        name, leads = turn.conversation.topic, self._catalog.then.get(turn.intent)
        topic = self._catalog.topics.get(name)
        return topic.then.get(turn.intent, leads or name) if topic else leads

    def compared(self, turn: Turn) -> str | None:
        """The topic that compares what is talked about with what is named, or weighs what is named."""
        topic = self._catalog.topics.get(turn.conversation.topic)
        here = topic.compares if topic and topic.compares else (turn.conversation.topic,)
        pairs = ({one, other} for one in here for other in turn.ids if one != other)
        found = (self._catalog.comparison(pair) for pair in pairs)
        return next((pair for pair in found if pair), None) or self._catalog.comparison(turn.ids)

    def weighing(self, turn: Turn, *, weighs: bool) -> str | None:
        """The pros and cons of what is named, for someone who just heard those of something else.

        Where nothing is named and the question `weighs`, those of what is talked about.
        """
        topic = self._catalog.topics.get(turn.conversation.topic)
        if topic and weighs and not turn.ids:
            return topic.then.get("DownsideIntent")
        return self._catalog.comparison(turn.ids) if topic and len(topic.compares) == 1 else None

    def repeat(self, turn: Turn) -> Reply:
        """The last thing again, numbers included."""
        key, state = turn.conversation.said, self._compose.understood(turn)
        if not self._compose.scripts.knows(key):
            return self._opening(turn)
        script = self._compose.scripts.of(key, other=state.other)
        state = replace(state, remind=turn.conversation.remind, noticed=turn.conversation.noticed)  # not yet going on
        return self._compose.reply(turn, script.say, self._compose.ask(turn, state.offer), state, script.card)

    def _stands(self, turn: Turn) -> bool:
        """Whether an offer stands that is no next topic: to go on with the self-check, or with what can be asked."""
        offer, said = turn.conversation.offer, turn.conversation.said
        return offer.startswith(("prompt:", "check:")) or (bool(offer) and said.startswith("check:"))

    def _opening(self, turn: Turn) -> Reply:
        prompts = self._catalog.prompts
        ask = Ask(prompts.welcome_ask, prompts.welcome_reprompt)
        state = replace(turn.conversation, said=WELCOME, offer="")
        return self._compose.reply(turn, (*self._compose.reminder(turn), prompts.welcome[0]), ask, state)

    def _end(self, topic: str) -> str:
        return f"topic:{topic}:{len(self._catalog.topics[topic].more)}"

    def _chosen_from(self, turn: Turn) -> tuple[str, ...]:
        """What a prompt just named for a choice; nothing where something is offered, or the list is another."""
        said = last_key(turn.conversation.said)
        names_them = said.startswith("prompt:") and said not in ("prompt:topics", MORE_TOPICS)
        return self._catalog.choices if names_them and not turn.conversation.offer else ()

    def _list(self, turn: Turn) -> tuple[str, ...]:
        """The list to pick from: that of the topic talked about, or of the last one heard that has one."""
        return next(self._lists(turn), ())

    def _walked(self, turn: Turn) -> tuple[str, ...]:
        """The list being walked: the last one heard that the topic talked about stands in, or the one to pick from."""
        return next((parts for parts in self._lists(turn) if turn.conversation.topic in parts), self._list(turn))

    def _lists(self, turn: Turn) -> Iterator[tuple[str, ...]]:
        """The lists heard, the last one first. What is compared is a list of two."""
        heard = (turn.conversation.topic, *reversed(turn.conversation.heard))
        topics = (self._catalog.topics[name] for name in heard if name in self._catalog.topics)
        return (topic.parts or topic.compares for topic in topics if topic.parts or len(topic.compares) > 1)
