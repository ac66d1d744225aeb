"""`python -m skill serve`, as it is started: it says where it listens, or in a plain line why it does not."""

from __future__ import annotations

import shutil
import signal
import socket
from pathlib import Path

import pytest

from .door import SKILL_ID, encoded, event
from .process import ROOT, serving, started

MARK = "marksecretmark"


def failed(*arguments: str, skill_id: str | None = SKILL_ID, cwd: Path = ROOT, **environment: str) -> list[str]:
    """The lines of a command that doesn't start."""
    process = started("-m", "skill", "serve", *arguments, skill_id=skill_id, cwd=cwd, environment=environment)
    out, lines = process.communicate(timeout=30)
    assert process.returncode == 1
    assert out == ""
    return lines.splitlines()


def copied(folder: Path) -> Path:
    """All that serving reads, in a folder. Out: the catalog there."""
    shutil.copytree(ROOT / "skill", folder / "skill", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "models", folder / "models")
    for name in ("signs.yaml", "responses.yaml"):
        shutil.copy(ROOT / name, folder)
    return folder / "responses.yaml"


@pytest.mark.parametrize("skill_id", [None, "", " "])
def test_it_does_not_start_without_a_skill_id(skill_id: str | None) -> None:
    (line,) = failed(skill_id=skill_id)
    assert line.startswith("SKILL_ID is not set.")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com", "", "localhost.example.com"])
def test_it_does_not_start_unverified_where_others_can_reach_it(host: str) -> None:
    (line,) = failed("--unverified", "--host", host)
    assert line.startswith("--unverified only works on this machine itself")


@pytest.mark.parametrize("port", ["-1", "65536", "http", "\u0663", ""])
def test_it_does_not_start_on_a_port_that_is_none(port: str) -> None:
    assert failed(f"--port={port}") == [f"--port: {port} is not a port."]


def test_it_does_not_start_on_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert failed("--port", str(port)) == [f"127.0.0.1:{port}: Address already in use"]
        metrics = failed("--port", "0", SERVE_METRICS_PORT=str(port))
    assert metrics == [f"127.0.0.1:{port}: Address already in use"]


def test_it_does_not_start_at_an_address_that_is_not_its_own() -> None:
    (line,) = failed("--host", "192.0.2.1")
    assert line.startswith("192.0.2.1:8080: ")


def test_it_says_all_that_is_wrong_with_its_settings_at_once() -> None:
    lines = failed(skill_id=None, SERVE_WORKERS="none", SERVE_PORT="x", SERVE_THREADS="0", SERVE_WORKER="2")
    assert [line.split(":")[0].split(" ")[0] for line in lines] == [
        "SERVE_WORKER",
        "SERVE_PORT",
        "SKILL_ID",
        "SERVE_WORKERS",
        "SERVE_THREADS",
    ]


def test_it_does_not_start_with_a_broken_catalog(tmp_path: Path) -> None:
    catalog = copied(tmp_path)
    catalog.write_text("unheard_of: 1\n")
    for arguments in ((), ("--unverified",), ("--check",)):
        lines = [line for line in failed(*arguments, cwd=tmp_path) if not line.startswith("UNVERIFIED: ")]
        assert f"{catalog}: unheard_of: is not known" in lines[0]
        assert len(lines) > 1
        assert all(line.startswith(f"{catalog}: ") for line in lines)


def test_a_check_starts_nothing() -> None:
    process = started("-m", "skill", "serve", "--check")
    assert (*process.communicate(timeout=30), process.returncode) == ("", "", 0)


def test_verified_it_refuses_an_unsigned_request_and_says_where_it_listens() -> None:
    with serving() as service:
        assert service.door.send(encoded(event())).status == 400
        assert service.metrics.port != service.door.port
        assert service.lines[:2] == [
            f"Listening on http://127.0.0.1:{service.door.port}/alexa",
            f"Metrics on http://127.0.0.1:{service.metrics.port}/metrics",
        ]


def test_unverified_it_answers_and_says_loudly_who_can_talk_to_it() -> None:
    with serving("--unverified", skill_id=None) as service:
        assert service.door.send(encoded(event())).speech
        assert service.lines[0].startswith("UNVERIFIED: ANYBODY ON THIS MACHINE CAN TALK TO THE SKILL.")
        assert len(service.lines) == 3


def test_the_environment_says_where_to_listen() -> None:
    environment = {"SERVE_HOST": "127.0.0.2", "SERVE_METRICS_PORT": "off", "SERVE_PORT": "0"}
    with serving(command=("-m", "skill", "serve"), environment=environment) as service:
        assert service.said("Listening on ").startswith("Listening on http://127.0.0.2:")
        assert service.workers(2)
    assert not [line for line in service.lines if line.startswith("Metrics")]


def test_it_listens_on_the_sixth_version_of_ip_too() -> None:
    with serving("--host", "::1") as service, socket.create_connection(("::1", service.door.port)) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"200 OK" in connection.recv(1000)


@pytest.mark.parametrize("sig", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_told_and_leaves_nothing_behind(tmp_path: Path, sig: int) -> None:
    with serving(environment={"TMPDIR": str(tmp_path)}) as service:
        assert list(tmp_path.iterdir())
        workers = service.workers(2)
        assert service.stop(sig) == 0
    assert not list(tmp_path.iterdir())
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]


@pytest.mark.parametrize("arguments", [(), ("--unverified",)])
def test_nothing_of_a_request_reaches_its_output(arguments: tuple[str, ...]) -> None:
    bodies = [
        encoded(event(type=MARK, timestamp=MARK, locale=MARK)),
        encoded(event({"type": "IntentRequest", "intent": {"name": MARK, "slots": {MARK: {"value": MARK}}}})),
        encoded({MARK: MARK}),
        f"{{{MARK}".encode(),
        f'"\xff{MARK}'.encode("latin-1"),
        MARK.encode() * 30_000,
    ]
    with serving(*arguments) as service:
        door = service.door
        for body in bodies:
            door.send(body, {"Signature-256": MARK, "SignatureCertChainUrl": f"https://{MARK}/", MARK: MARK})
            door.send(
                body, {"Signature-256": MARK, "SignatureCertChainUrl": f"https://s3.amazonaws.com/echo.api/{MARK}"}
            )
            door.send(body, path=f"/{MARK}?{MARK}")
            door.send(body, method=MARK.upper())
        for line in (f"POST http://[{MARK} HTTP/1.1", f"{MARK} {MARK} {MARK}", f"POST //[{MARK}]{MARK} HTTP/1.1", MARK):
            with socket.create_connection(("127.0.0.1", door.port)) as connection:
                connection.sendall(f"{line}\r\nHost: {MARK}\r\n\r\n".encode())
                connection.settimeout(5)
                while connection.recv(1000):
                    pass
        metrics = service.metrics.send(None, method="GET", path="/metrics").body.decode()
    lines = "\n".join(service.lines).lower()
    assert len(service.lines) > 5  # it does say that it refused
    assert MARK not in lines
    assert "traceback" not in lines
    assert "kratom_guide_refusals" in metrics
    assert MARK not in metrics.lower()
