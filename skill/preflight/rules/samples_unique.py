"""No utterance leads to two intents, with the slots' values filled in.

passes: "compare detox and therapy" in CompareApproachesIntent alone
fails:  "tell me about {help}" with the value therapy in one intent, "tell me about therapy" in another
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.speaker.hearing import clean

ID = "samples-unique"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every sample with every value."""
    for file in project.models:
        owner: dict[str, str] = {}
        for words, intent, _ in file.model.spoken():
            if (first := owner.setdefault(clean(words), intent)) != intent:
                yield Problem(file.path, f"intents.{intent}.samples", f"{words!r} leads to {first} too")
        free: dict[str, str] = {}
        for sample, intent, slot in file.model.free():
            if (first := free.setdefault(clean(sample.replace(f"{{{slot}}}", " _ ")), intent)) != intent:
                yield Problem(file.path, f"intents.{intent}.samples", f"{sample!r} stands in {first} too")
