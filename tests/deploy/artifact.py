"""The artifact of `sam build` in Lambda's own emulator: it answers as the sources do, and writes nothing down."""

from __future__ import annotations

import hashlib
import io
import json
import random
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from function.marked import EVENTS, STEM, requests

from skill.alexa.load import load_skill

from .emulator import ARTIFACT, PYTHON, ROOT, Lambda, can_mount

SKILL_ID = "amzn1.ask.skill.7e0f3c52-5d0a-4f0e-9a3a-6a1f0c2b9d11"
READ_ONLY = can_mount()


def event(name: str) -> dict[str, Any]:
    return json.loads((ROOT / "tests" / "events" / f"{name}.json").read_text())


def without_agent(response: dict[str, Any]) -> dict[str, Any]:
    """A response without the versions of SDK and Python."""
    return {name: value for name, value in response.items() if name != "userAgent"}


@pytest.fixture(scope="module")
def from_sources() -> Any:
    return load_skill(SKILL_ID)


@pytest.fixture(scope="module")
def warm() -> Iterator[Lambda]:
    with Lambda(READ_ONLY, SKILL_ID=SKILL_ID) as function:
        function.invoke(event("launch"))
        yield function


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_warm_it_answers_as_the_sources_do(warm: Lambda, from_sources: Any, path: Path):
    asked = json.loads(path.read_text())
    expected = json.loads(json.dumps(from_sources.respond(asked)))
    assert without_agent(warm.invoke(asked)) == without_agent(expected)


@pytest.mark.parametrize("name", ["launch", "effects_long_term", "free_statement", "session_ended"])
def test_cold_it_answers_as_the_sources_do(from_sources: Any, name: str):
    asked = event(name)
    expected = json.loads(json.dumps(from_sources.respond(asked)))
    with Lambda(READ_ONLY, SKILL_ID=SKILL_ID) as function:
        assert without_agent(function.invoke(asked)) == without_agent(expected)
        assert without_agent(function.invoke(asked)) == without_agent(expected)


def test_another_skill_is_refused(warm: Lambda):
    asked = event("launch")
    asked["context"]["System"]["application"]["applicationId"] = "amzn1.ask.skill.another"
    assert warm.invoke(asked)["errorType"] == "WrongSkillError"


def test_hostile_events_get_an_answer_and_leave_no_trace():
    """Marked requests of every kind, what is no request, and what is no JSON; afterwards it still answers."""
    every = list(requests(4000))
    no_requests: list[Any] = [None, [], 7, STEM, {}, {STEM: STEM}, [[[]]] * 1000]
    no_requests.append({**event("launch"), "request": {STEM: STEM * 200_000}})
    hostile = [*no_requests, *random.Random(2).sample(every, 300)]
    raw = [b"", b"{", STEM.encode(), b"[" * 50_000, b'"\xff' + STEM.encode() + b'"', b'{"a": NaN}', b"\xef\xbb\xbf{}"]
    with Lambda(READ_ONLY) as function:
        for asked in hostile:
            answer = function.invoke(asked)
            assert "response" in answer, asked
        for asked in raw:
            answer = function.invoke(asked)
            assert "response" in answer or answer["errorType"].startswith("Runtime."), asked
        expected = json.loads(json.dumps(load_skill().respond(event("helpline"))))
        assert without_agent(function.invoke(event("helpline"))) == without_agent(expected)
        log = function.log()
    assert STEM not in log.lower()
    lines = [json.loads(line) for line in log.splitlines() if line.startswith('{"_aws"')]
    assert len(lines) >= len(hostile) + 1
    assert all(line["requestId"] for line in lines)
    assert all(line["failure"] == "unknown" for line in lines[: len(no_requests)])
    assert {line["failure"] for line in lines} == {"", "unheard", "unknown"}, "our own code must not raise"
    assert all(line["Failed"] == bool(line["failure"]) for line in lines)


def test_it_runs_where_nothing_can_be_written(warm: Lambda):
    assert READ_ONLY or not sys.platform.startswith("linux"), "no read-only mount can be made here"
    before = listing()
    warm.invoke(event("launch"))
    assert listing() == before


def listing() -> dict[str, str]:
    files = (path for path in sorted(ARTIFACT.rglob("*")) if path.is_file())
    return {str(path.relative_to(ARTIFACT)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_it_holds_only_what_runs():
    top = {path.name for path in ARTIFACT.iterdir() if not path.name.endswith(".dist-info")}
    sdk = {"ask_sdk_core", "ask_sdk_model", "ask_sdk_runtime", "six.pyc"}
    assert top == sdk | {"skill", "prepared"}
    folders = {path.name for path in (ARTIFACT / "skill").iterdir() if path.is_dir()}
    core = {"words", "models", "catalog", "risk", "finding", "replies", "danger", "talk"}
    assert folders == core | {"alexa", "__pycache__"}
    assert not [path for path in ARTIFACT.rglob("*") if path.suffix in (".so", ".yaml", ".json", ".tsv")]


def test_everything_is_compiled_for_the_runtime_and_never_checked_again():
    """PEP 552: the second word of a .pyc is 1 for a hash that is not compared."""
    code = "import importlib.util as u, sys; sys.stdout.buffer.write(u.MAGIC_NUMBER)"
    magic = subprocess.run([PYTHON, "-c", code], capture_output=True, check=True).stdout
    sources = list(ARTIFACT.rglob("*.py"))
    assert {source.relative_to(ARTIFACT).parts[0] for source in sources} == {"skill"}  # packages are bytecode alone
    packages = [path for path in ARTIFACT.rglob("*.pyc") if path.parent.name != "__pycache__"]
    assert len(packages) > 500
    for compiled in packages:
        assert struct.unpack("<4sI", compiled.read_bytes()[:8]) == (magic, 1), compiled
    tag = subprocess.run([PYTHON, "-c", "import sys; print(sys.implementation.cache_tag)"], capture_output=True)
    for source in sources:
        compiled = source.parent / "__pycache__" / f"{source.stem}.{tag.stdout.decode().strip()}.pyc"
        assert struct.unpack("<4sI", compiled.read_bytes()[:8]) == (magic, 1), source


def test_it_is_small():
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in ARTIFACT.rglob("*"):
            archive.write(path, path.relative_to(ARTIFACT))
    assert len(zipped.getvalue()) < 6_000_000
