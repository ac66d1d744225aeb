"""Teller: a topic -> Reply, in the words that fit whom it is for and what was said before."""

from __future__ import annotations

from dataclasses import replace

from skill.danger.in_danger import InDanger
from skill.replies.compose import Composer
from skill.reply import Reply
from skill.talk.self_check import SelfCheck
from skill.talk.subject import Subject
from skill.turn import Turn


class Teller:
    """Tells topics."""

    def __init__(self, composer: Composer, check: SelfCheck, danger: InDanger, subject: Subject) -> None:
        """In: what puts replies together, the self-check, what is said in danger, and what stays in mind."""
        self._compose = composer
        self._catalog = composer.catalog
        self._check = check
        self._danger = danger
        self._subject = subject

    def tell(self, turn: Turn, topic: str, *, asks_on: bool = False, perhaps: bool = False) -> Reply:
        """A topic; in other words where they just heard it and ask on, and with its name first where it is not sure."""
        if in_its_place := self._danger.instead(turn, topic):
            return in_its_place
        about = self._subject.of(turn, topic)
        topic, perhaps, asks_on = about, perhaps and about == topic, asks_on or about != topic
        before, turn = turn.conversation, self._for_whom(turn, topic)
        if self._catalog.topics[topic].other and turn.conversation.other != before.other:
            asks_on = False  # for someone else it is not the same answer
        if topic == self._catalog.self_check.topic and turn.conversation.other:
            topic = self._catalog.self_check.for_other
        told = self._catalog.topics[topic]
        key = self._compose.asked_on(turn, topic) if asks_on else f"topic:{topic}"
        says_so = perhaps and key == f"topic:{topic}" and told.asked and not told.told
        reply = self._compose.tell(turn, f"perhaps:{topic}+{key}" if says_so else key, topic)
        if told.remark and turn.conversation.midway:
            reply = self._compose.offering(turn, reply, turn.conversation.offer if told.remark == "goes_on" else "")
        return self._check.goes_on(turn, reply)

    def _for_whom(self, turn: Turn, topic: str) -> Turn:
        """The same turn; where the topic or the words tell for whom they ask, that is kept in mind."""
        for_other, whom = self._catalog.topics[topic].for_other, turn.risk.whom
        if not (for_other or whom):
            return turn
        return replace(turn, conversation=replace(turn.conversation, other=for_other or whom == "other"))
