"""Yes and no get an answer in every state, whether or not something was asked.

"A user responds to confirm or deny an action", and the skill does not understand: a common failure.

passes: "yes" after "Shall I tell you more?" tells more; "yes" in a new session says what can be asked
fails:  "yes" gets an error
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.answered import unanswered
from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "yes-no-answered"
SOURCE = "https://developer.amazon.com/docs/custom-skills/troubleshooting-common-certification-failures.html"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Yes and no, in every state."""
    for turns in project.turns:
        for intent in ("AMAZON.YesIntent", "AMAZON.NoIntent"):
            for exchange in turns.everywhere(intent):
                if reason := unanswered(exchange, project.catalog):
                    yield exchange.problem(reason)
