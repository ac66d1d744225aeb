"""Client: asks without a pause over plain sockets, and measures."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from tests.web.conftest import Alexa
from tests.web.door import SKILL_ID, encoded

EVENTS = sorted((Path(__file__).resolve().parents[1] / "events").glob("*.json"))
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Measured:
    """What came of some requests."""

    seconds: float = 0.0
    """Of all, from the first to the last."""
    cpu: float = 0.0
    """Of the processes that answered, in seconds."""
    each: list[float] = field(default_factory=list)
    """Of each request, in seconds."""
    refused: int = 0
    """Answered with another status than the one expected, or not at all."""

    def add(self, other: Measured) -> None:
        """Take another one in."""
        self.seconds += other.seconds
        self.cpu += other.cpu
        self.each += other.each
        self.refused += other.refused

    def percentile(self, share: float) -> float:
        """How long that share of the requests took at most, in seconds."""
        return sorted(self.each)[min(len(self.each) - 1, int(share * len(self.each)))]


def requests(alexa: Alexa) -> list[tuple[bytes, int]]:
    """Every event of tests/events, as of now, signed, as bytes to send, with the status to expect."""
    return [(_sent(body, alexa.headers(body)), 200) for body in map(_current, EVENTS)]


def bad_requests(alexa: Alexa) -> list[tuple[bytes, int]]:
    """Requests to refuse: unsigned, changed, not JSON, not HTTP."""
    body = _current(EVENTS[0])
    signed = alexa.headers(body)
    return [
        (_sent(body, {}), 400),
        (_sent(body + b" ", signed), 400),
        (_sent(b"{", alexa.headers(b"{")), 400),
        (_sent(body, {**signed, "SignatureCertChainUrl": "https://example.com/"}), 400),
        (b"POST /alexa\r\n\r\n", 400),
        (b"POST /alexa HTTP/1.1\r\nno header\r\n\r\n", 400),
    ]


def ask(alexa: Alexa, asked: list[tuple[bytes, int]], times: int, clients: int) -> Measured:
    """Send so many requests, so many at once."""
    measured, lock, numbers = Measured(), threading.Lock(), count()
    workers = alexa.service.workers()
    before, started = sum(map(cpu, workers)), time.perf_counter()

    def one_client() -> None:
        each, refused = [], 0
        while (number := next(numbers)) < times:
            content, status = asked[number % len(asked)]
            begun = time.perf_counter()
            refused += _status(alexa.door.port, content) != status
            each.append(time.perf_counter() - begun)
        with lock:
            measured.each += each
            measured.refused += refused

    threads = [threading.Thread(target=one_client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    measured.seconds = time.perf_counter() - started
    measured.cpu = sum(map(cpu, workers)) - before
    return measured


def cpu(process: int) -> float:
    """Seconds that a process has computed."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def memory(process: int) -> float:
    """Megabytes that a process has to itself."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        if line.startswith("Private_Dirty:"):
            return int(line.split()[1]) / 1024
    raise ValueError("no Private_Dirty in smaps_rollup")


def _status(port: int, content: bytes) -> int:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
            connection.sendall(content)
            answer = b""
            while part := connection.recv(65_536):
                answer += part
    except OSError:
        return 0
    return int(answer[9:12] or 0)


def _current(path: Path) -> bytes:
    event: dict[str, Any] = json.loads(path.read_text())
    event["request"]["timestamp"] = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for holder in (event.get("session"), event["context"]["System"]):
        if holder:
            holder["application"] = {"applicationId": SKILL_ID}
    return encoded(event)


def _sent(body: bytes, headers: dict[str, str]) -> bytes:
    lines = ["POST /alexa HTTP/1.1", "Host: localhost", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body
