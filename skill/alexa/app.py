"""App: builds the skill, once, from its parts."""

from __future__ import annotations

import logging

from ask_sdk_core.dispatch_components import AbstractExceptionHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response

from skill.alexa.guard import GuardedSkill
from skill.alexa.handlers import IN_ORDER
from skill.alexa.recording import RecordInterceptor
from skill.alexa.render import render
from skill.alexa.request import TurnInterceptor, turn_of
from skill.answers import Answers
from skill.parts import Parts
from skill.record import Recorder
from skill.where import where

log = logging.getLogger(__name__)


class ErrorHandler(AbstractExceptionHandler):  # type: ignore[misc]
    """An exception in our own code gets a kind reply, and a log line without a word of what was said."""

    def __init__(self, answers: Answers, recording: RecordInterceptor) -> None:
        self._answers = answers
        self._recording = recording

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:  # noqa: ARG002
        """Any."""
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """The error reply. Only where it happened is logged: an exception's text may quote the request."""
        log.error("%s", where(exception))
        self._recording.record(handler_input, raised=True)  # the SDK runs no response interceptor after an exception
        return render(self._answers.unclear.error(turn_of(handler_input)), handler_input)


def build(parts: Parts, skill_id: str | None = None, recorder: Recorder | None = None) -> GuardedSkill:
    """The skill, ready to answer.

    With a skill id, a request for another skill is refused. The recorder gets a Record of every turn.
    """
    intents = (intent for handler in IN_ORDER for intent in handler.intents)
    recording = RecordInterceptor(parts.catalog, intents, recorder or (lambda _: None))
    builder = SkillBuilder()
    builder.add_global_request_interceptor(TurnInterceptor(parts.catalog, parts.detector))
    for handler in IN_ORDER:
        builder.add_request_handler(handler(parts.answers))
    builder.add_global_response_interceptor(recording)
    builder.add_exception_handler(ErrorHandler(parts.answers, recording))
    return GuardedSkill(builder.skill_configuration, skill_id)
