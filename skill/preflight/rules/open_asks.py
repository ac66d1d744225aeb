"""A session that stays open was asked a question.

"The session remains open with no prompt to the user. The skill must close the session after fulfilling requests if it
does not prompt the user for any input." (certification test 4.1)

passes: "... Would you like to hear more about that?", shouldEndSession false
fails:  "... That's all.", shouldEndSession false
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "open-asks"
SOURCE = "https://github.com/alexa-samples/skill-sample-python-fact/issues/13"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            if exchange.open and not exchange.asks:
                yield exchange.problem(f"leaves the session open without a question: {exchange.speech[-80:]!r}")
