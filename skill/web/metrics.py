"""Metrics: turns, refusals and answers -> counts in Prometheus' format, summed over all processes.

Every label is a name of ours: an intent, a topic, a level, a reason. Nothing of a request becomes one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest, values
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

from skill.record import Record
from skill.web.refusal import Reason

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 8.0)
"""Up to 8: then Alexa has given up."""
_LOOKUPS = ("kept", "downloaded", "refused")


class Metrics:
    """What the service knows of itself."""

    def __init__(self) -> None:
        """Counts for this process alone, unless a Shared was made first."""
        self._registry = registry = CollectorRegistry()
        self._turns = Counter(
            "kratom_guide_turns",
            "Turns, by intent, by the topic answered and by level of risk.",
            ["intent", "topic", "level"],
            registry=registry,
        )
        self._failures = Counter(
            "kratom_guide_failures",
            "Turns in which our own code failed, and the error reply was said.",
            registry=registry,
        )
        self._turn_seconds = Histogram(
            "kratom_guide_turn_seconds",
            "From the parsed request to the reply, in seconds.",
            buckets=_SECONDS,
            registry=registry,
        )
        self._refusals = Counter(
            "kratom_guide_refusals", "Requests that were not answered, by reason.", ["reason"], registry=registry
        )
        self._request_seconds = Histogram(
            "kratom_guide_request_seconds",
            "From the request line to the answer, in seconds, by status.",
            ["status"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._lookups = Counter(
            "kratom_guide_chain_lookups",
            "How the certificates of a request were found: kept, downloaded, or refused.",
            ["result"],
            registry=registry,
        )
        self._chains = Gauge(
            "kratom_guide_chains",
            "Certificate chains that are kept, summed over all processes.",
            multiprocess_mode="livesum",
            registry=registry,
        )
        self._expiry = Gauge(
            "kratom_guide_chain_expiry_timestamp_seconds",
            "When the last of the kept chains expires, in Unix time; 0 when none is kept.",
            multiprocess_mode="livemax",
            registry=registry,
        )
        for reason in Reason:  # so that each is there, with 0, before it happens: then a rate sees the first one
            self._refusals.labels(reason.label)
        for result in _LOOKUPS:
            self._lookups.labels(result)

    def turn(self, record: Record) -> None:
        """Count a turn."""
        self._turns.labels(record.intent, record.topic or "none", record.level).inc()
        self._turn_seconds.observe(record.milliseconds / 1000)
        if record.failed:
            self._failures.inc()

    def refused(self, reason: Reason) -> None:
        """Count a request that was not answered."""
        self._refusals.labels(reason.label).inc()

    def answered(self, status: int, seconds: float) -> None:
        """Count an answer of any status."""
        self._request_seconds.labels(str(status)).observe(seconds)

    def chain(self, result: str, kept: int, expiry: float) -> None:
        """Count how certificates were found; note how many are kept, and when the last expires (Unix time, or 0)."""
        self._lookups.labels(result).inc()
        if result != "kept":
            self._chains.set(kept)
            self._expiry.set(expiry)

    def text(self) -> bytes:
        """The counts of this process alone."""
        return generate_latest(self._registry)


class Shared:
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
