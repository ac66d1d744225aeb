"""A type of ours has values, each at most 140 characters, in plain letters, and each value once.

"Slot value length exceeds the limit of 140 characters." A value that stands under two ids resolves to either.

passes: withdrawal sign, feeling sick without it
fails:  an empty type; "C.B.T. & more"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "slot-values"
SOURCE = "https://github.com/m0ngr31/kanzi/issues/263"
GRADE = "D"
LEVEL = "error"

LONGEST = 140
MOST = 50_000


def check(project: Project) -> Iterator[Problem]:
    """Every type."""
    for file in project.models:
        for kind, values in file.model.types.items():
            if not values and not kind.startswith("AMAZON."):
                yield Problem(file.path, f"types.{kind}", "has no value")
            if sum(len(value.words) for value in values) > MOST:
                yield Problem(file.path, f"types.{kind}", f"has more than {MOST} values")
            owner: dict[str, int] = {}
            for index, value in enumerate(values):
                for words in value.words:
                    if len(words) > LONGEST:
                        yield Problem(
                            file.path, f"types.{kind}", f"{words[:40]!r}... is longer than {LONGEST} characters"
                        )
                    if not re.fullmatch(r"[a-zA-Z\d\s.']+", words):
                        yield Problem(file.path, f"types.{kind}", f"{words!r} holds more than letters, digits and . '")
                    if owner.setdefault(words.lower(), index) != index:
                        yield Problem(file.path, f"types.{kind}", f"{words!r} stands under two values")
