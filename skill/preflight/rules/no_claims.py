"""No text of the listing claims to heal, to save or to be official.

The policy refuses "claims to provide life-saving assistance through the skill or in the skill name, invocation name or
skill description", and a skill with "cure" in its name was sent back. Amazon's disclaimer is not counted.

passes: "Plain answers about kratom and recovery"
fails:  "The emergency detox that saves lives"; "in partnership with ..."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.rules.description_disclaims import WORDS

ID = "no-claims"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/policy-requirements-for-an-alexa-skill.html"
GRADE = "C"
LEVEL = "error"

CLAIMS = (
    r"\b(?:cur(?:e[sd]?|ing)|heal(?:s|ing)?|treat(?:s|ing|ment)?|diagnos\w+|sav(?:e[sd]?|ing)|life.?saving|rescu\w+|detox\w*|"
    r"emergenc\w+|guarantee\w*|proven|clinical\w*|official\w*|approved|endorsed|certified|partner\w*|affiliat\w+|best|fastest)\b"
)


def check(project: Project) -> Iterator[Problem]:
    """Every text of every page, and the name the skill is opened by."""
    for locale, page in project.listing.pages.items():
        description = " ".join(page.description.plain(project.catalog.place(locale)).split()).replace(WORDS, "")
        texts = {"name": page.name, "summary": page.summary, "description": description}
        texts |= {f"keywords[{index}]": word for index, word in enumerate(page.keywords)}
        texts |= {f"examples[{index}]": phrase for index, phrase in enumerate(page.examples)}
        for key, text in texts.items():
            for found in re.finditer(CLAIMS, text, re.IGNORECASE):
                yield Problem(project.page_path(locale), key, f"claims too much: {found.group()!r}")
    for file in project.models:
        for found in re.finditer(CLAIMS, file.model.invocation, re.IGNORECASE):
            yield Problem(file.path, "invocationName", f"claims too much: {found.group()!r}")
