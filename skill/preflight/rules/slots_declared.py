"""Every slot of a sample is declared, every declared one is used, and none twice in a sample.

passes: slots: [span], "what are the {span} effects"
fails:  "what are the {time} effects"; "{span} or {span}"; "{short term|span} effects"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "slots-declared"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every sample, and every slot."""
    for file in project.models:
        for intent in file.model.intents:
            used: set[str] = set()
            for sample in (words for name, words in file.samples() if name == intent.name):
                names = re.findall(r"\{([^{}]*)\}", sample)
                used |= set(names)
                if odd := [name for name in names if name not in intent.slots]:
                    reason = f"{sample!r} names {', '.join(odd)}, which is not declared"
                    yield Problem(file.path, f"intents.{intent.name}.samples", reason)
                if len(set(names)) < len(names):
                    yield Problem(file.path, f"intents.{intent.name}.samples", f"{sample!r} names a slot twice")
            for name in sorted(set(intent.slots) - used):
                yield Problem(file.path, f"intents.{intent.name}.slots.{name}", "stands in no sample")
