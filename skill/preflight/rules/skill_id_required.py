"""Only this skill may call the function: the trigger names the skill's id, and the id has no default.

SAM's `SkillId` is optional; left out, any skill of anybody could call the function. It must be the parameter, whose
form is checked: a star is no skill's id, and an id that is written here is somebody else's for who deploys it next.

passes: Events: {Alexa: {Type: AlexaSkill, Properties: {SkillId: !Ref SkillId}}}
fails:  Events: {Alexa: {Type: AlexaSkill}}; SkillId: "*"
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.template import Ref

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
        given = properties.get("SkillId")
        if not given:
            yield Problem(path, f"{key}.SkillId", "is missing: any skill could call the function")
        elif given != {"Ref": "SkillId"} and not (isinstance(given, Ref) and given == "SkillId"):
            yield Problem(path, f"{key}.SkillId", f"must be !Ref SkillId, not {given!r}")
    if "Default" in (project.template.get("Parameters") or {}).get("SkillId", {}):
        yield Problem(path, "Parameters.SkillId.Default", "lets the id be forgotten")
