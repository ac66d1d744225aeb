"""Every sample utterance gets an answer that has to do with it.

A certification failure reads "the skill's response is irrelevant to the request or contains an error". An intent of a
topic must bring a topic; an intent that means danger must be heard as danger.

passes: "what are the warning signs" names the warning signs; "i overdosed" names the emergency line
fails:  "i overdosed" gets "I don't have an answer to that one"
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.answered import unanswered
from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "samples-answered"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-interface-and-user-experience-testing-for-a-custom-skill.html"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Each sample, with each value of its slots."""
    catalog = project.catalog
    for turns in project.turns:
        for exchange in turns.samples:
            topic, risk = catalog.topic_of(exchange.intent), catalog.risk_of(exchange.intent)
            if reason := unanswered(exchange, catalog):
                yield exchange.problem(reason)
            elif risk and catalog.risk[risk].level != "none" and exchange.level == "none":
                yield exchange.problem("is not heard as danger")
            elif topic and exchange.level == "none" and "topic:" not in exchange.said and "risk:" not in exchange.said:
                yield exchange.problem(f"is answered with {exchange.said or 'nothing'}, not with a topic")
