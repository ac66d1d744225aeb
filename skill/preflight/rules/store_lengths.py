"""The texts of a page are neither too short nor too long.

Name 2 to 50 characters, summary 20 to 160, description 40 to 4000, a phrase up to 200, 30 keywords of 150.

passes: a summary of 100 characters
fails:  "Kratom."
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "store-lengths"
SOURCE = "https://github.com/alexa/alexa-apis-for-nodejs"
GRADE = "B"
LEVEL = "error"

LIMITS = {"name": (2, 50), "summary": (20, 160), "description": (40, 4000)}


def check(project: Project) -> Iterator[Problem]:
    """Every page."""
    for locale, page in project.listing.pages.items():
        description = page.description.plain(project.catalog.place(locale))
        for key, text in (("name", page.name), ("summary", page.summary), ("description", description)):
            low, high = LIMITS[key]
            if not low <= len(text) <= high:
                yield Problem(
                    project.page_path(locale), key, f"has {len(text)} characters; {low} to {high} are asked for"
                )
        for key, items, limit in (("examples", page.examples, 200), ("keywords", page.keywords, 150)):
            for index, text in enumerate(items):
                if len(text) > limit:
                    reason = f"has {len(text)} characters; {limit} is the limit"
                    yield Problem(project.page_path(locale), f"{key}[{index}]", reason)
        if len(page.keywords) > 30:
            yield Problem(project.page_path(locale), "keywords", f"holds {len(page.keywords)}; 30 is the limit")
