"""Serve: the command that opens this door."""

from __future__ import annotations

import os
import sys
from functools import partial

from skill.shape import DataError
from skill.web.app import unverified_app, verified_app
from skill.web.door import App
from skill.web.download import download
from skill.web.metrics import Metrics
from skill.web.server import serve
from skill.web.settings import Settings, read
from skill.web.signing_keys import SigningKeys


def main(host: str | None, port: str | None, *, verified: bool = True, check: bool = False) -> int:
    """Serve until told to stop, or only check that it could.

    In: --host and --port, or None for the environment's. Returns the exit status: 1 when it can't start, and then
    says why on stderr.
    """
    try:
        settings = read(os.environ, host, port, verified=verified)
        if check:
            app_of(settings, Metrics())
            return 0
    except DataError as error:
        for problem in error.problems:
            say(problem)
        return 1
    if not verified:
        say("UNVERIFIED: ANYBODY ON THIS MACHINE CAN TALK TO THE SKILL. Never put this behind a public address.")
    return serve(partial(app_of, settings), settings, say)


def app_of(settings: Settings, metrics: Metrics) -> App:
    """The app for the settings. Raises DataError when a data file can't be used."""
    body_bytes = settings.body_kilobytes * 1024
    if not settings.verified:
        return unverified_app(metrics, body_bytes)
    seconds = settings.download_seconds
    keys = SigningKeys(partial(download, seconds=seconds), seconds=seconds, noted=metrics.chain)
    return verified_app(settings.skill_id, keys, metrics, body_bytes)


def say(line: str) -> None:
    """Tell the operator one line."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
