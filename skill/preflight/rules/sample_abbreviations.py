"""Spelled letters are written with periods and spaces.

passes: what is c. b. t.
fails:  what is CBT; what is c.b.t.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "sample-abbreviations"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "warning"


def check(project: Project) -> Iterator[Problem]:
    """Every sample."""
    for file in project.models:
        for intent, sample in file.samples():
            if found := re.search(r"[A-Z]{2,}|\b[A-Za-z]\.\w", re.sub(r"\{\w+\}", "", sample)):
                reason = f"{sample!r} holds {found.group()!r}; write letters apart"
                yield Problem(file.path, f"intents.{intent}.samples", reason)
