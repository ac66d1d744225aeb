"""The first example phrase says the wake word and the skill's name.

"The first phrase clearly indicates how to begin using the skill, and includes both the wake word 'Alexa' and invocation
name."

passes: Alexa, open Kratom Guide.
fails:  What are the warning signs?
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.speaker.hearing import clean

ID = "example-opens"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/functional-testing-for-a-custom-skill.html"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """The first phrase of every page."""
    for locale, page in project.listing.pages.items():
        if file := project.model(locale):
            first = clean(page.examples[0])
            if not first.startswith("alexa ") or clean(file.model.invocation) not in first:
                reason = f"{page.examples[0]!r} must begin with Alexa and hold the name {file.model.invocation!r}"
                yield Problem(project.page_path(locale), "examples[0]", reason)
