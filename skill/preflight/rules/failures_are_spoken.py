"""Whatever arrives, something kind is said; never "there was a problem with the requested skill's response".

passes: an intent from the future gets "I'm sorry, something went wrong on my side. ..."
fails:  the skill raises, or says nothing
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from skill.preflight.exchange import Exchange
from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.turns import Turns

ID = "failures-are-spoken"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/functional-testing-for-a-custom-skill.html"
GRADE = "C"
LEVEL = "error"

BREAKS: dict[str, dict[str, Any]] = {
    "an unknown intent": {"request": {"intent": {"name": "FutureIntent", "slots": None}}},
    "an unknown type": {"request": {"type": "Future.Request"}},
    "no intent": {"request": {"intent": None}},
    "no session": {"session": None},
    "a state of another version": {"session": {"attributes": {"said": "topic:gone", "offer": 7, "heard": "x"}}},
    "slots that are no slots": {"request": {"intent": {"slots": {"dose": 7}}}},
    "an unknown locale": {"request": {"locale": "xx-XX"}},
    "an unknown confirmation": {"request": {"intent": {"confirmationStatus": "PERHAPS"}}},
}
"""What is wrong -> the values that make it so."""


def check(project: Project) -> Iterator[Problem]:
    """Requests that are broken, one way each."""
    for turns in project.turns:
        for exchange in _broken(turns):
            if exchange.failure:
                yield exchange.problem(f"the skill raised {exchange.failure}")
            elif not exchange.speech:
                yield exchange.problem("nothing is said")


def _broken(turns: Turns) -> Iterator[Exchange]:
    for what, change in BREAKS.items():
        whole = turns.one_shots[0].request
        yield turns.drive(what, f"a request with {what}", _merged(whole, change))


def _merged(whole: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    """The request with some values replaced."""
    return {
        **whole,
        **{
            name: _merged(whole.get(name) or {}, value) if isinstance(value, dict) and value else value
            for name, value in change.items()
        },
    }
