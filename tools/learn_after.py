"""Learns models/after.json (skill/danger/told_after.py), what people say after a danger: tests/after, models/taught.

python tools/learn_after.py            if it is made from other data than there is
python tools/learn_after.py --check    only say whether it is made from the data as it is
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from learning import Manner, Pace, digest, run, shared, vector_model
from taught import taught

from skill.catalog.catalog_file import load
from skill.danger.told_after import NONE
from skill.evaluate.labelled import after_rows, question_rows
from skill.files import AFTER_MODEL, CATALOG, SIGNS
from skill.risk.signs import load_signs
from skill.shape import DataError
from skill.words.features import question_features
from skill.words.plain import Plain

MANNER = Manner(
    width=48,
    pace=Pace(8, 256, (24, 48, 96, 160)),
    rate=5e-3,
    smooth=0.02,
    dropped_features=0.2,
    dropped_numbers=0.2,
    seen={"word": 6, "pair": 20, "piece": 100},
)
TIMES, MOST = 1, 12
TAUGHT = 0.5
"""How much what was taught counts, where labelled speech counts 1."""
EVERY = 12
"""Of so many questions about kratom one is learnt as what no item answers."""

Example = tuple[str, str, dict[str, float]]
"""Plain words, the risk reply to the danger told of before (or none), and what share of them each item has."""


def examples() -> Iterator[Example]:
    """What is said after a danger, and questions that no item answers, where an item does not stand in their place."""
    catalog = load(CATALOG)
    plain = Plain(load_signs(SIGNS, catalog).heard_as)
    for row in after_rows("development"):
        yield plain(row.words), row.told.partition(":")[0], shared(row.item, row.also)
    instead = {topic for item in catalog.after_danger.values() for topic in item.instead_of}
    asked = (row for row in question_rows("development") if not row.before and not instead & set(row.topics))
    for question in islice(asked, 0, None, EVERY):
        yield plain(question.words), "", {NONE: 1.0}


def learn(data: list[Example]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """In: what was said. Out: the head of the file, and the numbers of each label and feature."""
    labels, known = {item for *_, shares in data for item in shares}, {(words, told) for words, told, _ in data}
    others = taught("after", labels, TAUGHT, known)
    said = [(words, told) for words, told, _ in data] + [other.said for other in others]
    shares = [shares for *_, shares in data] + [other.shares for other in others]
    return vector_model(MANNER, TIMES, MOST, [question_features(*item) for item in said], shares)


def main(arguments: list[str]) -> int:
    """Learn, or check."""
    data = list(examples())
    return run(AFTER_MODEL, arguments, digest(__file__, data, "after"), lambda: learn(data))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DataError as error:
        sys.exit(str(error))
