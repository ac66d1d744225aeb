"""Speech and reprompt stay under 8000 characters each.

"The text string must be less than 8000 characters." (The older figure of 10,000 is for another voice service.)

passes: 400 characters
fails:  8000 characters
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "speech-length"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/best-practice-text-response.html"
GRADE = "A"
LEVEL = "error"

LIMIT = 8000


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            longest = max(len(exchange.ssml), len(exchange.reprompt_ssml))
            if longest >= LIMIT:
                yield exchange.problem(f"has {longest} characters; it must have fewer than {LIMIT}")
