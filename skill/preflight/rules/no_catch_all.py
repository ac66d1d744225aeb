"""Questions have intents of their own; free words are what is left.

"Single intent skills that bypass the NLU to another system are not allowed", says an Amazon evangelist. Most intents
that bring an answer must be intents without a slot for free words.

passes: 70 intents of topics, each with its samples
fails:  one intent with one slot for free words
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "no-catch-all"
SOURCE = "https://github.com/MicrosoftDocs/bot-docs/issues/2043"
GRADE = "C"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every model."""
    for file in project.models:
        plain = [intent for intent in file.model.intents if not intent.name.startswith("AMAZON.")]
        plain = [intent for intent in plain if not file.phrase_slots(intent.name)]
        topics = [topic for topic in project.catalog.topics.values() if topic.intent]
        if len(plain) < max(2, len(topics)):
            yield Problem(
                file.path, "intents", f"has {len(plain)} intents without free words, for {len(topics)} topics"
            )
