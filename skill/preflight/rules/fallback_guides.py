"""Fallback names the skill, gives an example, and asks.

passes: "I'm Kratom Guide, and I didn't catch that. ... You could ask, what are the warning signs. What would you ..."
fails:  "Sorry, I didn't get that."
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.suggested import suggested
from skill.speaker.hearing import FALLBACK, clean

ID = "fallback-guides"
SOURCE = "https://developer.amazon.com/docs/custom-skills/standard-built-in-intents.html"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Fallback in a new session and after the launch."""
    for turns in project.turns:
        name = clean(turns.file.model.invocation)
        for exchange in turns.everywhere(FALLBACK)[:2]:
            if name not in clean(exchange.speech):
                yield exchange.problem("does not name the skill")
            if not any(suggested(exchange.speech)):
                yield exchange.problem("gives no example of what to say")
            if not (exchange.open and exchange.asks):
                yield exchange.problem("does not end with a question, the session open")
