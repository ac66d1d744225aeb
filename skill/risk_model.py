"""The risk model: a linear model over words and pieces of words, read from a small file of whole numbers."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

LEVELS = ("emergency", "harm", "crisis", "support", "none")
SCALE = 64
"""Weights are stored as whole numbers of 64ths."""


def features(plain: str) -> Iterator[str]:
    """The features of plain words: words, pairs and triples of words, pairs with one word between, pieces of words."""
    words = ["<", *plain.split(), ">"]
    for index, word in enumerate(words):
        yield word
        if index + 1 < len(words):
            yield f"{word} {words[index + 1]}"
        if index + 2 < len(words):
            yield f"{word} {words[index + 1]} {words[index + 2]}"
            yield f"{word} * {words[index + 2]}"
        if len(word) > 3:
            padded = f"({word})"
            for size in (4, 5):
                for start in range(len(padded) - size + 1):
                    yield "#" + padded[start : start + size]


class RiskModel:
    """Estimates how likely each level is."""

    def __init__(self, weights: Mapping[str, list[int]], bias: list[int], raise_at: float, raise_calm_at: float) -> None:
        self._weights = weights
        self._bias = bias
        self._raise_at = raise_at
        self._raise_calm_at = raise_calm_at

    @staticmethod
    def load(path: Path) -> RiskModel:
        """Read a model written by tools/train_risk.py."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return RiskModel(data["weights"], data["bias"], data["raise_at"], data["raise_calm_at"])

    def likelihoods(self, plain: str) -> dict[str, float]:
        """How likely each level is, from 0 to 1."""
        sums = [0] * len(LEVELS)
        found = set(features(plain))
        for feature in found:
            if weights := self._weights.get(feature):
                for index, weight in enumerate(weights):
                    sums[index] += weight
        # Long sentences have more features; the square root keeps them comparable, as in training.
        size = math.sqrt(len(found) or 1)
        powers = [
            math.exp((total / size + bias) / SCALE - 50) for total, bias in zip(sums, self._bias, strict=True)
        ]
        return {level: power / sum(powers) for level, power in zip(LEVELS, powers, strict=True)}

    def level(self, plain: str, *, calm: bool) -> str:
        """The likeliest level of danger, if any danger is likely enough; more is asked where the words sound calm."""
        likely = self.likelihoods(plain)
        if 1 - likely["none"] < (self._raise_calm_at if calm else self._raise_at):
            return "none"
        return max(LEVELS[:-1], key=lambda level: likely[level])

    def why(self, plain: str) -> list[str]:
        """The likelihoods, and the features that count most for the likeliest danger."""
        likely = self.likelihoods(plain)
        level = max(LEVELS[:-1], key=lambda level: likely[level])
        index, none = LEVELS.index(level), LEVELS.index("none")
        counts = {
            feature: weights[index] - weights[none]
            for feature in set(features(plain))
            if (weights := self._weights.get(feature))
        }
        most = sorted(counts, key=lambda feature: -counts[feature])[:5]
        shares = ", ".join(f"{name} {share:.0%}" for name, share in likely.items())
        return [f"model: {shares}", f"most for {level}: {', '.join(repr(feature) for feature in most)}"]
