"""Every intent of the model has a handler or a topic, and every one of those an intent.

passes: WarningSignsIntent in en-US.json and at a topic of responses.yaml
fails:  WarningSignIntent in en-US.json
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.alexa.handlers import IN_ORDER
from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.turn import PHRASE

ID = "handlers-match"
SOURCE = "skill/alexa/handlers/__init__.py"
GRADE = "ours"
LEVEL = "error"

NO_INTENTS = frozenset({"LaunchRequest", "SessionEndedRequest", "System.ExceptionEncountered", "AMAZON.MoreIntent"})
"""Request types, and an intent that only screens send."""


def check(project: Project) -> Iterator[Problem]:
    """Every model."""
    handled = {intent for handler in IN_ORDER for intent in handler.intents}
    answered = handled | project.catalog.intents
    for file in project.models:
        names = {intent.name for intent in file.model.intents}
        for name in sorted(names - answered):
            if not name.endswith(PHRASE):
                yield Problem(file.path, f"intents.{name}", "nothing answers it")
        for name in sorted(answered - names - NO_INTENTS):
            yield Problem(file.path, f"intents.{name}", "is answered, and is not in the model")
