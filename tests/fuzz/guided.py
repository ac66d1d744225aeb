"""Guided: bodies that reach code no body reached before. python -m tests.fuzz.guided FOLDER -runs=100000

By atheris, which is not among the locked tools, since it has no build for every machine: pip install atheris. FOLDER is
where it keeps what it found, and begins with the requests of tests/events. Other arguments are libFuzzer's.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["skill", "ask_sdk_core", "ask_sdk_model", "json"]):
    from tests.fuzz.target import Target

from tests.fuzz.mutate import TESTS

_TARGET = Target()


def ask(data: bytes) -> None:
    """Raises AssertionError when an answer is wrong."""
    status, wrong = _TARGET.unverified(data)
    assert not wrong, (status, wrong)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    for event in (TESTS / "events").glob("*.json"):
        shutil.copy(event, folder)
    atheris.Setup(sys.argv, ask)
    with _TARGET:
        atheris.Fuzz()
