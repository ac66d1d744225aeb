"""Clock: what time it is, as a function so that another one can be put in its place."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)
