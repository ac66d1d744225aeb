"""Questions: those with an intent of their own, and free words."""

from __future__ import annotations

from skill.alexa.handlers.base import AnswerHandler
from skill.reply import Reply
from skill.turn import Turn


class QuestionHandler(AnswerHandler):
    """Every intent that a topic of the catalog names."""

    def wants(self, turn: Turn) -> bool:
        """By the catalog."""
        return self.answers.catalog.topic_of(turn.intent) is not None

    def reply(self, turn: Turn) -> Reply:
        """The topic, made exact by the slots."""
        return self.answers.question(turn)


class FreeHandler(AnswerHandler):
    """Free words."""

    def wants(self, turn: Turn) -> bool:
        """By the kind of intent."""
        return turn.free

    def reply(self, turn: Turn) -> Reply:
        """The topic that the words ask for."""
        return self.answers.free(turn)
