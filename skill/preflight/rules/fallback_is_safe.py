"""Fallback is safe for someone in crisis: it names whom to call, every time.

Alexa passes no words on with a fallback ("you won't get a slot value in that case"), so danger can't be heard in it.

passes: "... If this is an emergency, call 911; for thoughts of suicide, call or text 988. ..."
fails:  "I still didn't get it. Shall I tell you about the warning signs?"
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.speaker.hearing import FALLBACK

ID = "fallback-is-safe"
SOURCE = "https://github.com/alexa/alexa-cookbook/blob/master/guides/tips/when-a-user-confuses-you.md"
GRADE = "ours"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Fallback, in every state."""
    for turns in project.turns:
        lines = project.catalog.place(turns.file.locale).lines
        for exchange in turns.everywhere(FALLBACK):
            for name in ("emergency", "crisis", "helpline"):
                if (lines[name].number or lines[name].name) not in exchange.speech:
                    yield exchange.problem(f"does not name the {name} line")
