""" "Cancel" ends the session from every state.

"The skill does not exit when users say 'cancel'." (certification test 4.13)

passes: "Goodbye, and take good care.", shouldEndSession true
fails:  "Would you like to hear something else?", shouldEndSession false
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "cancel-ends"
SOURCE = "https://github.com/OneBusAway/onebusaway-alexa/issues/93"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Cancel, in every state."""
    for turns in project.turns:
        for exchange in turns.everywhere("AMAZON.CancelIntent"):
            if not exchange.ends:
                yield exchange.problem("does not end the session")
