"""The longest sample of an intent has five words more than its shortest, or more.

People ask the same in one word and in ten; samples of one length teach Alexa only that length.

passes: warning signs; can you please tell me what the warning signs are
fails:  warning signs; the warning signs; what are the warning signs
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "sample-lengths"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "warning"

SPREAD = 5


def check(project: Project) -> Iterator[Problem]:
    """Every model. A slot counts as one word."""
    for file in project.models:
        for intent in file.model.intents:
            lengths = [len(sample.split()) for sample in intent.samples]
            if not intent.name.startswith("AMAZON.") and lengths and max(lengths) - min(lengths) < SPREAD:
                yield Problem(
                    file.path,
                    f"intents.{intent.name}.samples",
                    f"all have {min(lengths)} to {max(lengths)} words; {SPREAD} more in the longest than in the"
                    " shortest are wanted",
                )
