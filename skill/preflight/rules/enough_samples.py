"""An intent of our own has five sample utterances or more.

passes: five ways to ask for the warning signs
fails:  four
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "enough-samples"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "warning"

FEWEST = 5


def check(project: Project) -> Iterator[Problem]:
    """Every model."""
    for file in project.models:
        for intent in file.model.intents:
            if not intent.name.startswith("AMAZON.") and len(intent.samples) < FEWEST:
                yield Problem(
                    file.path, f"intents.{intent.name}", f"has {len(intent.samples)} samples; {FEWEST} are few"
                )
