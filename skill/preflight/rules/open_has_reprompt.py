"""A session that stays open has a reprompt, and the reprompt asks again.

After 8 seconds of silence Alexa says the reprompt, waits 8 seconds more, and ends the session.

passes: reprompt "You can say yes, no, or ask me something else. Shall I tell you more?"
fails:  no reprompt, or one that asks nothing
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "open-has-reprompt"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-interface-and-user-experience-testing-for-a-custom-skill.html"
GRADE = "ours"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            if exchange.open and not exchange.reprompt.endswith("?"):
                yield exchange.problem("stays open without a reprompt that asks again")
