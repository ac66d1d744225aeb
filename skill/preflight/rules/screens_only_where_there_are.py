"""Screen documents are sent only to devices with a screen.

"Always check supportedInterfaces before returning the Alexa.Presentation.APL directives." None of the driven requests
has a screen.

passes: no Alexa.Presentation.APL directive
fails:  Alexa.Presentation.APL.RenderDocument to a speaker
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "screens-only-where-there-are"
SOURCE = "https://developer.amazon.com/docs/alexa-presentation-language/apl-interface.html"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            if any(str(directive.get("type")).startswith("Alexa.Presentation") for directive in exchange.directives):
                yield exchange.problem("sends a screen document to a device without a screen")
