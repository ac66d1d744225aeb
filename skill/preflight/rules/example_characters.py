"""An example phrase ends with a period or a question mark, and holds plain characters.

It may not begin with "Alexa, enable".

passes: What's the helpline number?
fails:  What's the helpline number!; Alexa, enable Kratom Guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "example-characters"
SOURCE = "https://github.com/nickarthur/alexa-skills-kit-skill-validator"
GRADE = "B"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every phrase of every page."""
    for locale, page in project.listing.pages.items():
        for index, phrase in enumerate(page.examples):
            key = f"examples[{index}]"
            if not phrase.endswith((".", "?")):
                yield Problem(project.page_path(locale), key, f"{phrase!r} must end with a period or a question mark")
            if odd := sorted(set(re.findall(r"[^\w\s.?:,'-]", phrase))):
                yield Problem(project.page_path(locale), key, f"{phrase!r} holds {' '.join(odd)}")
            if re.match(r"alexa,? enable", phrase, re.IGNORECASE):
                yield Problem(project.page_path(locale), key, f"{phrase!r} begins with Alexa, enable")
