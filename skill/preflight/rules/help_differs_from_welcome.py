"""Help is more than the welcome said once more.

passes: welcome "Welcome to Kratom Guide. ...", help "I answer questions about kratom. ..."
fails:  the same sentences in both
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.subjects import sentences

ID = "help-differs-from-welcome"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-interface-and-user-experience-testing-for-a-custom-skill.html"
GRADE = "C"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Help, in every state, beside the launch."""
    for turns in project.turns:
        welcome = set(sentences(turns.launch.speech))
        for exchange in turns.everywhere("AMAZON.HelpIntent"):
            if 2 * len(welcome & set(sentences(exchange.speech))) > len(welcome):
                yield exchange.problem("repeats most of the welcome")
