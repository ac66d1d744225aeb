"""Every intent works in a session of its own, without opening the skill first.

"Alexa, ask Kratom Guide what are the warning signs" arrives as an intent in a new session. What answers it must have to
do with it, as in samples-answered.

passes: WarningSignsIntent in a new session names the warning signs
fails:  it says "Please open the skill first", an error, or the steps of recovery
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.answered import unanswered
from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.relevant import irrelevant

ID = "one-shots-answered"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/functional-testing-for-a-custom-skill.html"
GRADE = "C"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Each intent once."""
    for turns in project.turns:
        for exchange in turns.one_shots:
            if reason := unanswered(exchange, project.catalog) or irrelevant(exchange, project.catalog):
                yield exchange.problem(reason)
