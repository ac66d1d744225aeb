"""A response that asks something leaves the session open.

"Make sure the session remains open anytime users are prompted for inputs." (certification test 4.1)

passes: "What would you like to know?", shouldEndSession false
fails:  "What would you like to know?", shouldEndSession true
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "question-keeps-open"
SOURCE = "https://github.com/alexa-samples/skill-sample-nodejs-berry-bash/issues/1"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            if "?" in exchange.speech and not exchange.open:
                yield exchange.problem(f"asks, and closes the session: {exchange.speech[-80:]!r}")
