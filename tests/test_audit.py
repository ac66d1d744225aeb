"""The audit fails on a hole, and on whatever it can't explain, but not on a network that is down."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

verdict = runpy.run_path(str(Path(__file__).resolve().parents[1] / "tools" / "audit.py"))["verdict"]

SAFE = {"name": "flask", "version": "3.1.3", "vulns": []}
HOLE = {"name": "flask", "version": "0.5", "vulns": [{"id": "PYSEC-2019-179", "fix_versions": ["1.0"], "aliases": []}]}
UNKNOWN = {"name": "flask", "skip_reason": "Dependency not found on PyPI and could not be audited: flask (3.1.3)"}
DOWN = "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='example.org', port=443): Max retries exceeded"


@pytest.mark.parametrize(
    ("status", "dependencies", "err", "expected", "says"),
    [
        (0, [SAFE], "No known vulnerabilities found", 0, "1 dependencies audited, 0 known holes."),
        (1, [SAFE, HOLE], "Found 1 known vulnerability", 1, "flask 0.5: PYSEC-2019-179; fixed in: 1.0"),
        (0, [SAFE, UNKNOWN], "No known vulnerabilities found", 1, "not in the list, so not audited: flask"),
        (0, [UNKNOWN, UNKNOWN], "No known vulnerabilities found", 0, "NOT AUDITED"),
        (1, None, DOWN, 0, "NOT AUDITED"),
        (1, None, "ERROR: the lock file is not hashed", 1, "the lock file is not hashed"),
        (0, None, "", 1, "failed with status 0"),
    ],
)
def test_verdict(
    capsys: pytest.CaptureFixture[str], status: int, dependencies: Any, err: str, expected: int, says: str
) -> None:
    out = "" if dependencies is None else json.dumps({"dependencies": dependencies, "fixes": []})
    assert verdict(status, out, err) == expected
    assert says in capsys.readouterr().err
