"""Nobody is told to have Alexa call, or to say "Alexa, help".

Alexa's calling takes no emergency numbers and no three-digit numbers, and "Alexa, help" may call someone's own contact.

passes: "Call 911 now, from any phone. I can't call for you."
fails:  "Say, Alexa, call 988."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "alexa-places-no-call"
SOURCE = "https://digprjsurvey.amazon.co.uk/csad/help/node/G6WYZPF5XKHNBZKA"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            if found := re.search(r"\balexa,? (?:call|dial|help|phone)\b", exchange.speech + exchange.reprompt, re.I):
                yield exchange.problem(f"says {found.group()!r}, and Alexa can't")
