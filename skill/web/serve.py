"""Serve: the command that opens this door."""

from __future__ import annotations

import ipaddress
import os
import sys

from skill.shape import DataError
from skill.web.app import unverified_app, verified_app
from skill.web.server import Server


def main(host: str, port: int, *, verified: bool = True) -> int:
    """Serve until interrupted. Returns the exit status: 1 when it can't start, and then says why on stderr."""
    skill_id = os.environ.get("SKILL_ID", "").strip()
    if verified and not skill_id:
        return _fail(
            "SKILL_ID is not set. It must hold the skill's id, so that only requests for this skill are answered."
        )
    if not verified and not _is_loopback(host):
        return _fail(f"--unverified only works on this machine itself, for example --host 127.0.0.1, not {host!r}.")
    if not 0 <= port <= 65535:
        return _fail(f"{port} is not a port.")
    try:
        app = verified_app(skill_id) if verified else unverified_app()
    except DataError as error:
        return _fail(*error.problems)
    if not verified:
        _say("UNVERIFIED: ANYBODY ON THIS MACHINE CAN TALK TO THE SKILL. Never put this behind a public address.")
    server = Server(app, host, port)
    _say(f"Listening on http://{f'[{host}]' if ':' in host else host}:{server.port}/alexa")
    server.serve_forever()
    return 0


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _fail(*lines: str) -> int:
    for line in lines:
        _say(line)
    return 1


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
