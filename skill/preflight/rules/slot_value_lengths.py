"""The longest value of a type has two words more than its shortest, or more.

passes: low; a very small amount
fails:  low; high; small; large
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "slot-value-lengths"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "warning"

SPREAD = 2


def check(project: Project) -> Iterator[Problem]:
    """Every type of ours."""
    for file in project.models:
        for kind, values in file.model.types.items():
            lengths = [len(words.split()) for value in values for words in value.words]
            if lengths and max(lengths) - min(lengths) < SPREAD:
                yield Problem(
                    file.path,
                    f"types.{kind}",
                    f"all values have {min(lengths)} to {max(lengths)} words; {SPREAD} more in the longest than in the"
                    " shortest are wanted",
                )
