""" "Go home" ends the session from every state, as stop does.

passes: "Goodbye, and take good care.", shouldEndSession true
fails:  "Would you like to hear something else?", shouldEndSession false
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "home-ends"
SOURCE = "https://developer.amazon.com/docs/custom-skills/standard-built-in-intents.html"
GRADE = "ours"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Home, in every state."""
    for turns in project.turns:
        for exchange in turns.everywhere("AMAZON.NavigateHomeIntent"):
            if not exchange.ends:
                yield exchange.problem("does not end the session")
