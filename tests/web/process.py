"""Process: the service as it is started, in processes of its own; what it says, and its door."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .door import SKILL_ID, Door

ROOT = Path(__file__).resolve().parents[2]
SERVE = ("-m", "skill", "serve", "--port", "0")


class Service:
    """A command that serves, and the lines it says on stderr."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line.rstrip("\n"))

    def said(self, start: str, times: int = 1) -> str:
        """Wait for a line that starts so, and for the n-th of them. Out: that line."""
        for _ in until(lambda: self._found(start, times)):
            assert self.process.poll() is None, self.lines
        return str(self._found(start, times))

    def _found(self, start: str, times: int) -> str | None:
        found = [line for line in self.lines if line.startswith(start)]
        return found[times - 1] if len(found) >= times else None

    @property
    def door(self) -> Door:
        """Where requests go."""
        return Door(port_of(self.said("Listening on ")))

    @property
    def metrics(self) -> Door:
        """Where the metrics are."""
        return Door(port_of(self.said("Metrics on ")))

    def workers(self, number: int = 0) -> list[int]:
        """The ids of the processes that answer; waits until there are as many."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        for _ in until(lambda: len(children.read_text().split()) >= number):
            pass
        return [int(found) for found in children.read_text().split()]

    def counted(self, name: str, **labels: str) -> float:
        """A count of its metrics, summed over the labels that are not named."""
        text = self.metrics.send(None, method="GET", path="/metrics").body.decode()
        total = 0.0
        for line in text.splitlines():
            if line.startswith((f"{name} ", f"{name}{{")) and all(f'{key}="{labels[key]}"' in line for key in labels):
                total += float(line.rsplit(" ", 1)[1])
        return total

    def stop(self, sig: int = signal.SIGTERM) -> int:
        """Tell it to stop, and wait. Out: its exit status."""
        self.process.send_signal(sig)
        status = self.process.wait(timeout=30)
        self._reader.join(timeout=10)
        return status


def until(done: Callable[[], object], seconds: float = 30) -> Iterator[None]:
    """Yields now and then until it is done. Fails when that takes too long."""
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "waited in vain"
        yield
        time.sleep(0.02)


def port_of(line: str) -> int:
    """The port in a line such as "Listening on http://127.0.0.1:8080/alexa"."""
    found = re.search(r":(\d+)/", line)
    assert found, line
    return int(found.group(1))


def started(
    *arguments: str, skill_id: str | None = SKILL_ID, cwd: Path = ROOT, environment: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """Python with these arguments, running. Warnings are errors there too."""
    inherited = {name: value for name, value in os.environ.items() if name != "SKILL_ID"}
    inherited |= {} if skill_id is None else {"SKILL_ID": skill_id}
    return subprocess.Popen(
        [sys.executable, "-W", "error", *arguments],
        cwd=cwd,
        env={**inherited, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def serving(
    *arguments: str,
    command: tuple[str, ...] = SERVE,
    skill_id: str | None = SKILL_ID,
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Service]:
    """A service, listening while the block runs; then it is told to stop, and has to, with status 0."""
    process = started(*command, *arguments, skill_id=skill_id, cwd=cwd, environment=environment)
    service = Service(process)
    try:
        service.said("Listening on ")
        yield service
    finally:
        status = service.stop() if process.poll() is None else process.returncode
        assert process.stdout is not None
        out = process.stdout.read()
        process.stdout.close()
        assert process.stderr is not None
        process.stderr.close()
    assert status == 0, service.lines
    assert out == ""
