"""The category is one that fits and that the store knows.

passes: HEALTH_AND_FITNESS
fails:  HEALTH; GAMES
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "category-fits"
SOURCE = "https://developer.amazon.com/docs/smapi/skill-manifest-v0.html"
GRADE = "C"
LEVEL = "error"

FITTING = ("HEALTH_AND_FITNESS", "EDUCATION_AND_REFERENCE", "SELF_IMPROVEMENT")


def check(project: Project) -> Iterator[Problem]:
    """The manifest."""
    category = project.manifest["publishingInformation"]["category"]
    if category not in FITTING:
        yield Problem(project.store_path, "category", f"must be one of {', '.join(FITTING)}, not {category!r}")
