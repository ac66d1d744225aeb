"""Whatever no other handler knows."""

from __future__ import annotations

import logging

from skill.alexa.handlers.base import AnswerHandler
from skill.reply import Reply
from skill.turn import Turn

log = logging.getLogger(__name__)


class UnexpectedHandler(AnswerHandler):
    """An intent or a request type from the future."""

    def wants(self, turn: Turn) -> bool:  # noqa: ARG002
        """Anything."""
        return True

    def reply(self, turn: Turn) -> Reply:
        """A kind word with the helpline in it."""
        log.warning("no handler for this request")
        return self.answers.unclear.unexpected(turn)
