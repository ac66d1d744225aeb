"""Counted: a verifier whose refusals are counted, since the SDK's adapter keeps them to itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from werkzeug.datastructures import Headers

from skill.web.refusal import Reason, Refused
from skill.web.sdk import AbstractVerifier


class CountedVerifier(AbstractVerifier):  # type: ignore[misc]
    """As the verifier in it."""

    def __init__(self, inner: AbstractVerifier, refused: Callable[[Reason], None]) -> None:
        self._inner = inner
        self._refused = refused

    def verify(self, headers: Headers, serialized_request_env: str, deserialized_request_env: Any) -> None:
        """In: the request as the SDK reads it. Raises Refused, and counts it."""
        try:
            self._inner.verify(headers, serialized_request_env, deserialized_request_env)
        except Refused as error:
            self._refused(error.reason)
            raise
