"""The function gives up before Alexa does.

Alexa waits 8 seconds; a function that may run longer is paid for and not heard.

passes: Timeout: 7
fails:  Timeout: 30
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "function-answers-in-time"
SOURCE = "https://developer.amazon.com/docs/custom-skills/send-the-user-a-progressive-response.html"
GRADE = "C"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """The template."""
    for name, resource in project.template["Resources"].items():
        timeout = (resource.get("Properties") or {}).get("Timeout", 3)
        if resource.get("Type") == "AWS::Serverless::Function" and not (isinstance(timeout, int) and 0 < timeout < 8):
            yield Problem(project.template_path, f"Resources.{name}.Properties.Timeout", f"is {timeout}; 7 is the most")
