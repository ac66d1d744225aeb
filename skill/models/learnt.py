"""Learnt: what learnt models share: rows of numbers by name, a file to read them from, and how they are added up.

The file is for people and for git: JSON, with one row a line, in base64. Lambda reads the same from a table (table.py).
"""

from __future__ import annotations

import json
import math
from abc import ABC, abstractmethod
from binascii import a2b_base64  # base64 itself takes Lambda a millisecond to load
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

from skill.shape import DataError

Model = TypeVar("Model")


class Rows(Protocol):
    """Whole numbers of a byte by name: a mapping, or a table on disk."""

    def get(self, name: str, /) -> Sequence[int] | None:
        """The numbers of a name, as many for each, or None for one that is not there."""


def read_model(path: Path, kind: Callable[[dict[str, Any], dict[str, list[int]]], Model]) -> Model:
    """In: a file that a script of tools/ wrote, and what makes a model of it. Raises DataError if it is none."""
    try:
        head: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        shown = head.pop("rows")
        rows = {name: memoryview(a2b_base64(row)).cast("b").tolist() for name, row in shown.items()}
        if len({len(row) for row in rows.values()}) > 1:
            raise ValueError
        return kind(head, rows)
    except OSError as error:
        raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError([f"{path}: is not a model; write it again with: make model"]) from error


class Adding(ABC):
    """A model that adds up the rows of what it knows, and makes likelihoods of the sums."""

    def __init__(self, head: dict[str, Any], rows: Rows) -> None:
        """In: labels, their bias, and scale; and the numbers of each feature. Raises KeyError, ValueError."""
        self.head = head
        self.rows = rows
        self.labels: list[str] = head["labels"]
        self._scale: float = head["scale"]
        self._bias: list[float] = head["bias"]
        if len(self.labels) != len(self._bias):
            raise ValueError

    def likelihoods(self, features: Iterable[str]) -> dict[str, float]:
        """In: features. Out: for each label a likelihood; they sum to 1. A feature that was never seen counts nothing.

        (Rarely it does, in a table: see there.)
        """
        rows = [row for _, row in self._known(features)]
        scale = self._scale_of(rows)
        sums = self._sums([scale * sum(column) for column in zip(*rows, strict=True)]) if rows else self._bias
        top = max(sums)
        powers = [math.exp(amount - top) for amount in sums]
        whole = sum(powers)
        return {label: power / whole for label, power in zip(self.labels, powers, strict=True)}

    @abstractmethod
    def _sums(self, total: Sequence[float]) -> Sequence[float]:
        """In: the numbers of all features, added up. Out: how much speaks for each label."""

    def _known(self, features: Iterable[str]) -> list[tuple[str, Sequence[int]]]:
        get = self.rows.get
        return [(feature, row) for feature in features if (row := get(feature))]

    def _scale_of(self, known: Sequence[Any]) -> float:
        """The root of how many are known keeps long sentences from being surer than short ones."""
        return self._scale / math.sqrt(len(known) or 1)
