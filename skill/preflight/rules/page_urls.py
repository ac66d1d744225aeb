"""Linked addresses are https, and have no brand of Amazon in their domain.

passes: https://www.example.org/privacy
fails:  http://www.example.org/privacy; https://kratom-alexa.example.org/privacy
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.package.urls import url_problem
from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "page-urls"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/policy-requirements-for-an-alexa-skill.html"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every page."""
    for locale, page in project.listing.pages.items():
        for key in ("privacy_policy_url", "terms_of_use_url"):
            url = getattr(page, key)
            if url and (reason := url_problem(url)):
                yield Problem(project.page_path(locale), key, reason)
