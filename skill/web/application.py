"""Application: whether a request is meant for this skill; Alexa signs for everybody's."""

from __future__ import annotations

from typing import Any

from werkzeug.datastructures import Headers

from skill.alexa.guard import application_id
from skill.web.refusal import Reason, Refused
from skill.web.sdk import AbstractVerifier


class ApplicationVerifier(AbstractVerifier):  # type: ignore[misc]
    """The SDK has none: its adapter takes a skill id and does not compare it."""

    def __init__(self, skill_id: str) -> None:
        self._skill_id = skill_id

    def verify(self, headers: Headers, serialized_request_env: str, deserialized_request_env: Any) -> None:  # noqa: ARG002
        """In: the request as the SDK reads it. Raises Refused: it names another skill, or none."""
        if application_id(deserialized_request_env) != self._skill_id:
            raise Refused(Reason.SKILL)
