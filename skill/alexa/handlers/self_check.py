"""The self-check, while one of its questions waits for an answer."""

from __future__ import annotations

from skill.alexa.handlers.base import AnswerHandler
from skill.reply import Reply
from skill.turn import Turn


class SelfCheckHandler(AnswerHandler):
    """Yes, no, sometimes, skip, repeat, and answers in one's own words."""

    def wants(self, turn: Turn) -> bool:
        """By the conversation; a turn that is no answer goes on to the other handlers."""
        return self.answers.answers_check(turn)

    def reply(self, turn: Turn) -> Reply:
        """The next question, or what the answers amount to."""
        return self.answers.self_check(turn)
