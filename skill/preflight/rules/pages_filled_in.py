"""A page names its privacy policy and its terms of use.

A skill about health was told to add a privacy policy though it collected nothing. `package` takes both as options.

passes: privacy_policy_url: https://www.example.org/privacy
fails:  privacy_policy_url:
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "pages-filled-in"
SOURCE = "https://lovemyecho.com/2017/11/28/alexadev-tuesday-new-health-fitness-skill-policy/"
GRADE = "C"
LEVEL = "warning"


def check(project: Project) -> Iterator[Problem]:
    """Every page."""
    for locale, page in project.listing.pages.items():
        for key in ("privacy_policy_url", "terms_of_use_url"):
            if not getattr(page, key):
                reason = "is not filled in; do so before you submit, or give it to `package`"
                yield Problem(project.page_path(locale), key, reason)
