"""What the skill tells people to say is a sample utterance.

People say an example word for word. Alexa is only sure of what stands among the samples.

passes: "You could ask, what is the first step", and "what is the first step" is a sample
fails:  "You could ask, what are the signs like", and nothing in the model says so
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from skill.catalog.prompts import Prompts
from skill.catalog.text import Text
from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.suggested import suggested
from skill.speaker.hearing import clean

ID = "examples-are-samples"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-interface-and-user-experience-testing-for-a-custom-skill.html"
GRADE = "ours"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every prompt of the catalog, in every locale that has a model."""
    for file in project.models:
        samples = {clean(words) for words, _, _ in file.model.spoken()}
        for field in fields(Prompts):
            value = getattr(project.catalog.prompts, field.name)
            for text in (value,) if isinstance(value, Text) else value:
                written = "".join(part for part in text.parts if isinstance(part, str))
                for words in suggested(written):
                    if clean(words) not in samples:
                        reason = f"gives {words!r} for an example, which is no sample of {file.locale}"
                        yield Problem(project.catalog_path, f"prompts.{field.name}", reason)
