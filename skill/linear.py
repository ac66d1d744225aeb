"""Linear: for each feature a weight for each label, added up; tools/learn_risk.py writes the file."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from skill.learnt import Rows, likelihoods


class LinearModel:
    """Estimates how likely each label is. A feature that it never saw counts nothing (rarely in a table: see there)."""

    def __init__(self, head: dict[str, Any], rows: Rows) -> None:
        """In: labels, bias and scale; and for each feature a weight for each label. Raises KeyError, ValueError."""
        self.head = head
        self.rows = rows
        self.labels: list[str] = head["labels"]
        self._scale: float = head["scale"]
        self._bias: list[float] = head["bias"]
        if len(self.labels) != len(self._bias):
            raise ValueError

    def likelihoods(self, features: Iterable[str]) -> dict[str, float]:
        """In: features. Out: for each label a likelihood; they sum to 1.

        The root of how many are known keeps long sentences from being surer than short ones.
        """
        rows = [row for _, row in self._known(features)]
        columns = zip(*rows, strict=True) if rows else ((),) * len(self.labels)
        scale = self._scale / math.sqrt(len(rows) or 1)
        return likelihoods(
            self.labels, [scale * sum(column) + bias for column, bias in zip(columns, self._bias, strict=True)]
        )

    def counts(self, features: Iterable[str], label: str, against: str) -> dict[str, float]:
        """How much each feature counts for a label against another, for explanations."""
        one, two = self.labels.index(label), self.labels.index(against)
        known = self._known(features)
        scale = self._scale / math.sqrt(len(known) or 1)
        return {feature: (row[one] - row[two]) * scale for feature, row in known}

    def _known(self, features: Iterable[str]) -> list[tuple[str, Sequence[int]]]:
        get = self.rows.get
        return [(feature, row) for feature in features if (row := get(feature))]
