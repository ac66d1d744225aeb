"""Speech holds no special characters, such as those of HTML or Markdown.

"Don't include special characters, such as HTML, XML." Alexa reads some of them aloud.

passes: "Kratom's effects depend on how much is taken."
fails:  "Kratom's *effects* depend on #dose."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "speech-characters"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/best-practice-text-response.html"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            if odd := sorted(set(re.findall(r"[*_#<>&@|~^=+\[\]{}/\\]", exchange.speech + exchange.reprompt))):
                yield exchange.problem(f"says {' '.join(odd)}")
