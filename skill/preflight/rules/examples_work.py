"""An example phrase does what it promises when it is said word for word.

"These phrases must come directly from your sample utterances." With "Alexa" in front it needs a launch word and the
skill's name: "[Wake Word], [Launch Word] [Invocation Name] [Connecting Word] [Utterance]". Amazon calls wrong example
phrases the most common failure.

passes: Alexa, ask Kratom Guide what is the first step?
fails:  Alexa, what are the warning signs? (no name); What are the signs? (no sample)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.speaker.hearing import clean
from skill.speaker.launch_words import ASK, JOIN, OPEN

ID = "examples-work"
SOURCE = "https://developer.amazon.com/blogs/alexa/post/74d0ed59-ad4f-470a-abcf-d37c10a1dfd6/crafting-great-example-phrases-that-meet-certification-requirements"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every phrase of every page."""
    for locale, page in project.listing.pages.items():
        if file := project.model(locale):
            samples = {clean(words) for words, _, _ in file.model.spoken()}
            for index, phrase in enumerate(page.examples):
                if reason := _problem(clean(phrase), clean(file.model.invocation), samples):
                    yield Problem(project.page_path(locale), f"examples[{index}]", f"{phrase!r} {reason}")


def _problem(phrase: str, name: str, samples: set[str]) -> str | None:
    if phrase in samples:
        return None
    if not phrase.startswith("alexa "):
        return "is no sample utterance of the model"
    if not (found := re.fullmatch(rf"alexa (?:{OPEN}|{ASK}) {name}(?: {JOIN})?(?: (?P<rest>.+))?", phrase)):
        return f"must hold a launch word and then the name {name!r}"
    rest = found["rest"]
    whole = phrase.partition(f"{name} ")[2]  # a sample may itself begin with a joining word
    return (
        None if rest is None or rest in samples or whole in samples else f"asks {rest!r}, which is no sample utterance"
    )
