"""No answer says how much to take, where to buy, or which strain.

The policy refuses guidance to drug use. An answer may say that it does not tell doses; it may not tell one.

passes: "I can't give you doses."
fails:  "Start with 2 grams."; "Order it at ..."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "no-use-guidance"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/policy-requirements-for-an-alexa-skill.html"
GRADE = "C"
LEVEL = "error"

GUIDANCE = (
    r"\b(?:\d+|one|two|three|four|five|six|eight|ten|half a?|a few) ?(?:mg|g|grams?|milligrams?|ounces?|oz|teaspoons?|"
    r"tablespoons?|capsules|scoops?)\b|\b(?:start|begin) with (?:a|one|two) (?:dose|capsule)|"
    r"\b(?:order|shop|buy) (?:it )?(?:online|here|at)\b|\bred bali|\bmaeng da|\bborneo\b"
)


def check(project: Project) -> Iterator[Problem]:
    """Every text of the catalog that a topic says or shows."""
    catalog = project.catalog
    for name, topic in catalog.topics.items():
        told = (topic.answer, *topic.more, topic.card, topic.other, topic.again, topic.which)
        for text in filter(None, told):
            if found := re.search(GUIDANCE, text.plain(catalog.place("")), re.IGNORECASE):
                yield Problem(project.catalog_path, f"topics.{name}", f"guides to use: {found.group()!r}")
