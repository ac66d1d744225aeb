"""A store page has one to three example phrases.

"At least one example phrase has been provided." Fewer than three are a warning of three-examples.

passes: three phrases
fails:  none; four
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "example-count"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/functional-testing-for-a-custom-skill.html"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every page."""
    for locale, page in project.listing.pages.items():
        if not 1 <= len(page.examples) <= 3:
            yield Problem(project.page_path(locale), "examples", f"holds {len(page.examples)} phrases; three are shown")
