"""Taught: what a larger model made of speech that nobody labelled, in models/taught. tools/teach.py writes it."""

from __future__ import annotations

import gzip
import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.shape import DataError

TAUGHT = Path(__file__).resolve().parents[1] / "models" / "taught"
MOST = 4
"""So many labels of a thing said are kept, the likeliest."""
_FEWEST = 3
"""A label is kept from so many hundredths on."""

Said = tuple[str, str]
"""Plain words, and what they were said after: a risk reply, a topic, or nothing."""


@dataclass(frozen=True)
class Taught:
    """A thing said, and what share of it each label has."""

    said: Said
    shares: Mapping[str, float]


def path_of(lesson: str) -> Path:
    """The file of what was taught for a model, by the model's name. Raises DataError where there is none."""
    path = _path(lesson)
    if not path.exists():
        raise DataError([f"{path}: is not there; make it with: make taught"])
    return path


def taught(lesson: str, labels: Collection[str], counts: float, known: Collection[Said]) -> list[Taught]:
    """What was taught for a model, but for labels that are no more. Raises DataError.

    In: the model's name, its labels, how much such a thing counts where a labelled one counts 1, and what was labelled
    since.
    """
    return [item for item in _read(lesson, labels, counts) if item.shares and item.said not in known]


def write(lesson: str, rows: Iterable[tuple[Said, Mapping[str, float]]]) -> None:
    """Writes what is taught. In: a model's name; things said, and how likely each label is."""
    TAUGHT.mkdir(exist_ok=True)
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=packed, mode="wb", mtime=0) as file:  # no name and time of its own
        for (words, after), likely in rows:
            best = sorted(likely.items(), key=lambda item: -item[1])[:MOST]
            kept = [f"{label}={round(100 * share)}" for label, share in best if share * 100 >= _FEWEST]
            if kept:
                file.write(f"{words}\t{after}\t{' '.join(kept)}\n".encode())
    _path(lesson).write_bytes(packed.getvalue())


def _path(lesson: str) -> Path:
    return TAUGHT / f"{lesson}.tsv.gz"


def _read(lesson: str, labels: Collection[str], counts: float) -> Iterator[Taught]:
    """The file holds words, what they were said after, and hundredths of each label, likeliest first."""
    with gzip.open(path_of(lesson), "rt", encoding="utf-8") as file:
        for line in file:
            words, after, shown = line.rstrip("\n").split("\t")
            shares = {name: int(share) for name, _, share in (label.partition("=") for label in shown.split())}
            there = {name: counts * share / 100 for name, share in shares.items() if name in labels}
            yield Taught((words, after), there)
