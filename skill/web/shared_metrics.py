"""Shared metrics: the counts of several processes, kept in one folder and summed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest, values
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead


class SharedMetrics:
    """A folder in which processes keep their counts, one set of files a place, and places are used again.

    A process has a place instead of its process id, so that restarts leave neither more files nor lost counts.
    """

    def __init__(self, folder: Path) -> None:
        """From now on, new Metrics keep their counts in that folder."""
        self._folder = folder
        self._taken: dict[int, int] = {}
        self._own = 0  # the place of the first process, which answers nothing itself
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)  # the library reads it from nowhere else
        place: Callable[[], int] = lambda: self._own  # noqa: E731
        values.ValueClass = values.MultiProcessValue(place)  # type: ignore[no-untyped-call]

    def reserve(self, worker: int) -> None:
        """In the first process: a place for a worker that is about to start."""
        taken = set(self._taken.values())
        self._taken[worker] = next(place for place in range(1, len(taken) + 2) if place not in taken)

    def enter(self, worker: int) -> None:
        """In the worker: count in its own place from now on."""
        self._own = self._taken[worker]

    def leave(self, worker: int) -> None:
        """In the first process: the worker has ended; its counts stay, its states go."""
        mark_process_dead(self._taken.pop(worker), str(self._folder))  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """Close the files; nothing can be counted any more."""
        values.close_all_multiprocess_files()  # type: ignore[no-untyped-call]

    def text(self) -> bytes:
        """The counts of all processes."""
        registry = CollectorRegistry()
        MultiProcessCollector(registry, path=str(self._folder))  # type: ignore[no-untyped-call]
        return generate_latest(registry)
