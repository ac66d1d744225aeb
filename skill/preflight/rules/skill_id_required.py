"""Only this skill may call the function: the trigger names the skill's id, and the id has no default.

SAM's `SkillId` is optional; left out, any skill of anybody could call the function.

passes: Events: {Alexa: {Type: AlexaSkill, Properties: {SkillId: !Ref SkillId}}}
fails:  Events: {Alexa: {Type: AlexaSkill}}
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "skill-id-required"
SOURCE = "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-alexaskill.html"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """The template."""
    path, resources = project.template_path, project.template["Resources"]
    triggers = [
        (f"Resources.{name}.Events.{event}", values.get("Properties") or {})
        for name, resource in resources.items()
        for event, values in ((resource.get("Properties") or {}).get("Events") or {}).items()
        if values.get("Type") == "AlexaSkill"
    ]
    if not triggers:
        yield Problem(path, "Resources", "no function has the trigger AlexaSkill")
    for key, properties in triggers:
        if not properties.get("SkillId"):
            yield Problem(path, f"{key}.SkillId", "is missing: any skill could call the function")
    if "Default" in (project.template.get("Parameters") or {}).get("SkillId", {}):
        yield Problem(path, "Parameters.SkillId.Default", "lets the id be forgotten")
