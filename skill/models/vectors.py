"""Vectors: few numbers for each feature, added up and weighed by the labels.

tools/learn_topics.py, tools/learn_after.py and tools/learn_danger.py write such files.

Features share what they mean by sharing numbers, so that what is learnt of one word helps with its neighbours, and
what a label was never asked with is still near it.

Method: Joulin et al. 2017, "Bag of Tricks for Efficient Text Classification", https://aclanthology.org/E17-2068/
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from operator import mul

from skill.models.learnt import Adding

LABEL = "="
"""What the name of a label's row begins with, as no feature does."""


class Vectors(Adding):
    """Estimates how likely each label is. The numbers of a feature are weighed by each label, which has a row too."""

    @cached_property
    def _weighing(self) -> list[Sequence[int]]:
        """How each label weighs the numbers; looked up for the first question, not at start. Raises ValueError."""
        return [self._row(label) for label in self.labels]

    def _row(self, label: str) -> Sequence[int]:
        row = self.rows.get(f"{LABEL}{label}")
        if row is None:
            raise ValueError(f"{label!r} has no row")
        return row

    def _sums(self, total: Sequence[float]) -> Sequence[float]:
        return [sum(map(mul, total, row), bias) for row, bias in zip(self._weighing, self._bias, strict=True)]
