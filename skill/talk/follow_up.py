"""Follow-up: yes, no, more, next, "the second one", "say that again": turns that lean on what was just said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from skill.conversation import WELCOME
from skill.danger.in_danger import InDanger
from skill.replies.compose import AGAIN, MORE_TOPICS, Composer
from skill.replies.script import last_key, topic_in
from skill.reply import Ask, Reply
from skill.talk.numbers import Numbers
from skill.talk.opening import Opening
from skill.talk.self_check import SelfCheck
from skill.turn import Turn
from skill.words.patterns import Patterns

LAST = "last"
"""The id of the last item in a list; the others are numbers."""


class FollowUp:
    """Answers what only makes sense after something else. Where nothing was said before, it tells what can be asked."""

    def __init__(
        self, composer: Composer, check: SelfCheck, danger: InDanger, numbers: Numbers, opening: Opening
    ) -> None:
        """In: what puts replies together, and what answers in danger, in the self-check, for a number, and else."""
        self._compose = composer
        self._check = check
        self._danger = danger
        self._numbers = numbers
        self._opening = opening
        self._catalog = composer.catalog
        self._yes = Patterns.of(self._catalog.yes_no.says_yes)
        self._no = Patterns.of(self._catalog.yes_no.says_no)
        self._begins_yes = Patterns.of(self._catalog.yes_no.begins_yes)

    def yes_or_no(self, turn: Turn) -> str:
        """Whether free words say no more than "yes" or "no" to what waits for one; else empty. Not after a danger."""
        waits = turn.conversation.said  # whatever was said ended in a question
        if not (turn.free and waits) or turn.risk.by_sign or turn.conversation.danger:
            return ""
        return "yes" if self._yes.any_in(turn.plain) else "no" if self._no.any_in(turn.plain) else ""

    def answered(self, turn: Turn) -> Reply:
        """What follows on a "yes" or a "no" in one's own words."""
        yes = self.yes_or_no(turn) == "yes"
        if self._check.under_way(turn):
            return self._check.answer(turn, yes=yes)
        return self.yes(turn) if yes else self.no(turn)

    def yes(self, turn: Turn) -> Reply:
        """Yes to whatever was offered: after a danger the whole of what was said, or its number alone."""
        if turn.conversation.offer == AGAIN and turn.conversation.said.startswith("after:"):
            return self._numbers.that_number(turn)
        if offered := self._offered(turn):
            return offered
        return self._danger.still(turn) if turn.conversation.danger else self._opening.topics(turn)

    def no(self, turn: Turn) -> Reply:
        """No to whatever was offered; a second no, or a no to "anything else", ends the talk."""
        return self._declined(turn) or self._opening.goodbye(turn)

    def unsure(self, turn: Turn) -> Reply:
        """Neither yes nor no."""
        before = turn.conversation
        stands = before.danger_stands or self._danger.wishes_to_die(before)
        return self._danger.still(turn) if stands else self._opening.topics(turn)

    def agreed(self, turn: Turn) -> Reply | None:
        """What was offered, to free words that begin with a yes, want it, and that nothing else answers."""
        wanted = turn.free and not turn.conversation.remind and self._begins_yes.any_in(turn.plain)
        return self._offered(turn) if wanted else None

    def more(self, turn: Turn) -> Reply:
        """More of the same topic, or an offer of the next when there is no more."""
        topic, offer = turn.conversation.topic, turn.conversation.offer
        if turn.conversation.danger_stands:
            return self._danger.still(turn)
        if self._offers_no_topic(turn):
            return self._offered(turn) or self._opening.topics(turn)
        if topic and offer.startswith(f"topic:{topic}:") and self._compose.scripts.knows(offer):
            return self._compose.tell(turn, offer, topic)
        if topic not in self._catalog.topics:
            return self._opening.topics(turn)
        offer = self._compose.next_offer(turn.conversation.heard, self._end(topic))
        state = self._compose.understood(turn, offer=offer)
        say = (*self._compose.reminder(turn), self._catalog.prompts.no_more)
        return self._compose.reply(turn, say, self._compose.ask(turn, offer), state)

    def next(self, turn: Turn) -> Reply:
        """The next one: of a list that is being walked, or else what is offered next."""
        topic = turn.conversation.topic
        if turn.conversation.danger_stands:
            return self._danger.still(turn)
        if self._offers_no_topic(turn):
            return self._offered(turn) or self._opening.topics(turn)
        if topic not in self._catalog.topics:
            return self._opening.topics(turn)
        parts = self._walked(turn)
        if topic in parts[:-1]:
            offer = f"topic:{parts[parts.index(topic) + 1]}"
        elif own := self._catalog.topics[topic].parts:
            not_yet = (part for part in own if part not in turn.conversation.heard)
            offer = f"topic:{next(not_yet, own[0])}"
        else:
            offer = self._compose.next_offer(turn.conversation.heard, self._end(topic))
        return self._compose.tell(turn, offer, topic_in(offer)) if topic_in(offer) else self._opening.topics(turn)

    def previous(self, turn: Turn) -> Reply:
        """The topic before this one."""
        if turn.conversation.danger_stands:
            return self._danger.still(turn)
        heard = [topic for topic in turn.conversation.heard if topic in self._catalog.topics]
        place = 2 if topic_in(last_key(turn.conversation.said)) else 1  # a prompt since then is no topic
        if len(heard) < place:
            return self.repeat(turn)
        back = replace(turn.conversation, heard=tuple(heard[:-place]))
        return self._compose.tell(replace(turn, conversation=back), f"topic:{heard[-place]}", heard[-place])

    def item(self, turn: Turn) -> Reply:
        """One item of the list that was heard last, by its place ("the second one"); else which one they mean."""
        if turn.conversation.danger_stands:
            return self._danger.still(turn)
        parts, place = self._chosen_from(turn) or self._list(turn), next(iter(turn.ids), "")
        index = len(parts) - 1 if place == LAST else int(place) - 1 if place.isascii() and place.isdigit() else -1
        if 0 <= index < len(parts):
            return self._compose.tell(turn, f"topic:{parts[index]}", parts[index])
        ask = self._compose.open_question(self._catalog.prompts.unknown_ask)
        return self._compose.prompt(turn, "which_one", ask)

    def repeat(self, turn: Turn) -> Reply:
        """The last thing again, numbers included."""
        key, state = turn.conversation.said, self._compose.understood(turn)
        if not self._compose.scripts.knows(key):
            return self._welcome(turn)
        script = self._compose.scripts.of(key, other=state.other)
        state = replace(state, remind=turn.conversation.remind, noticed=turn.conversation.noticed)  # not yet going on
        return self._compose.reply(turn, script.say, self._compose.ask(turn, state.offer), state, script.card)

    def _offered(self, turn: Turn) -> Reply | None:
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

    def _declined(self, turn: Turn) -> Reply | None:
        """No to whatever was offered. None when it was the second no, or a no to "anything else"."""
        before, prompts = turn.conversation, self._catalog.prompts
        if before.danger and before.offer == AGAIN:
            ask = Ask(self._catalog.risk_declined_ask, self._catalog.risk_reprompt.aim(before.line))
            return self._compose.reply(turn, self._compose.reminder(turn), ask, replace(before, offer=""))
        if not before.offer or before.declined:
            return None
        state = self._compose.understood(turn, offer="", declined=True)
        ask = self._compose.open_question(prompts.declined_ask)
        return self._compose.reply(turn, (prompts.declined,), ask, state)

    def _offers_no_topic(self, turn: Turn) -> bool:
        """Whether an offer stands that is no next topic: to go on with the self-check, or with what can be asked."""
        offer, said = turn.conversation.offer, turn.conversation.said
        return offer.startswith(("prompt:", "check:")) or (bool(offer) and said.startswith("check:"))

    def _welcome(self, turn: Turn) -> Reply:
        """The welcome once more, where nothing else was said."""
        prompts = self._catalog.prompts
        ask = self._compose.open_question(prompts.welcome_ask)
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
