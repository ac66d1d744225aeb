""" "Help", "stop" and "cancel" never end up in a slot.

They are Alexa's own words. A slot type that lists one of them, or a turn that waits for one slot alone
(Dialog.ElicitSlot), takes them for an answer.

passes: SIGN: tolerance, withdrawal sign, neglect
fails:  HELP_KIND: help, detox, therapy
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.built_ins import built_in_phrases
from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "help-is-no-slot-value"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-interface-and-user-experience-testing-for-a-custom-skill.html"
GRADE = "C"
LEVEL = "error"

LEAVING = ("AMAZON.HelpIntent", "AMAZON.StopIntent", "AMAZON.CancelIntent")


def check(project: Project) -> Iterator[Problem]:
    """The values of slot types, and what devices are told."""
    taken = {words for intent in LEAVING for words in built_in_phrases()[intent]}
    for file in project.models:
        for name, values in file.model.types.items():
            for words in sorted({words for value in values for words in value.words} & taken):
                yield Problem(file.path, f"types.{name}", f"lists {words!r}, which is Alexa's own word")
    for turns in project.turns:
        for exchange in turns.all:
            if any(directive.get("type") == "Dialog.ElicitSlot" for directive in exchange.directives):
                yield exchange.problem("waits for one slot alone, and may take help for its value")
