"""The door loads in a fresh interpreter, whatever OpenSSL it has, and nobody else loads the door."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(code: str) -> str:
    """What code prints in an interpreter of its own, where warnings are errors."""
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=60).stdout


def test_the_door_loads_and_leaves_no_stand_ins_behind() -> None:
    code = "import sys, skill.web.serve; print([name for name in sys.modules if 'certvalidator' in name])"
    assert run(code) == "[]\n"


def test_the_sdks_own_verifier_would_accept_nothing() -> None:
    code = """
import pathlib, skill.web.sdk
from ask_sdk_webservice_support.verifier import RequestVerifier
try:
    RequestVerifier()._validate_cert_chain(pathlib.Path("skill/web/roots.pem").read_bytes())
except Exception as error:
    print(type(error).__name__)
"""
    assert run(code) == "VerificationException\n"


@pytest.mark.parametrize("module", ["skill.lambda_function", "skill.__main__", "skill.speaker"])
def test_what_is_not_the_door_does_not_load_it(module: str) -> None:
    code = f"import sys, {module}; print([n for n in sys.modules if n in ('flask', 'cryptography', 'skill.web')])"
    assert run(code) == "[]\n"
