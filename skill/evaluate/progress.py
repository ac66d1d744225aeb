"""Progress: a bar on a terminal while something is counted, and nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

_WIDTH = 40


Item = TypeVar("Item")


def progress(items: Sequence[Item]) -> Iterator[Item]:
    """In: items. Out: the same, one by one, with a bar on stderr when that is a terminal."""
    shown = sys.stderr.isatty()
    for count, item in enumerate(items, 1):
        yield item
        if shown:
            full = _WIDTH * count // len(items)
            sys.stderr.write(f"\r[{'#' * full}{'.' * (_WIDTH - full)}] {count}/{len(items)}")
    if shown:
        sys.stderr.write("\r" + " " * (_WIDTH + 20) + "\r")
