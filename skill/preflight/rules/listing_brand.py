"""The listing does not lean on Amazon's brand.

It may not be called "... Alexa skill", and the name holds neither Alexa, Amazon, Echo nor skill.

passes: Kratom Guide
fails:  Kratom Guide Alexa Skill
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "listing-brand"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/policy-requirements-for-an-alexa-skill.html"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every page."""
    for locale, page in project.listing.pages.items():
        texts = {
            "name": page.name,
            "summary": page.summary,
            "description": page.description.plain(project.catalog.place(locale)),
        }
        for key, text in texts.items():
            pattern = r"\b(?:alexa|amazon|echo|skill)\b" if key == "name" else r"\balexa skill\b"
            if found := re.search(pattern, text, re.IGNORECASE):
                yield Problem(project.page_path(locale), key, f"says {found.group()!r}")
