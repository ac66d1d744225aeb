"""Timestamp: whether a request was sent just now, so that an overheard one can't be sent again later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from werkzeug.datastructures import Headers

from skill.web.clock import utc_now
from skill.web.sdk import AbstractVerifier, VerificationException

_TOLERANCE = timedelta(seconds=150)


class TimestampVerifier(AbstractVerifier):  # type: ignore[misc]
    """Replaces the SDK's, which fails on a time without a zone and lets an hour pass for skill events."""

    def __init__(self, clock: Callable[[], datetime] = utc_now) -> None:
        self._clock = clock

    def verify(self, headers: Headers, serialized_request_env: str, deserialized_request_env: Any) -> None:  # noqa: ARG002
        """In: the request as the SDK reads it. Raises VerificationException: no time, or more than 150 seconds off."""
        sent = getattr(getattr(deserialized_request_env, "request", None), "timestamp", None)
        if not isinstance(sent, datetime) or sent.utcoffset() is None:
            raise VerificationException("the request does not say when it was sent")
        if abs(self._clock() - sent) > _TOLERANCE:
            raise VerificationException("the request was not sent just now")
