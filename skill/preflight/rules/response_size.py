"""A whole response stays under 24 kilobytes, with what the session remembers.

Older pages say 24 KB and newer ones 120 KB; the smaller figure satisfies both.

passes: 2 KB
fails:  a session that remembers every answer in full
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "response-size"
SOURCE = "https://github.com/alexa/alexa-skills-kit-sdk-for-nodejs/issues/67"
GRADE = "C"
LEVEL = "error"

LIMIT = 24_000
"""Bytes."""


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            size = len(json.dumps(exchange.response, ensure_ascii=False).encode())
            if size >= LIMIT:
                yield exchange.problem(f"has {size} bytes; it must have fewer than {LIMIT}")
