"""App: builds the skill, once, from its parts."""

from __future__ import annotations

import logging

from ask_sdk_core.dispatch_components import AbstractExceptionHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response

from skill.alexa.guard import GuardedSkill
from skill.alexa.handlers import IN_ORDER
from skill.alexa.render import render
from skill.alexa.request import TurnInterceptor, turn_of
from skill.answers import Answers
from skill.risk import Detector
from skill.where import where

log = logging.getLogger(__name__)


class ErrorHandler(AbstractExceptionHandler):  # type: ignore[misc]
    """An exception in our own code gets a kind reply, and a log line without a word of what was said."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:  # noqa: ARG002
        """Any."""
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """The error reply. Only where it happened is logged: an exception's text may quote the request."""
        log.error("%s", where(exception))
        return render(self._answers.error(turn_of(handler_input)), handler_input)


def build(answers: Answers, detector: Detector, skill_id: str | None = None) -> GuardedSkill:
    """The skill, ready to answer. With a skill id, a request for another skill is refused."""
    builder = SkillBuilder()
    builder.add_global_request_interceptor(TurnInterceptor(answers.catalog, detector))
    for handler in IN_ORDER:
        builder.add_request_handler(handler(answers))
    builder.add_exception_handler(ErrorHandler(answers))
    return GuardedSkill(builder.skill_configuration, skill_id)
