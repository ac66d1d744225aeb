"""A request may hold properties that nobody knows yet.

"Your code for de-serializing a JSON request must not break when it encounters a new, unknown property."

passes: the same answer with and without "future": 1 in every part of the request
fails:  an error
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from skill.preflight.answered import unanswered
from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "unknown-properties-accepted"
SOURCE = "https://github.com/alexa/alexa-skills-kit-sdk-for-nodejs/issues/202"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """The launch and each intent, with an unknown property in each part of the request."""
    for turns in project.turns:
        for before in (turns.launch, *turns.one_shots):
            after = turns.drive(before.intent, f"{before.key}, with unknown properties", _with_more(before.request))
            if reason := unanswered(after, project.catalog):
                yield after.problem(reason)
            elif (after.said, after.level, after.open) != (before.said, before.level, before.open):
                yield after.problem(
                    f"is answered with {after.said or 'nothing'}; without them, {before.said or 'nothing'}"
                )


def _with_more(values: Any) -> Any:
    """Values with an unknown property in each object, but for those whose properties are names: slots, attributes."""
    if not isinstance(values, dict):
        return values
    return {"future": {"unknown": [1]}} | {
        name: value if name in ("slots", "attributes") else _with_more(value) for name, value in values.items()
    }
