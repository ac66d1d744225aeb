"""The question stands in the speech, not only in the reprompt.

A skill that put its question into the reprompt alone failed certification test 4.1: nobody hears it for 8 seconds.

passes: speech "... What would you like to know?", reprompt "You could say ... What would you like to know?"
fails:  speech "...", reprompt "What would you like to know?"
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "question-is-spoken"
SOURCE = "https://github.com/alexa-js/alexa-app/issues/353"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            if "?" in exchange.reprompt and "?" not in exchange.speech:
                yield exchange.problem(f"asks only in the reprompt: {exchange.reprompt[:80]!r}")
