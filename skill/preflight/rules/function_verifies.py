"""The function itself checks the skill's id, too.

With SKILL_ID in its environment, a request that names another skill is refused in code.

passes: Environment: {Variables: {SKILL_ID: !Ref SkillId}}
fails:  no SKILL_ID
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "function-verifies"
SOURCE = "https://github.com/alexa/alexa-cookbook"
GRADE = "B"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """The template."""
    for name, resource in project.template["Resources"].items():
        properties = resource.get("Properties") or {}
        events = (properties.get("Events") or {}).values()
        if any(event.get("Type") == "AlexaSkill" for event in events):
            variables = (properties.get("Environment") or {}).get("Variables") or {}
            if not variables.get("SKILL_ID"):
                key = f"Resources.{name}.Properties.Environment.Variables.SKILL_ID"
                yield Problem(project.template_path, key, "is missing: the code would answer any skill")
