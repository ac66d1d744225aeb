"""Linear: a small linear classifier. tools/learn_risk.py writes its file."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import mul
from typing import Any

from skill.learnt import Rows, likelihoods

SCALE = 16
"""Weights are stored as whole numbers of 16ths."""
MOST = 127
"""The largest that is stored, so that a weight takes a byte; of hundreds of thousands a few are cut to it."""


class LinearModel:
    """Estimates how likely each label is. A feature that it never saw counts nothing (rarely in a table: see there)."""

    def __init__(self, head: dict[str, Any], rows: Rows) -> None:
        """In: labels and their bias; and for each feature a weight for each label. Raises KeyError."""
        self.head = head
        self.rows = rows
        self.labels: list[str] = head["labels"]
        self._bias: list[int] = head["bias"]

    def likelihoods(self, features: Mapping[str, float]) -> dict[str, float]:
        """In: features and how much of each there is. Out: for each label a likelihood; they sum to 1."""
        known = self._known(features)
        columns = zip(*(row for _, _, row in known), strict=True) if known else ((),) * len(self._bias)
        amounts = [amount for _, amount, _ in known]
        sums = [sum(map(mul, amounts, column), bias) for column, bias in zip(columns, self._bias, strict=True)]
        return likelihoods(self.labels, [amount / SCALE for amount in sums])

    def counts(self, features: Mapping[str, float], label: str, against: str) -> dict[str, float]:
        """How much each feature counts for a label against another, for explanations."""
        one, two = self.labels.index(label), self.labels.index(against)
        return {feature: (row[one] - row[two]) * amount / SCALE for feature, amount, row in self._known(features)}

    def _known(self, features: Mapping[str, float]) -> list[tuple[str, float, Sequence[int]]]:
        get = self.rows.get
        return [(feature, amount, row) for feature, amount in features.items() if (row := get(feature))]


def unit(features: Mapping[str, float]) -> dict[str, float]:
    """The same features with length 1, so that long sentences don't count more than short ones."""
    length = math.hypot(*features.values()) or 1
    return {feature: amount / length for feature, amount in features.items()}
