"""Help says what the skill does and ends with a question, whatever went before.

passes: "Ask what it does, what the warning signs are, or how to start recovery. ... What would you like to hear?"
fails:  "You can ask me anything."
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.subjects import subjects

ID = "help-explains"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-interface-and-user-experience-testing-for-a-custom-skill.html"
GRADE = "C"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Help, in every state."""
    for turns in project.turns:
        for exchange in turns.everywhere("AMAZON.HelpIntent"):
            if not (exchange.open and exchange.asks):
                yield exchange.problem("does not end with a question, the session open")
            if len(subjects(exchange.speech, project.catalog)) < 2:
                yield exchange.problem("names fewer than two subjects of the catalog that can be asked about")
