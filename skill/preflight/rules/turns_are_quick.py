"""A turn takes far less than the 8 seconds that Alexa waits.

The budget is a second on this machine for the slowest hundredth of all turns; the skill's own time, without a network.

passes: 0.002 s
fails:  1.5 s
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "turns-are-quick"
SOURCE = "https://developer.amazon.com/docs/custom-skills/send-the-user-a-progressive-response.html"
GRADE = "C"
LEVEL = "warning"

BUDGET = 1.0
"""Seconds."""


def check(project: Project) -> Iterator[Problem]:
    """All turns."""
    for turns in project.turns:
        slowest = sorted(turns.all, key=lambda exchange: exchange.seconds)[-1 - len(turns.all) // 100]
        if slowest.seconds > BUDGET:
            yield slowest.problem(f"takes {slowest.seconds:.1f} s, and a hundredth of all turns take longer")
