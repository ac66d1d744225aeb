"""Labelled: tables of labelled utterances."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skill.files import ROOT
from skill.shape import DataError

RISK = ROOT / "tests" / "risk"


@dataclass(frozen=True)
class Utterance:
    """One thing said, and the level of risk that a person reads in it."""

    words: str
    level: str
    kind: str
    """What makes it hard, such as negation or slang."""


def risk_utterances(part: str) -> Iterator[Utterance]:
    """The utterances of tests/risk/<part>. Raises DataError when there are none."""
    files = sorted((RISK / part).glob("*.tsv"))
    if not files:
        raise DataError([f"{RISK / part}: holds no .tsv file"])
    for path in files:
        for row in rows(path):
            yield Utterance(row["utterance"], row["level"], row["kind"])


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table of labelled utterances."""
    with path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
