"""Metrics: turns, refusals and answers -> counts in Prometheus' format.

Every label is a name of ours: an intent, a topic, a level, a reason. Nothing of a request becomes one.
"""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from skill.record import Record
from skill.web.refusal import Reason

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 8.0)
"""Up to 8: then Alexa has given up."""
_LOOKUPS = ("kept", "downloaded", "refused")


class Metrics:
    """What the service knows of itself."""

    def __init__(self) -> None:
        """Counts for this process alone, unless SharedMetrics were made first."""
        self._registry = registry = CollectorRegistry()
        self._turns = Counter(
            "kratom_guide_turns",
            "Turns, by intent, by the topic answered and by level of risk.",
            ["intent", "topic", "level"],
            registry=registry,
        )
        self._failures = Counter(
            "kratom_guide_failures",
            "Turns in which somebody got no answer; skill/record.py says what counts.",
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
