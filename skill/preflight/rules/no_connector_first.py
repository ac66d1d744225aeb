"""No sample starts with a word that joins it to the skill's name.

Alexa takes "about the risks" from "ask Kratom Guide about the risks" off before she looks at the samples.

passes: the risks
fails:  about the risks
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.speaker.launch_words import JOIN

ID = "no-connector-first"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "warning"


def check(project: Project) -> Iterator[Problem]:
    """Every sample."""
    for file in project.models:
        for intent, sample in file.samples():
            if found := re.match(rf"(?:from|{JOIN}) ", sample):
                yield Problem(
                    file.path, f"intents.{intent}.samples", f"{sample!r} starts with {found.group().strip()!r}"
                )
