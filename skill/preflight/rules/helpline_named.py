"""The description names whose number the skill reads, and that the skill is not part of it.

"Do not imply affiliation without proof"; a skill that presents itself as an official helpline is refused.

passes: "... the number of {helpline.name}, {helpline}. That line is run by others: this skill is independent of it ..."
fails:  "Call our helpline."
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "helpline-named"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/policy-requirements-for-an-alexa-skill.html"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every page."""
    for locale, page in project.listing.pages.items():
        place = project.catalog.place(locale)
        text = " ".join(page.description.plain(place).split())
        if place.lines["helpline"].name not in text:
            yield Problem(project.page_path(locale), "description", f"does not name {place.lines['helpline'].name}")
        if "independent" not in text:
            yield Problem(
                project.page_path(locale), "description", "does not say that the skill is independent of the lines"
            )
