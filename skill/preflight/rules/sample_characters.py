"""Sample utterances hold letters, digits, spaces and ' . , - and slots, and nothing else.

passes: what's the {span} effect
fails:  what's the effect?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "sample-characters"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every sample."""
    for file in project.models:
        for intent, sample in file.samples():
            if odd := sorted(set(re.findall(r"[^\w'.,\-{}\s]", sample))):
                yield Problem(file.path, f"intents.{intent}.samples", f"{sample!r} holds {' '.join(odd)}")
