"""The same requests give the same responses through Lambda's door and through HTTP."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skill.lambda_function import handler

ROOT = Path(__file__).resolve().parents[1]
EVENTS = sorted((ROOT / "tests" / "events").glob("*.json"))


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    command = [sys.executable, "-m", "skill", "serve", "--port", "0", "--unverified"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        for line in server.stderr:
            if found := re.search(r"http://\S+", line):
                yield found.group(0)
                break
        server.terminate()


def posted(url: str, event: Any) -> Any:
    request = urllib.request.Request(url, json.dumps(event).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as response:
        return json.load(response)


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_both_doors_say_the_same(url: str, path: Path):
    event = json.loads(path.read_text())
    through_lambda, through_http = handler(event, None), posted(url, event)
    assert through_http.pop("userAgent") != ""  # each door names itself
    through_lambda.pop("userAgent")
    assert through_http == json.loads(json.dumps(through_lambda))
