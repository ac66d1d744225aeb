"""In mind: the topic that stays in mind though other things are told, such as a pregnancy, or a dog; see subject.py."""

from __future__ import annotations

from skill.catalog.catalog import Catalog
from skill.conversation import Conversation
from skill.replies.script import answers_trouble, holds
from skill.turn import Turn
from skill.words.patterns import Patterns

LATELY = 4
"""So many topics heard last were heard not long ago."""


class InMind:
    """Tells what stays in mind, and what of it is said once more, for it won't wait."""

    def __init__(self, catalog: Catalog) -> None:
        self._topics = catalog.topics
        self._until = {name: Patterns.of(topic.until) for name, topic in catalog.topics.items() if topic.until}
        self._seen_to = Patterns.of(catalog.listening.seen_to)

    def after(self, turn: Turn, topic: str = "") -> str:
        """What stays in mind after a turn: a pregnancy or a dog, though something else is told that stays.

        In: the turn, and the topic that is told, if one is. Out: a topic, or an empty text.
        """
        before = "" if self._is_over(turn) else turn.conversation.subject
        if not topic or not self._topics[topic].stays:
            return before
        told, now = self._topics[topic], self._topics.get(before)
        colors = now is not None and bool(now.context or now.no_person)
        return before if colors and not (told.context or told.no_person or told.comforts) else topic

    def insists(self, turn: Turn) -> bool:
        """Whether a topic that won't wait was told not long ago, and still stays in mind."""
        before = turn.conversation
        subject = self._topics.get(before.subject)
        return bool(subject and subject.insists) and lately(before, before.subject) and not self._is_over(turn)

    def said_first(self, turn: Turn, key: str, topic: str) -> str:
        """The key of what won't wait, where it is neither what is told nor was just told; else empty.

        Small talk is answered without it. What gives sense to each question by itself is said before trouble alone.
        """
        before = turn.conversation
        name, told = before.subject, self._topics.get(topic)
        if not self.insists(turn) or before.danger or holds(before.said, "insists"):
            return ""
        near = told is not None and (topic == name or name in (*told.next, *told.within))
        answers = told is not None and (told.asked or told.role) and not self._topics[name].context
        return f"insists:{name}" if (answers or answers_trouble(key)) and not near else ""

    def _is_over(self, turn: Turn) -> bool:
        """Whether what stays in mind no longer does: "the doctor looked, it's nothing", "i lost the baby"."""
        name = turn.conversation.subject
        topic = self._topics.get(name)
        seen_to = bool(topic and topic.insists and not topic.context) and self._seen_to.any_in(turn.plain)
        return seen_to or (name in self._until and self._until[name].any_in(turn.plain))


def lately(talk: Conversation, topic: str) -> bool:
    """Whether a topic was heard not long ago."""
    return topic in talk.heard[-LATELY:]
