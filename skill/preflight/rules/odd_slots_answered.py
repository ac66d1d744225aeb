"""An empty, unknown or odd slot gets a helpful answer, not an error.

passes: "compare kratom with elephants" asks which comparison is meant
fails:  "compare kratom with elephants" gets "something went wrong"
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.answered import unanswered
from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "odd-slots-answered"
SOURCE = "https://github.com/omegabytes/askTheDM/issues/66"
GRADE = "C"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Each intent with slots, with all of them empty, and with odd words in them."""
    for turns in project.turns:
        for exchange in turns.odd_slots:
            if reason := unanswered(exchange, project.catalog):
                yield exchange.problem(reason)
