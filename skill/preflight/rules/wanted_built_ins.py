"""The model has the built-in intents that this skill's questions need.

Fallback and home: so that nothing goes unanswered. Yes and no: the skill asks. Repeat: a number is heard. Next: lists
are walked.

passes: AMAZON.FallbackIntent, NavigateHomeIntent, YesIntent, NoIntent, RepeatIntent, NextIntent
fails:  a model without AMAZON.RepeatIntent
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "wanted-built-ins"
SOURCE = "https://developer.amazon.com/docs/custom-skills/standard-built-in-intents.html"
GRADE = "ours"
LEVEL = "error"

WANTED = ("Fallback", "NavigateHome", "Yes", "No", "Repeat", "Next")


def check(project: Project) -> Iterator[Problem]:
    """Every model."""
    for file in project.models:
        for name in WANTED:
            if f"AMAZON.{name}Intent" not in {intent.name for intent in file.model.intents}:
                yield Problem(file.path, "intents", f"AMAZON.{name}Intent is missing")
