"""The skill is offered in the United States alone.

The policy refuses content that "contains or references illegal or controlled drug use"; kratom is controlled in other
countries. And the numbers that are read by default are those of the United States.

passes: countries: [US]
fails:  countries: [US, TH]
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "us-only"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html"
GRADE = "C"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """The manifest."""
    publishing = project.manifest["publishingInformation"]
    if publishing["isAvailableWorldwide"] is not False or publishing["distributionCountries"] != ["US"]:
        yield Problem(project.store_path, "countries", f"must be US alone, not {publishing['distributionCountries']}")
