"""The sensitivity of Fallback is one that Amazon knows.

passes: LOW, MEDIUM, HIGH
fails:  low
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "fallback-sensitivity"
SOURCE = "https://github.com/alexa/alexa-apis-for-nodejs"
GRADE = "B"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every model."""
    for file in project.models:
        configuration = file.language.get("modelConfiguration") or {}
        level = (configuration.get("fallbackIntentSensitivity") or {}).get("level", "LOW")
        if level not in ("LOW", "MEDIUM", "HIGH"):
            key = "modelConfiguration.fallbackIntentSensitivity.level"
            yield Problem(file.path, key, f"must be LOW, MEDIUM or HIGH, not {level!r}")
