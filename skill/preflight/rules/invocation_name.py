"""The name to open the skill by has two or more words, in lower case, spelled out, and none of Alexa's own.

"Must contain only lower-case alphabetic characters, spaces between words, possessive apostrophes ..., or periods used
in abbreviations". Two-word names may hold no article or preposition. Wake and launch words are Alexa's own, and
so are the words that join a name to a question, in a name of any length. It can't be changed after publication.

passes: kratom guide
fails:  kratom; Kratom 101; the kratom; ask kratom guide; kratom and me
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "invocation-name"
SOURCE = "https://github.com/omegabytes/askTheDM/issues/57"
GRADE = "D"
LEVEL = "error"

SMALL = frozenset("the a an for to of about up by at off with in on".split())
OWN = frozenset(
    "alexa amazon echo computer ziggy skill app open ask tell launch start load begin run play resume use talk enable "
    "help emergency from to about for if whether that and".split()
)


def check(project: Project) -> Iterator[Problem]:
    """Every model."""
    for file in project.models:
        name, words = file.model.invocation, file.model.invocation.split()
        if not re.fullmatch(r"[a-z'. ]+", name):
            yield Problem(
                file.path, "invocationName", f"{name!r} holds more than lower-case letters, spaces, ' and periods"
            )
        if len(words) < 2:
            yield Problem(file.path, "invocationName", f"{name!r} has one word; two or more are asked for")
        if len(words) == 2 and (found := SMALL & set(words)):
            yield Problem(file.path, "invocationName", f"{name!r} has two words, and one is {min(found)!r}")
        if found := OWN & set(words):
            yield Problem(
                file.path, "invocationName", f"{name!r} holds {min(found)!r}, which Alexa listens for herself"
            )
