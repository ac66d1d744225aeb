"""The description holds Amazon's disclaimer, word for word.

Amazon gives it to health skills as an example. Its newer wording is used here.

passes: "This tool does not provide medical advice, and is for informational and educational purposes only, ..."
fails:  "Not medical advice."
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "description-disclaims"
SOURCE = "https://pastebin.com/7Dne0Ln7"
GRADE = "D"
LEVEL = "error"

WORDS = (
    "This tool does not provide medical advice, and is for informational and educational purposes only, and is not a "
    "substitute for professional medical advice, treatment or diagnosis. Call your doctor to receive medical advice. "
    "If you think you may have a medical emergency, please dial your local emergency response phone number."
)


def check(project: Project) -> Iterator[Problem]:
    """Every page."""
    for locale, page in project.listing.pages.items():
        text = " ".join(page.description.plain(project.catalog.place(locale)).split())
        if WORDS not in text:
            yield Problem(project.page_path(locale), "description", f"does not hold: {WORDS}")
