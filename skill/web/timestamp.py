"""Timestamp: whether a request was sent just now, so that an overheard one can't be sent again later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from werkzeug.datastructures import Headers

from skill.web.clock import utc_now
from skill.web.refusal import Reason, Refused
from skill.web.sdk import AbstractVerifier

_TOLERANCE = timedelta(seconds=150)
_EVENT_TOLERANCE = timedelta(hours=1)
_EVENTS = frozenset(
    f"AlexaSkillEvent.{name}"
    for name in ("SkillEnabled SkillDisabled SkillPermissionChanged SkillPermissionAccepted SkillAccountLinked".split())
)
"""What Alexa may tell of later, since nobody waits for an answer: ask_sdk_webservice_support.verifier_constants."""


class TimestampVerifier(AbstractVerifier):  # type: ignore[misc]
    """Replaces the SDK's, which fails on a time without a zone."""

    def __init__(self, clock: Callable[[], datetime] = utc_now) -> None:
        self._clock = clock

    def verify(self, headers: Headers, serialized_request_env: str, deserialized_request_env: Any) -> None:  # noqa: ARG002
        """In: the request as the SDK reads it. Raises Refused: no time, or it is off by more than

        150 seconds, or an hour for an event such as that the skill was enabled.
        """
        request = getattr(deserialized_request_env, "request", None)
        sent = getattr(request, "timestamp", None)
        if not isinstance(sent, datetime) or sent.utcoffset() is None:
            raise Refused(Reason.TIME_MISSING)
        event = getattr(request, "object_type", None) in _EVENTS
        if abs(self._clock() - sent) > (_EVENT_TOLERANCE if event else _TOLERANCE):
            raise Refused(Reason.TIME)
