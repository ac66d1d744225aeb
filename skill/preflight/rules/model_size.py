"""A model has at most a million characters.

The management API refused more: "must have length less than or equal to 1000000".

passes: 370,000 characters
fails:  1,000,001 characters
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "model-size"
SOURCE = "https://github.com/alexa/ask-cli/issues/9"
GRADE = "D"
LEVEL = "error"

LIMIT = 1_000_000


def check(project: Project) -> Iterator[Problem]:
    """Every model."""
    for file in project.models:
        size = len(file.path.read_text(encoding="utf-8"))
        if size > LIMIT:
            yield Problem(file.path, "interactionModel", f"has {size} characters; {LIMIT} is the limit")
