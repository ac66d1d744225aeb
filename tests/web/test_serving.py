"""`python -m skill serve`, as it is started: it says where it listens, or in a plain line why it does not."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .door import SKILL_ID, Door, encoded, event

ROOT = Path(__file__).resolve().parents[2]
MARK = "marksecretmark"


def started(*arguments: str, skill_id: str | None = SKILL_ID, cwd: Path = ROOT) -> subprocess.Popen[str]:
    """The command, running. Warnings are errors there too."""
    environment = {name: value for name, value in os.environ.items() if name != "SKILL_ID"}
    environment |= {} if skill_id is None else {"SKILL_ID": skill_id}
    command = [sys.executable, "-W", "error", "-m", "skill", "serve", *arguments]
    return subprocess.Popen(
        command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def failed(*arguments: str, skill_id: str | None = SKILL_ID, cwd: Path = ROOT) -> list[str]:
    """The lines of a command that doesn't start."""
    process = started(*arguments, skill_id=skill_id, cwd=cwd)
    out, lines = process.communicate(timeout=30)
    assert process.returncode == 1
    assert out == ""
    return lines.splitlines()


@contextmanager
def serving(*arguments: str, skill_id: str | None = SKILL_ID) -> Iterator[tuple[Door, list[str]]]:
    """The command, listening; the list gets every line on its stderr, the last ones after the block."""
    process = started("--port", "0", *arguments, skill_id=skill_id)
    lines: list[str] = []
    try:
        assert process.stderr is not None
        for line in process.stderr:
            lines.append(line.rstrip("\n"))
            if line.startswith("Listening on "):
                break
        yield Door(int(lines[-1].split(":")[-1].split("/")[0])), lines
    finally:
        process.send_signal(signal.SIGINT)
        out, rest = process.communicate(timeout=30)
    lines += rest.splitlines()
    assert process.returncode == 0
    assert out == ""


@pytest.mark.parametrize("skill_id", [None, "", " "])
def test_it_does_not_start_without_a_skill_id(skill_id: str | None) -> None:
    (line,) = failed(skill_id=skill_id)
    assert line.startswith("SKILL_ID is not set.")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com", "", "localhost.example.com"])
def test_it_does_not_start_unverified_where_others_can_reach_it(host: str) -> None:
    (line,) = failed("--unverified", "--host", host)
    assert line.startswith("--unverified only works on this machine itself")


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_it_does_not_start_on_a_port_that_is_none(port: str) -> None:
    assert failed("--port", port) == [f"{port} is not a port."]


def test_it_does_not_start_on_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        lines = failed("--port", str(other.getsockname()[1]))
    assert lines[0] == "Address already in use"
    assert not any("Traceback" in line for line in lines)


def test_it_does_not_start_with_a_broken_catalog(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "skill", tmp_path / "skill", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "models", tmp_path / "models")
    shutil.copy(ROOT / "signs.yaml", tmp_path)
    catalog = tmp_path / "responses.yaml"
    catalog.write_text("unheard_of: 1\n")
    for arguments in ((), ("--unverified",)):
        lines = failed(*arguments, cwd=tmp_path)
        assert f"{catalog}: unheard_of: is not known" in lines[0]
        assert len(lines) > 1
        assert all(line.startswith(f"{catalog}: ") for line in lines)


def test_verified_it_refuses_an_unsigned_request_and_says_one_line_when_it_starts() -> None:
    with serving() as (door, lines):
        assert door.send(encoded(event())).status == 400
        assert lines == [f"Listening on http://127.0.0.1:{door.port}/alexa"]


def test_unverified_it_answers_and_says_loudly_who_can_talk_to_it() -> None:
    with serving("--unverified", skill_id=None) as (door, lines):
        assert door.send(encoded(event())).speech
        assert lines[0].startswith("UNVERIFIED: ANYBODY ON THIS MACHINE CAN TALK TO THE SKILL.")
        assert len(lines) == 2


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
    with serving(*arguments) as (door, lines):
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
    assert len(lines) > 5  # it does say that it refused
    assert MARK not in "\n".join(lines).lower()
    assert "Traceback" not in "\n".join(lines)
