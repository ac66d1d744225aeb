"""The disclaimer is heard with the first answer of a session, or with the welcome, and stands on the card.

A study of health skills found it missing in most; the 2017 policy asks for it in voice. Where there is danger the line
to call comes first, and alone.

passes: "Tolerance means ... This is general information, not medical advice. Would you like ..."
fails:  the same without it
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "answers-disclaim"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/policy-requirements-for-an-alexa-skill.html"
GRADE = "C"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every answer in a session of its own, and the launch."""
    for turns in project.turns:
        place = project.catalog.place(turns.file.locale)
        spoken = project.catalog.disclaimer.spoken.plain(place)
        shown = project.catalog.disclaimer.card.plain(place)
        asked = {f"topic:{name}" for name, topic in project.catalog.topics.items() if topic.asked}  # and no small talk
        answers = [exchange for exchange in turns.samples if exchange.said in asked]
        for exchange in (turns.launch, *answers):
            if spoken not in exchange.speech:
                yield exchange.problem("is not said with the disclaimer")
            if exchange.card and shown not in str(exchange.card.get("content")):
                yield exchange.problem("has a card without the disclaimer")
