"""The answers about privacy are those of a skill that sells nothing, shows no ads and keeps nothing.

`usesHealthInfo` is true only for a HIPAA covered entity; `isChildDirected` is for under 13. And no permission is asked.

passes: uses_personal_info: false
fails:  contains_ads: true
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "privacy-answers"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html"
GRADE = "B"
LEVEL = "error"

WANTED = {
    "allowsPurchases": False,
    "usesPersonalInfo": False,
    "isChildDirected": False,
    "isExportCompliant": True,
    "containsAds": False,
    "usesHealthInfo": False,
}


def check(project: Project) -> Iterator[Problem]:
    """The manifest."""
    answers = project.manifest["privacyAndCompliance"]
    for name, wanted in WANTED.items():
        if answers[name] is not wanted:
            yield Problem(
                project.store_path, f"privacy ({name})", f"is {answers[name]}, and the skill is built for {wanted}"
            )
    if project.manifest.get("permissions"):
        yield Problem(project.store_path, "permissions", "are asked for, and the skill needs none")
