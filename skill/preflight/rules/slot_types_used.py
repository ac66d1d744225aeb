"""Every slot has a type that is there, and every type of ours is used.

passes: slot span of type SPAN, types: SPAN
fails:  slot span of type SPANS; a type that no slot has
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "slot-types-used"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every slot, and every type."""
    for file in project.models:
        used = set()
        for intent in file.model.intents:
            for slot, kind in intent.slots.items():
                used.add(kind)
                if kind not in file.model.types and not kind.startswith("AMAZON."):
                    yield Problem(file.path, f"intents.{intent.name}.slots.{slot}", f"there is no type {kind}")
        for kind in sorted(set(file.model.types) - used):
            yield Problem(file.path, f"types.{kind}", "is used by no slot")
