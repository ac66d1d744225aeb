""" "Stop" ends the session from every state.

The skill must exit when a person says "stop", from any state. (certification test 4.13)

passes: "Goodbye, and take good care.", shouldEndSession true
fails:  "Would you like to hear something else?", shouldEndSession false
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "stop-ends"
SOURCE = "https://github.com/internetarchive/internet-archive-voice-apps/issues/338"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Stop, in every state."""
    for turns in project.turns:
        for exchange in turns.everywhere("AMAZON.StopIntent"):
            if not exchange.ends:
                yield exchange.problem("does not end the session")
