"""Learnt: what all learnt models share: rows of numbers by name, a file to read them from, and likelihoods at the end.

The file is for people and for git: JSON, with one row a line, in base64. Lambda reads the same from a table (table.py).
"""

from __future__ import annotations

import json
import math
from base64 import b64decode
from collections.abc import Callable, Sequence
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
        rows = {name: memoryview(b64decode(row)).cast("b").tolist() for name, row in shown.items()}
        if len({len(row) for row in rows.values()}) > 1:
            raise ValueError
        return kind(head, rows)
    except OSError as error:
        raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError([f"{path}: is not a model; write it again with: make model"]) from error


def likelihoods(labels: Sequence[str], sums: Sequence[float]) -> dict[str, float]:
    """In: labels, and how much speaks for each. Out: for each a likelihood; they sum to 1."""
    top = max(sums)
    powers = [math.exp(amount - top) for amount in sums]
    whole = sum(powers)
    return {label: power / whole for label, power in zip(labels, powers, strict=True)}
