"""Discretion: keeps what a request says out of the log."""

from __future__ import annotations

import logging

from skill.web.refusal import Refused
from skill.where import where


class Discretion(logging.Filter):
    """Takes the exception off a log line, since its text may quote the request, and leaves what it was and where.

    Flask and the SDK's adapter log whole exceptions. The text of a Refused stays: it is one of our own.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """In: a line about to be logged. It is always logged, without an exception."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            record.msg, record.args = "%s: %s", (record.getMessage(), _reason(error))
        record.exc_info = record.exc_text = None
        return True


def _reason(error: BaseException) -> str:
    if isinstance(error, Refused):
        return str(error)
    return where(error)
