"""Windows: a small network that reads three words at a time, from a file that tools/learn_windows.py writes.

Each filter looks at every word with its neighbours and keeps the place where it fires most; the labels weigh the
filters. What a word adds to a filter from the left, the middle or the right is looked up in a table, so that reading a
sentence is a few thousand additions, and no library is loaded for it.

Method: Kim 2014, "Convolutional Neural Networks for Sentence Classification", https://aclanthology.org/D14-1181/
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add, mul
from typing import Any

from skill.learnt import UNKNOWN, Rows, likelihoods


class Windows:
    """Estimates how likely each label is."""

    def __init__(self, head: dict[str, Any], rows: Rows) -> None:
        """In: labels, scale, bias, out, out_bias; and what each word adds. Raises KeyError, TypeError, ValueError."""
        self.head = head
        self.rows = rows
        self.labels: list[str] = head["labels"]
        self._filters = len(head["bias"])
        self._scale: float = head["scale"]
        self._bias: list[float] = head["bias"]
        self._out: list[list[float]] = head["out"]
        self._out_bias: list[float] = head["out_bias"]
        self._unknown = rows.get(UNKNOWN) or ()
        if len(self._unknown) != 3 * self._filters:
            raise ValueError

    def likelihoods(self, words: Sequence[str]) -> dict[str, float]:
        """In: plain words. Out: for each label a likelihood; they sum to 1."""
        fired = self._fired(words)
        sums = [sum(map(mul, fired, column), bias) for bias, column in zip(self._out_bias, self._out, strict=True)]
        return likelihoods(self.labels, sums)

    def why(self, words: Sequence[str], label: str, against: str) -> list[str]:
        """The windows of words that count most for one label against another."""
        one, two = self._out[self.labels.index(label)], self._out[self.labels.index(against)]
        counts: dict[str, float] = {}
        sums = list(self._sums(words))
        for place, amount in enumerate(self._fired(words)):
            best = max(range(len(sums)), key=lambda index: sums[index][place], default=0)
            window = " ".join(words[max(0, best - 1) : best + 2])
            counts[window] = counts.get(window, 0) + amount * (one[place] - two[place])
        return sorted(counts, key=lambda window: -counts[window])[:3]

    def _fired(self, words: Sequence[str]) -> list[float]:
        sums = self._sums(words) or [[0] * self._filters]
        most = map(max, *sums) if len(sums) > 1 else sums[0]
        amounts = [self._scale * total + bias for total, bias in zip(most, self._bias, strict=True)]
        return [amount if amount > 0 else 0.0 for amount in amounts]

    def _sums(self, words: Sequence[str]) -> list[list[int]]:
        size = self._filters
        nothing = [0] * size
        rows = [self.rows.get(word) or self._unknown for word in words]
        lefts = [nothing, *(row[:size] for row in rows[:-1])]
        rights = [*(row[2 * size :] for row in rows[1:]), nothing]
        return [
            list(map(add, map(add, left, row[size : 2 * size]), right))
            for left, row, right in zip(lefts, rows, rights, strict=False)
        ]
