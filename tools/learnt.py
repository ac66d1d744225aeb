"""Learnt: what the scripts share that write the models of models/."""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def whole(table: Any, most: int = 127) -> tuple[float, Any]:
    """In: an array, and the largest number it may hold. Out: what 1 stands for, and the array in whole numbers."""
    import numpy

    scale = float(numpy.abs(table).max()) / most
    return scale, numpy.round(table / scale).astype(numpy.int8)


def rounded(numbers: Any) -> Any:
    """An array as lists, in few digits."""
    import numpy

    return numpy.asarray(numbers, dtype=float).round(4).tolist()


def write_rows(path: Path, head: dict[str, Any], rows: Mapping[str, bytes]) -> None:
    """One name a line, so that a change can be seen. skill/rows.py reads it."""
    lines = ",\n".join(f'{json.dumps(name)}:"{b64encode(row).decode()}"' for name, row in rows.items())
    start = json.dumps(head, separators=(",", ":"))
    path.write_text(f'{start[:-1]},"rows":{{\n{lines}\n}}}}\n', encoding="utf-8")


def run(path: Path, arguments: list[str], made_from: str, learn: Callable[[], None]) -> int:
    """Learn a model that is made from other data than there is, or with --check only say so. Returns the exit status.

    In: its file, the command line, a digest of what it should be made from, and what learns and writes it.
    """
    fresh = path.exists() and json.loads(path.read_text(encoding="utf-8")).get("made_from") == made_from
    if "--check" in arguments:
        if not fresh:
            sys.stdout.write(f"{path.name} is made from other data; run: make model\n")
        return 0 if fresh else 1
    if not fresh:
        learn()
        sys.stdout.write(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1e6:.1f} MB\n")
    return 0
