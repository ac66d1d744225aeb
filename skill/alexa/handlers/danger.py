"""Danger and trouble, whatever intent brought the words."""

from __future__ import annotations

from skill.alexa.handlers.base import AnswerHandler
from skill.reply import Reply
from skill.turn import Turn


class DangerHandler(AnswerHandler):
    """Emergency, harm and crisis take the turn over."""

    def wants(self, turn: Turn) -> bool:
        """By risk, not by intent."""
        return turn.risk.takes_over

    def reply(self, turn: Turn) -> Reply:
        """The line to call."""
        return self.answers.weighing.danger(turn)


class SupportHandler(AnswerHandler):
    """Use that is out of hand, or a danger that is over, comes with a line and with the answer."""

    def wants(self, turn: Turn) -> bool:
        """By risk, not by intent."""
        return bool(turn.risk.reply) and not turn.risk.takes_over

    def reply(self, turn: Turn) -> Reply:
        """A warm word, the line, and what they asked."""
        return self.answers.support(turn)
