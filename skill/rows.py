"""Rows: numbers of a byte by name, as a learnt model keeps them, from a file for git or from a table (table.py)."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from skill.shape import DataError

UNKNOWN = "?"
"""The name of the row that stands for a name that was never seen."""


class Rows(Protocol):
    """Numbers by name: a mapping, or a table on disk."""

    def get(self, name: str, /) -> Sequence[int] | None:
        """The numbers of a name, or None for one that is not there."""


def read_rows(path: Path) -> tuple[dict[str, Any], dict[str, list[int]]]:
    """In: a file of JSON, with the rows in base64. Out: the rest of it, and the rows. Raises DataError."""
    try:
        head: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        shown = head.pop("rows")
        return head, {name: memoryview(b64decode(row)).cast("b").tolist() for name, row in shown.items()}
    except OSError as error:
        raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError([not_a_model(path)]) from error


def not_a_model(path: Path) -> str:
    """What is said of a file that holds something else."""
    return f"{path}: is not a model; write it again with: make model"
