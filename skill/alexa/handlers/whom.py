"""Whom it is about."""

from __future__ import annotations

from skill.alexa.handlers.base import AnswerHandler
from skill.reply import Reply
from skill.turn import Turn


class ForOtherHandler(AnswerHandler):
    """It's my son, not me."""

    intents = frozenset({"ForOtherIntent"})

    def reply(self, turn: Turn) -> Reply:
        """The answers that concern them."""
        return self.answers.for_other(turn)


class ForMeHandler(AnswerHandler):
    """It's about me."""

    intents = frozenset({"ForMeIntent"})

    def reply(self, turn: Turn) -> Reply:
        """From now on the answers are for the speaker."""
        return self.answers.for_me(turn)
