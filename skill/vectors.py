"""Vectors: few numbers for each feature, added up and weighed by the labels; tools/learn_topics.py writes their file.

Features share what they mean by sharing numbers, so that what is learnt of one word helps with its neighbours, and
what a label was never asked with is still near it.

Method: Joulin et al. 2017, "Bag of Tricks for Efficient Text Classification", https://aclanthology.org/E17-2068/
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import mul
from typing import Any

from skill.learnt import Rows, likelihoods

LABEL = "="
"""What the name of a label's row begins with, as no feature does."""


class Vectors:
    """Estimates how likely each label is."""

    def __init__(self, head: dict[str, Any], rows: Rows) -> None:
        """In: labels, their bias, and scale; and the numbers of each feature and label. Raises KeyError, ValueError."""
        self.head = head
        self.rows = rows
        self.labels: list[str] = head["labels"]
        self._scale: float = head["scale"]
        self._bias: list[float] = head["bias"]
        if len(self.labels) != len(self._bias):
            raise ValueError

    @cached_property
    def _weighing(self) -> list[Sequence[int]]:
        """How each label weighs the numbers; looked up for the first question, not at start. Raises ValueError."""
        return [self._row(label) for label in self.labels]

    def _row(self, label: str) -> Sequence[int]:
        row = self.rows.get(f"{LABEL}{label}")
        if row is None:
            raise ValueError(f"{label!r} has no row")
        return row

    def likelihoods(self, features: Iterable[str]) -> dict[str, float]:
        """In: features. Out: for each label a likelihood; they sum to 1. A feature that was never seen counts nothing.

        The root of how many there are keeps long sentences from being surer than short ones.
        """
        rows = [row for feature in features if (row := self.rows.get(feature))]
        scale = self._scale / math.sqrt(len(rows) or 1)
        total = [scale * sum(column) for column in zip(*rows, strict=True)]
        sums = [sum(map(mul, total, row), bias) for row, bias in zip(self._weighing, self._bias, strict=True)]
        return likelihoods(self.labels, sums)
