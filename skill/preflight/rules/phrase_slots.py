"""A slot for free words has words around it, and stands alone.

"AMAZON.SearchQuery must include a carrier phrase", and "cannot include both a phrase slot and another intent slot".
An intent has one such slot.

passes: "i feel {i_feel}"
fails:  "{i_feel}"; "i feel {i_feel} about {topic}"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "phrase-slots"
SOURCE = "https://github.com/keatontaylor/alexa-actions/issues/178"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every sample with a slot for free words."""
    for file in project.models:
        for intent in file.model.intents:
            free = file.phrase_slots(intent.name)
            if len(free) > 1:
                yield Problem(file.path, f"intents.{intent.name}.slots", "has more than one slot for free words")
            for sample in intent.samples:
                names = re.findall(r"\{(\w+)\}", sample)
                if not free & set(names):
                    continue
                if len(names) > 1:
                    reason = f"{sample!r} holds a slot beside one for free words"
                    yield Problem(file.path, f"intents.{intent.name}.samples", reason)
                if not re.search(r"\w", re.sub(r"\{\w+\}", "", sample)):
                    yield Problem(
                        file.path, f"intents.{intent.name}.samples", f"{sample!r} has no words around its slot"
                    )
