"""Nothing is kept: words and ids that are planted in requests are in no log, metric or file of any door."""

from __future__ import annotations

import copy
import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.web.authority import pem
from tests.web.conftest import Alexa, alexas_service
from tests.web.door import Door, encoded, event
from tests.web.process import ROOT, Service, serving
from tests.web.shelf import opened_shelf

MARK = f"zebra{uuid4().hex}"
"""What must be nowhere: new in each run, so that it is in no file before."""
ZONE = MARK[:5].upper()
"""A part of it that looks like the name of a time zone, which libraries like to warn of."""

SAID = [
    {"name": "MyPhraseIntent", "slots": {"my": {"name": "my", "value": f"friend {MARK} is not breathing"}}},
    {"name": "EffectsIntent", "slots": {"span": {"name": "span", "value": MARK}}},
    {"name": f"{MARK}Intent", "slots": {MARK: {"name": MARK, "value": MARK}}},
    {"name": "HelplineIntent", "slots": [MARK]},
]


def planted() -> list[dict[str, Any]]:
    """Requests that hold the mark wherever a person's words and ids stand, and some that are broken."""
    whole = event(locale="en-US", requestId=f"amzn1.echo-api.request.{MARK}")
    whole["session"] |= {"sessionId": MARK, "user": {"userId": MARK}, "attributes": {"said": MARK, MARK: MARK}}
    whole["context"]["System"] |= {
        "user": {"userId": MARK, "accessToken": MARK},
        "device": {"deviceId": MARK},
        "apiAccessToken": MARK,
    }
    requests = [whole]
    for intent in SAID:
        request = copy.deepcopy(whole)
        request["request"] |= {"type": "IntentRequest", "intent": {"confirmationStatus": "NONE", **intent}}
        requests.append(request)
    for name in ("type", "locale", "timestamp", "dialogState"):
        request = copy.deepcopy(requests[1])
        request["request"][name] = MARK
        requests.append(request)
    request = copy.deepcopy(whole)
    request["request"]["timestamp"] = f"2026-11-25 08:00 {ZONE}"
    return [*requests, request]


def marked_files(folder: Path) -> list[str]:
    """The files below a folder that hold the mark, or are named after it."""
    return [
        str(path)
        for path in folder.rglob("*")
        if MARK in path.name or (path.is_file() and MARK.encode() in path.read_bytes())
    ]


def marked_open_files(process: int) -> list[str]:
    """The files that a process holds open, deleted ones too, and that hold the mark."""
    found = []
    for link in Path(f"/proc/{process}/fd").iterdir():
        try:
            if stat.S_ISREG(link.stat().st_mode) and MARK.encode() in link.read_bytes():
                found.append(os.readlink(link))
        except FileNotFoundError:
            continue  # closed meanwhile
    return found


def changed_since(moment: float) -> list[str]:
    """Files of the project that were written since then and hold the mark."""
    skipped = {".git", ".venv", ".mypy_cache", ".ruff_cache", ".hypothesis"}
    return [
        str(path)
        for path in ROOT.rglob("*")
        if not skipped & set(path.parts)
        and path.is_file()
        and path.stat().st_mtime >= moment
        and MARK.encode() in path.read_bytes()
    ]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment in which everything temporary or personal is in one folder."""
    return {name: str(tmp_path) for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}


@pytest.fixture(autouse=True)
def nothing_in_the_project() -> Iterator[None]:
    moment = time.time()
    yield
    assert changed_since(moment) == []


def look_through(service: Service, folder: Path) -> None:
    """Everywhere a service could keep something."""
    assert marked_files(folder) == []
    for process in (service.process.pid, *service.workers(2)):
        assert marked_open_files(process) == []
    assert MARK not in service.metrics.send(None, method="GET", path="/metrics").body.decode()
    assert MARK not in "\n".join(service.lines)


def send_odd(door: Door) -> None:
    """Requests that are not even requests."""
    headers = dict.fromkeys(("Signature-256", "SignatureCertChainUrl", "User-Agent", MARK), MARK)
    for body in (MARK.encode(), f'{{"{MARK}": "{MARK}"'.encode(), encoded({MARK: MARK}), MARK.encode() * 20_000):
        for path in ("/alexa", f"/{MARK}", f"/alexa?{MARK}={MARK}"):
            door.send(body, headers, path=path)
    door.send(b"", method=MARK.upper())
    door.send(None, method="GET", path=f"/healthz?{MARK}")


def test_the_open_door_keeps_nothing(tmp_path: Path, home: dict[str, str]) -> None:
    with serving("--unverified", skill_id=None, environment=home) as service:
        for request in planted():
            assert service.door.send(encoded(request)).status == 200
        send_odd(service.door)
        look_through(service, tmp_path)
    assert MARK not in "\n".join(service.lines)


def test_the_verifying_door_keeps_nothing(tmp_path: Path, home: dict[str, str]) -> None:
    folder = tmp_path / "keys"
    folder.mkdir()
    with opened_shelf() as shelf, alexas_service(shelf, folder, **home) as alexa:
        statuses = {alexa.ask(request).status for request in planted()}
        assert statuses == {200, 400}  # a broken time is refused
        for changes in (
            {"Signature-256": MARK},
            {"SignatureCertChainUrl": f"https://s3.amazonaws.com/echo.api/{MARK}"},
        ):
            assert alexa.ask(planted()[0], changes).status == 400
        ask_with_a_marked_certificate(alexa)
        send_odd(alexa.door)
        look_through(alexa.service, tmp_path)
    assert MARK not in "\n".join(alexa.service.lines)


def ask_with_a_marked_certificate(alexa: Alexa) -> None:
    chain = pem(alexa.issuer.leaf(alexa.key, [f"{MARK[:20]}.example.com"]), alexa.issuer.certificate)
    assert alexa.ask(planted()[0], chain=chain).status == 400
    assert alexa.ask(planted()[0], chain=MARK.encode()).status == 400


def test_lambda_keeps_nothing(tmp_path: Path, home: dict[str, str]) -> None:
    code = """
import json, logging, sys
logging.basicConfig(level=logging.DEBUG)
from skill.lambda_function import handler
for event in json.load(sys.stdin):
    assert handler(event, None)["response"]
"""
    done = run("-c", code, said=json.dumps([*planted(), {MARK: MARK}, MARK, None]), environment=home)
    assert "could not be parsed" in done.stderr  # it does log
    assert MARK not in done.stdout + done.stderr
    assert ZONE not in done.stderr
    assert marked_files(tmp_path) == []


def test_the_speaker_keeps_nothing(tmp_path: Path, home: dict[str, str]) -> None:
    lines = [f"my friend {MARK} is not breathing", f"what is {MARK}", MARK, "", "stop"]
    done = run("-m", "skill", "talk", "--json", said="\n".join(lines), environment=home)
    assert MARK in done.stdout  # that is its voice: it repeats what was said to who said it
    assert MARK not in done.stderr
    assert marked_files(tmp_path) == []


def run(*arguments: str, said: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if name != "SKILL_ID"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=inherited | environment,
        input=said,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text(f"a {MARK} b")
    assert marked_files(tmp_path) == [str(tmp_path / "kept")]
    with (tmp_path / "kept").open("rb"):
        (tmp_path / "kept").unlink()
        assert marked_files(tmp_path) == []
        assert len(marked_open_files(os.getpid())) == 1
