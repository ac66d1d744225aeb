"""No intent of our own takes the words of a built-in one.

"Help me" is Alexa's: Amazon's validator treats the same utterance in two intents as an error.

passes: "i need the helpline"
fails:  "help me" in HelplineIntent
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.built_ins import built_in_phrases
from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.speaker.hearing import clean

ID = "built-in-phrases-free"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every sample with every value."""
    for file in project.models:
        names = {intent.name for intent in file.model.intents}
        taken = {words: name for name, phrases in built_in_phrases().items() if name in names for words in phrases}
        for words, intent, _ in file.model.spoken():
            name = taken.get(clean(words), intent)
            if name != intent and not intent.startswith("AMAZON."):
                yield Problem(file.path, f"intents.{intent}.samples", f"{words!r} belongs to {name}")
