"""What all handlers share: reading the turn, rendering the reply."""

from __future__ import annotations

from typing import ClassVar

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from skill.alexa.render import render
from skill.alexa.request import REPLY, turn_of
from skill.answers import Answers
from skill.reply import Reply
from skill.turn import Turn


class AnswerHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Answers the intents (or request types) it names."""

    intents: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, answers: Answers) -> None:
        self.answers = answers

    def wants(self, turn: Turn) -> bool:
        """Whether this handler answers the turn."""
        return turn.intent in self.intents

    def reply(self, turn: Turn) -> Reply:
        """What to say."""
        raise NotImplementedError

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """See `wants`."""
        return self.wants(turn_of(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Render what `reply` says."""
        reply = self.reply(turn_of(handler_input))
        handler_input.attributes_manager.request_attributes[REPLY] = reply
        return render(reply, handler_input)
