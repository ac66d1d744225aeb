"""Opening the skill says what can be asked, and waits for it.

"A welcome prompt must be provided which describes what users can ask of the skill and the session must remain open."

passes: "Welcome ... I can tell you about kratom's effects, the warning signs, ... What would you like to know?"
fails:  "Welcome. What would you like to know?"
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.subjects import subjects

ID = "launch-welcomes"
SOURCE = "https://github.com/martincostello/alexa-london-travel/issues/15"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """The launch."""
    for turns in project.turns:
        if not turns.launch.open:
            yield turns.launch.problem("closes the session")
        if len(subjects(turns.launch.speech, project.catalog)) < 2:
            yield turns.launch.problem("names fewer than two subjects of the catalog that can be asked about")
