"""What happens to the processes: one is killed, the data changes or breaks, all are told to stop."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

import pytest

from .conftest import Alexa, alexas_service
from .door import Door, encoded, event
from .process import serving, until
from .shelf import Shelf
from .test_serving import copied

THREADS = 2


@contextmanager
def load(door: Door, body: bytes, headers: dict[str, str], clients: int = 6) -> Iterator[Counter[int]]:
    """Clients who ask without a pause while the block runs. What they got is counted by status; 0 is no answer."""
    got: Counter[int] = Counter()
    over = threading.Event()
    lock = threading.Lock()

    def ask() -> None:
        while not over.is_set():
            try:
                status = door.send(body, headers).status
            except (OSError, HTTPException):
                status = 0
            with lock:
                got[status] += 1

    threads = [threading.Thread(target=ask) for _ in range(clients)]
    for thread in threads:
        thread.start()
    try:
        yield got
    finally:
        over.set()
        for thread in threads:
            thread.join()


@pytest.fixture(scope="module")
def busy(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Alexa]:
    folder = tmp_path_factory.mktemp("busy")
    with alexas_service(shelf, folder, SERVE_WORKERS="2", SERVE_THREADS=str(THREADS)) as alexa:
        yield alexa


def test_a_process_that_is_killed_loses_only_what_it_was_answering(busy: Alexa) -> None:
    service, body = busy.service, encoded(event())
    killed = service.workers(2)[0]
    with load(busy.door, body, busy.headers(body)) as got:
        for _ in until(lambda: got[200] > 50):
            pass
        os.kill(killed, signal.SIGKILL)
        for _ in until(lambda: killed not in service.workers() and len(service.workers()) == 2):
            pass
        before = got[200]
        for _ in until(lambda: got[200] > before + 50):
            pass
    assert got.keys() <= {0, 200}
    assert got[0] <= THREADS


def test_counts_survive_the_process_that_counted(busy: Alexa) -> None:
    service, body = busy.service, encoded(event())
    headers = busy.headers(body)
    before = service.counted("kratom_guide_turns_total", intent="LaunchRequest", topic="none", level="none")
    for _ in range(10):
        assert busy.door.send(body, headers).status == 200
    workers = service.workers(2)
    for worker in workers:
        os.kill(worker, signal.SIGKILL)
    for _ in until(lambda: len(set(service.workers()) - set(workers)) == 2):
        pass
    assert service.counted("kratom_guide_turns_total", intent="LaunchRequest") == before + 10
    assert busy.door.send(body, headers).status == 200
    assert service.counted("kratom_guide_turns_total", intent="LaunchRequest") == before + 11
    assert service.counted("kratom_guide_chains") == 1  # what the killed ones had kept is gone with them


def test_a_reload_takes_new_data_and_loses_nothing(tmp_path: Path) -> None:
    catalog = copied(tmp_path)
    old, new = "Welcome to Kratom Guide", "Hello from the new catalog"
    body = encoded(event())
    with serving("--unverified", skill_id=None, cwd=tmp_path) as service:
        door, workers = service.door, set(service.workers(2))
        assert old in door.send(body).speech
        catalog.write_text(catalog.read_text().replace(old, new))
        with load(door, body, {}) as got:
            service.process.send_signal(signal.SIGHUP)
            service.said("Reloaded.")
        assert got.keys() == {200}
        assert new in door.send(body).speech
        assert not workers & set(service.workers())
        assert service.counted("kratom_guide_turns_total", intent="LaunchRequest") == got[200] + 2


def test_a_reload_of_a_broken_catalog_changes_nothing_and_says_why(tmp_path: Path) -> None:
    catalog = copied(tmp_path)
    good, body = catalog.read_text(), encoded(event())
    with serving("--unverified", skill_id=None, cwd=tmp_path) as service:
        door, workers = service.door, service.workers(2)
        for broken in (good.replace("prompts:", "promts:", 1), "", good[: len(good) // 2]):
            catalog.write_text(broken)
            said = len(service.lines)
            service.process.send_signal(signal.SIGHUP)
            for _ in until(lambda said=said: any(line.startswith("Not reloaded: ") for line in service.lines[said:])):
                pass
            *problems, _ = service.lines[said:]
            assert problems
            assert all(line.startswith(f"{catalog}: ") for line in problems)
            assert "Welcome to Kratom Guide" in door.send(body).speech
            assert service.workers() == workers
        (tmp_path / "models" / "risk.json").unlink()
        catalog.write_text(good)
        service.process.send_signal(signal.SIGHUP)
        service.said("Not reloaded: ", 4)
        assert service.workers() == workers


def test_a_process_more_a_process_less_and_no_other_program(busy: Alexa) -> None:
    service = busy.service
    service.process.send_signal(signal.SIGTTIN)
    assert len(service.workers(3)) == 3
    service.process.send_signal(signal.SIGTTOU)
    for _ in until(lambda: len(service.workers()) == 2):
        pass
    service.process.send_signal(signal.SIGUSR2)
    service.said("SIGUSR2 does nothing here.")
    assert busy.ask(event()).status == 200


def test_a_process_that_is_told_to_stop_while_it_starts_stops() -> None:
    with serving("--unverified", skill_id=None, environment={"SERVE_WORKERS": "1"}) as service:
        old = service.workers(1)[0]
        for _ in range(10):
            os.kill(old, signal.SIGKILL)
            end = time.monotonic() + 30
            while not (young := [pid for pid in service.workers() if pid != old]):
                assert time.monotonic() < end, "no new process"
            os.kill(young[0], signal.SIGTERM)  # as early as it can be seen
            for _ in until(lambda: young[0] not in service.workers(1), seconds=10):
                pass
            old = service.workers(1)[0]


def test_a_request_that_has_begun_is_answered_before_it_stops() -> None:
    body = encoded(event())
    head = f"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    with serving("--unverified", skill_id=None) as service:
        with socket.create_connection(("127.0.0.1", service.door.port)) as connection:
            connection.sendall(head + body[:20])
            assert service.door.send(body).status == 200
            service.process.send_signal(signal.SIGTERM)
            for _ in until(lambda: not listens(service.door.port)):
                pass
            connection.sendall(body[20:])
            assert connection.recv(10_000).startswith(b"HTTP/1.1 200 OK")
        assert service.process.wait(timeout=30) == 0
    assert len(service.lines) == 3, service.lines


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True
