"""When the session has ended from outside, nothing is said or shown.

A skill can't return a response to SessionEndedRequest; speech there is an error.

passes: {"shouldEndSession": true}
fails:  {"outputSpeech": {"ssml": "<speak>Goodbye.</speak>"}}
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "ended-is-silent"
SOURCE = "https://github.com/home-assistant/core/pull/69347"
GRADE = "C"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """The session ends for each reason, in every state."""
    for turns in project.turns:
        for exchange in turns.endings:
            if exchange.failure:
                yield exchange.problem(f"the skill raised {exchange.failure}")
            if said := sorted(set(exchange.body) & {"outputSpeech", "reprompt", "card", "directives"}):
                yield exchange.problem(f"returns {', '.join(said)}")
