"""The model has Help, Stop and Cancel.

Amazon's validator counts a missing one as an error, and certification tests all three.

passes: AMAZON.HelpIntent, AMAZON.StopIntent, AMAZON.CancelIntent
fails:  a model without AMAZON.CancelIntent
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "required-built-ins"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every model."""
    for file in project.models:
        for name in ("AMAZON.HelpIntent", "AMAZON.StopIntent", "AMAZON.CancelIntent"):
            if name not in {intent.name for intent in file.model.intents}:
                yield Problem(file.path, "intents", f"{name} is missing")
