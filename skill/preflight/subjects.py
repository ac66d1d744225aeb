"""Subjects: words that are said -> their sentences, and the topics of the catalog that they name."""

from __future__ import annotations

import re

from skill.catalog.catalog import Catalog
from skill.speaker.hearing import clean

_SMALL = frozenset(
    "a an the and or of to in on at for with by from how what who when is are i your my kratom kratom's".split()
)


def sentences(speech: str) -> list[str]:
    """The sentences of plain words."""
    return [sentence for sentence in re.split(r"(?<=[.?!])\s+", speech.strip()) if sentence]


def subjects(speech: str, catalog: Catalog) -> set[str]:
    """The topics whose names stand in what is said, but for small words."""
    said = set(clean(speech).split())
    place = catalog.place("")
    names = {name: set(clean(topic.name.plain(place)).split()) - _SMALL for name, topic in catalog.topics.items()}
    return {name for name, words in names.items() if words and words <= said}
