"""Learns models/danger.json (skill/risk/which_danger.py) from tests/danger: which danger it is, and whose.

python tools/learn_danger.py            if it is made from other data than there is
python tools/learn_danger.py --check    only say whether it is made from the data as it is
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from learning import Manner, Pace, digest, run, vector_model

from skill.catalog.catalog_file import load
from skill.evaluate.labelled import danger_rows
from skill.files import CATALOG, DANGER_MODEL, SIGNS
from skill.risk.signs import load_signs
from skill.shape import DataError
from skill.words.features import question_features
from skill.words.plain import Plain

MANNER = Manner(
    width=24,
    pace=Pace(15, 64, (24, 48, 96, 160)),
    rate=5e-3,
    smooth=0.05,
    dropped_features=0.2,
    dropped_numbers=0.2,
    seen={"word": 3, "pair": 5, "piece": 40},
)
TIMES, MOST = 1, 16

Example = tuple[str, str]
"""Plain words, and the reply that fits with whose danger it is, as "overdose:other"."""


def examples() -> list[Example]:
    """What people say who tell of danger."""
    plain = Plain(load_signs(SIGNS, load(CATALOG)).heard_as)
    return [(plain(row.words), f"{row.reply}:{'other' if row.other else 'self'}") for row in danger_rows("development")]


def learn(data: list[Example]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """In: what was said. Out: the head of the file, and the numbers of each label and feature."""
    return vector_model(
        MANNER, TIMES, MOST, [question_features(words) for words, _ in data], [{label: 1.0} for _, label in data]
    )


def main(arguments: list[str]) -> int:
    """Learn, or check."""
    data = examples()
    return run(DANGER_MODEL, arguments, digest(__file__, data), lambda: learn(data))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DataError as error:
        sys.exit(str(error))
