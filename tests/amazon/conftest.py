"""The package, as it is written, and where Amazon's tools are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
ARN = "arn:aws:lambda:us-east-1:123456789012:function:kratom-guide"


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
def package(tmp_path: Path) -> Path:
    out = tmp_path / "alexa"
    urls = ("--privacy", "https://www.example.org/privacy", "--terms", "https://www.example.org/terms")
    command = [sys.executable, "-m", "skill", "package", "--endpoint", ARN, *urls, "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return out
