"""The name to open the skill by has three words or fewer.

passes: kratom guide
fails:  the friendly kratom recovery guide
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "invocation-words"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "warning"


def check(project: Project) -> Iterator[Problem]:
    """Every model."""
    for file in project.models:
        if len(file.model.invocation.split()) > 3:
            yield Problem(file.path, "invocationName", f"{file.model.invocation!r} has more than three words")
