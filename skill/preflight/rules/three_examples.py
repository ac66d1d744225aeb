"""A store page gives all three example phrases that are shown.

"Three example phrases that illustrate how users can invoke your skill." One is enough for certification; Amazon's
validator warns of fewer than three.

passes: three phrases
fails:  two
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "three-examples"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "warning"


def check(project: Project) -> Iterator[Problem]:
    """Every page."""
    for locale, page in project.listing.pages.items():
        if 1 <= len(page.examples) < 3:  # for none, example-count speaks
            yield Problem(project.page_path(locale), "examples", f"holds {len(page.examples)} of three phrases")
