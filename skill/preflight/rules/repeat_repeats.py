""" "Repeat that" says the same once more, with the same numbers and the same card.

A number that is heard once is a number half understood.

passes: "You can call the National Addiction Helpline. The number is ..." twice the same
fails:  the second time without the number
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "repeat-repeats"
SOURCE = "https://developer.amazon.com/docs/custom-skills/standard-built-in-intents.html"
GRADE = "ours"
LEVEL = "error"

NUMBER = r"\d[\d-]+"


def check(project: Project) -> Iterator[Problem]:
    """Repeat, in every state."""
    for turns in project.turns:
        for state in turns.states if turns.has("AMAZON.RepeatIntent") else ():
            again = turns.after(state, "AMAZON.RepeatIntent")
            if lost := set(re.findall(NUMBER, state.speech)) - set(re.findall(NUMBER, again.speech)):
                yield again.problem(f"leaves out {', '.join(sorted(lost))}")
            if state.card and state.card != again.card:
                yield again.problem(f"does not show the card {state.card.get('title')!r} again")
            if state.said != again.said:
                yield again.problem(f"says {again.said or 'nothing'}, and {state.said or 'nothing'} was said")
