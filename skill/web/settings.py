"""Settings: the environment and the command line -> Settings, with every problem found and said in one line."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass

from skill.shape import DataError

_LARGEST_PORT = 65535


@dataclass(frozen=True)
class Settings:
    """All that can be set about serving. What is not here is not meant to be changed."""

    skill_id: str = ""
    """The skill that may be asked; empty only when nothing is verified."""
    verified: bool = True
    """Whether only Alexa is answered."""
    host: str = "127.0.0.1"
    port: int = 8080
    """0 takes any port that is free."""
    metrics_host: str = "127.0.0.1"
    metrics_port: int | None = 8081
    """None: no metrics. 0 takes any port that is free."""
    workers: int = 2
    """Processes."""
    threads: int = 8
    """Requests that each process answers at once."""
    body_kilobytes: int = 256
    """How long a request's body may be; Alexa's have a few kilobytes."""
    header_kilobytes: int = 8
    """How long one header may be; Alexa's longest has half a kilobyte."""
    headers: int = 64
    """How many headers there may be; a proxy adds some to Alexa's ten."""
    read_seconds: int = 10
    """How long a request may take to arrive. Alexa gives up after 8."""
    download_seconds: int = 3
    """How long Amazon's certificates may take to arrive."""
    stuck_seconds: int = 30
    """After what time without a sign of life a process is replaced."""
    stop_seconds: int = 10
    """How long a stopping process may take to finish its requests."""


_WHOLE_NUMBERS = {
    "SERVE_WORKERS": ("workers", 1, 64),
    "SERVE_THREADS": ("threads", 1, 256),
    "SERVE_BODY_KILOBYTES": ("body_kilobytes", 16, 1024),
    "SERVE_HEADER_KILOBYTES": ("header_kilobytes", 2, 64),
    "SERVE_HEADERS": ("headers", 16, 1000),
    "SERVE_READ_SECONDS": ("read_seconds", 1, 60),
    "SERVE_DOWNLOAD_SECONDS": ("download_seconds", 1, 7),
    "SERVE_STUCK_SECONDS": ("stuck_seconds", 5, 600),
    "SERVE_STOP_SECONDS": ("stop_seconds", 1, 600),
}
"""The field of each variable, the smallest value and the largest."""

VARIABLES = frozenset({"SKILL_ID", "SERVE_HOST", "SERVE_PORT", "SERVE_METRICS_HOST", "SERVE_METRICS_PORT"}).union(
    _WHOLE_NUMBERS
)
"""Every variable that is read."""


def read(
    environment: Mapping[str, str], host: str | None = None, port: str | None = None, *, verified: bool = True
) -> Settings:
    """In: the environment; --host and --port, which win over it; whether requests are verified.

    Out: the settings. Raises DataError with every problem: a variable nobody knows, a value that can't be.
    """
    reading = _Reading(environment)
    reading.refuse_unknown()
    at = reading.port(port)
    settings = Settings(
        skill_id=reading.skill_id() if verified else "",
        verified=verified,
        host=reading.host(host, verified=verified),
        port=at,
        metrics_host=reading.text("SERVE_METRICS_HOST") or Settings.metrics_host,
        metrics_port=reading.metrics_port(at),
        **{field: reading.number(name, *limits) for name, (field, *limits) in _WHOLE_NUMBERS.items()},
    )
    if reading.problems:
        raise DataError(reading.problems)
    return settings


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class _Reading:
    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self.problems: list[str] = []

    def text(self, name: str) -> str:
        return self._environment.get(name, "").strip()

    def refuse_unknown(self) -> None:
        for name in sorted(self._environment):
            if name.startswith("SERVE_") and name not in VARIABLES:
                known = ", ".join(sorted(VARIABLES))
                self.problems.append(f"{name}: is not known; known are {known}")

    def skill_id(self) -> str:
        found = self.text("SKILL_ID")
        if not found:
            self.problems.append(
                "SKILL_ID is not set. It must hold the skill's id, so that only requests for this skill are answered."
            )
        return found

    def host(self, given: str | None, *, verified: bool) -> str:
        host = given if given is not None else self.text("SERVE_HOST") or Settings.host
        if not verified and not is_loopback(host):
            self.problems.append(
                f"--unverified only works on this machine itself, for example --host 127.0.0.1, not {host!r}."
            )
        return host

    def port(self, given: str | None) -> int:
        name = "SERVE_PORT" if given is None else "--port"
        found = self._port(name, given if given is not None else self.text(name) or str(Settings.port))
        return Settings.port if found is None else found

    def metrics_port(self, port: int) -> int | None:
        raw = self.text("SERVE_METRICS_PORT")
        if raw == "off":
            return None
        if raw:
            found = self._port("SERVE_METRICS_PORT", raw)
            if found == port != 0:
                self.problems.append(f"SERVE_METRICS_PORT: {found} is the port that requests come to.")
            return found
        if port == _LARGEST_PORT:
            self.problems.append("SERVE_METRICS_PORT: must be set when the port is the last one there is.")
        return port and port + 1

    def _port(self, name: str, raw: str) -> int | None:
        if raw.isascii() and raw.isdigit() and int(raw[:9]) <= _LARGEST_PORT:
            return int(raw)
        self.problems.append(f"{name}: {raw} is not a port.")
        return None

    def number(self, name: str, smallest: int, largest: int) -> int:
        raw = self.text(name)
        field = _WHOLE_NUMBERS[name][0]
        if not raw:
            return int(getattr(Settings, field))
        if raw.isascii() and raw.isdigit() and smallest <= int(raw[:9]) <= largest:
            return int(raw)
        self.problems.append(f"{name}: must be a whole number from {smallest} to {largest}, not {raw!r}")
        return smallest
