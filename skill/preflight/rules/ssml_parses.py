"""Speech and reprompt are SSML that parses.

Alexa's SDK does not escape what it is given: "hi & <bad" becomes SSML that Alexa refuses, and the session ends.

passes: <speak>Vitamins &amp; herbs.</speak>
fails:  <speak>Vitamins & herbs.</speak>
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "ssml-parses"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/best-practice-text-response.html"
GRADE = "E"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            for ssml in (exchange.ssml, exchange.reprompt_ssml):
                try:
                    root = ElementTree.fromstring(ssml or "<speak/>")  # noqa: S314 - our own text
                except ElementTree.ParseError as error:
                    yield exchange.problem(f"is not SSML: {error}")
                    continue
                if root.tag != "speak" or root.find(".//speak") is not None:
                    yield exchange.problem("is not one <speak> around everything")
