"""Linear: a small linear classifier, read from a file of whole numbers. tools/train.py writes such files."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from skill.shape import DataError

SCALE = 16
"""Weights are stored as whole numbers of 16ths."""
MOST = 127
"""The largest that is stored, so that a weight takes a byte; of hundreds of thousands a few are cut to it."""


class Weights(Protocol):
    """Numbers by name: a mapping, or a table on disk (table.py)."""

    def get(self, name: str, /) -> Sequence[int] | None:
        """The numbers of a name, or None for one that is not there."""


class LinearModel:
    """Estimates how likely each label is. A feature that it never saw counts nothing (rarely in a table: see there)."""

    def __init__(self, labels: list[str], bias: list[int], weights: Weights) -> None:
        """In: the labels, their bias, and for each feature pairs of (label's place, weight)."""
        self.labels = labels
        self.bias = bias
        self.weights = weights

    @staticmethod
    def load(path: Path) -> LinearModel:
        """Read a model. Raises DataError when it is missing or not one."""
        try:
            data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            return LinearModel(data["labels"], data["bias"], data["weights"])
        except OSError as error:
            raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
        except (ValueError, KeyError, TypeError) as error:
            raise DataError([f"{path}: is not a model; write it again with: make model"]) from error

    def likelihoods(self, features: Mapping[str, float]) -> dict[str, float]:
        """In: features and how much of each there is. Out: for each label a likelihood; they sum to 1."""
        sums = [float(bias) for bias in self.bias]
        for feature, amount in features.items():
            pairs = iter(self.weights.get(feature) or ())
            for place, weight in zip(pairs, pairs, strict=True):
                sums[place] += weight * amount
        top = max(sums)
        powers = [math.exp((total - top) / SCALE) for total in sums]
        whole = sum(powers)
        return {label: power / whole for label, power in zip(self.labels, powers, strict=True)}

    def counts(self, features: Mapping[str, float], label: str, against: str) -> dict[str, float]:
        """How much each feature counts for a label against another, for explanations."""
        places = {self.labels.index(label): 1, self.labels.index(against): -1}
        counts = {}
        for feature, amount in features.items():
            pairs = iter(self.weights.get(feature) or ())
            counts[feature] = sum(
                places.get(place, 0) * weight * amount / SCALE for place, weight in zip(pairs, pairs, strict=True)
            )
        return counts


def unit(features: Mapping[str, float]) -> dict[str, float]:
    """The same features with length 1, so that long sentences don't count more than short ones."""
    length = math.hypot(*features.values()) or 1
    return {feature: amount / length for feature, amount in features.items()}
