"""Stop and cancel say goodbye, and no answer.

A skill whose "stop" gave the content it gives to a question failed certification test 4.13. After a danger was told of,
its number may be said once more.

passes: "Take care of yourself. Goodbye."
fails:  "The warning signs are ... Goodbye."
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.subjects import sentences

ID = "leaving-tells-nothing"
SOURCE = "https://github.com/martincostello/alexa-london-travel/issues/17"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Stop, cancel and home, in every state."""
    for turns in project.turns:
        place = project.catalog.place(turns.file.locale)
        answers = [
            sentences(text.plain(place))[0]
            for topic in project.catalog.topics.values()
            for text in (topic.answer, *topic.more)
        ]
        for intent in ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"):
            for exchange in turns.everywhere(intent):
                if found := next((answer for answer in answers if answer in exchange.speech), None):
                    yield exchange.problem(f"gives an answer: {found!r}")
