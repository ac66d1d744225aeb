"""The package, as it is written before there is an endpoint, and where Amazon's tools are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
URLS = ("--privacy", "https://www.example.org/privacy", "--terms", "https://www.example.org/terms")

Make = Callable[..., Path]
"""Makes the package with more arguments. Out: its folder."""


@pytest.fixture(scope="session", autouse=True)
def tools() -> Path:
    """The folder of the installed tools. `make amazon` installs them and insists; elsewhere their tests are skipped."""
    found = shutil.which("node") and (HERE / "node_modules" / ".bin" / "ask").exists()
    if not found and os.environ.get("AMAZON_TOOLS") == "needed":
        pytest.fail("Amazon's tools are not installed; make amazon installs them, with npm")
    if not found:
        pytest.skip("Amazon's tools are not installed; make amazon installs them, with npm")
    return HERE / "node_modules" / ".bin"


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def run(*arguments: str) -> Path:
        out = tmp_path / "alexa"
        command = [sys.executable, "-m", "skill", "package", "--out", str(out), *arguments]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return out

    return run


@pytest.fixture
def package(make: Make) -> Path:
    return make(*URLS)
