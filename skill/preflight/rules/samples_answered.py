"""Every sample utterance gets an answer that has to do with it.

A certification failure reads "the skill's response is irrelevant to the request or contains an error". An intent of a
topic must bring that topic, or what its slots name, or a word on danger; an intent that means danger must be heard as
danger; whoever asks for the helpline must hear its number.

passes: "what are the warning signs" names the warning signs; "i overdosed" names the emergency line
fails:  "what are the warning signs" gets the steps of recovery; "i overdosed" gets "I don't have an answer to that one"
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.answered import unanswered
from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.relevant import irrelevant

ID = "samples-answered"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-interface-and-user-experience-testing-for-a-custom-skill.html"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Each sample, with each value of its slots."""
    catalog = project.catalog
    for turns in project.turns:
        for exchange in turns.samples:
            if reason := unanswered(exchange, catalog) or irrelevant(exchange, catalog):
                yield exchange.problem(reason)
