"""What Lambda's door writes: a line of metrics a turn, and nothing that was said or tells who said it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from skill.lambda_metrics import NAMESPACE

from .marked import MARKS, STEM, requests

ROOT = Path(__file__).resolve().parents[2]

DOOR = """
import json, logging, sys
logging.basicConfig(level=logging.DEBUG, stream=sys.stderr, format="%(name)s %(message)s %(args)s")
import skill.lambda_function as door
from skill.answers import Answers
from skill.talk.numbers import Numbers
from skill.talk.opening import Opening
from skill.talk.unclear import Unclear
from skill.talk.weighing import Weighing

class Context:
    aws_request_id = "8f0f2c1e-the-invocation"

if sys.argv[1] == "broken":
    def fail(answers, turn):
        raise RuntimeError(f"{turn} {turn.words}")
    broken = {Answers: "question", Numbers: "helpline", Opening: "welcome", Unclear: "fallback", Weighing: "danger"}
    for part, name in (*broken.items(), (Answers, "free")):
        assert hasattr(part, name)
        setattr(part, name, fail)
with open(sys.argv[2], "w") as responses:
    for line in sys.stdin:
        responses.write(json.dumps(door.handler(json.loads(line), Context())) + "\\n")
"""


def run(how: str, events: list[Any], responses: Path) -> tuple[str, str]:
    """What the door wrote to stdout and stderr, as a process of its own, with every logger at its most talkative."""
    command = [sys.executable, "-c", DOOR, how, str(responses)]
    environment = {**os.environ, "AWS_LAMBDA_FUNCTION_NAME": "guide"}
    lines = "".join(json.dumps(event) + "\n" for event in events)
    done = subprocess.run(
        command, cwd=ROOT, env=environment, input=lines, capture_output=True, text=True, check=True, timeout=300
    )
    return done.stdout, done.stderr


@pytest.mark.parametrize("how", ["whole", "broken"])
def test_no_word_and_no_id_is_written(how: str, tmp_path: Path):
    events = list(requests(4000))
    assert sum(STEM in json.dumps(event).lower() for event in events) > 3900
    out, err = run(how, events, tmp_path / "responses")
    lines = [json.loads(line) for line in out.splitlines()]
    assert len(lines) == len(events)
    failures = {"", "unheard", "unknown"}  # marked names are of no intent that we know
    assert {line["failure"] for line in lines} == (failures | {"raised"} if how == "broken" else failures)
    assert all(line["Failed"] == bool(line["failure"]) for line in lines)
    assert STEM not in out.lower()
    assert STEM not in err.lower()
    assert not [line for line in err.splitlines() if line and not line.startswith("skill.")], "only we log"
    answers = (tmp_path / "responses").read_text().splitlines()
    assert len(answers) == len(events)


def test_a_line_says_what_may_be_known(tmp_path: Path):
    event = json.loads((ROOT / "tests" / "events" / "effects_long_term.json").read_text())
    out, err = run("whole", [event], tmp_path / "responses")
    line = json.loads(out)
    assert line.pop("_aws")["Timestamp"] > 1_790_000_000_000
    assert 0 < line.pop("Time") < 8000
    assert line == {
        "Function": "guide",
        "Intent": "EffectsIntent",
        "Level": "none",
        "Turns": 1,
        "Failed": 0,
        "topic": "long_term",
        "locale": "en-US",
        "failure": "",
        "requestId": "8f0f2c1e-the-invocation",
    }
    assert err == ""


def test_the_line_is_in_the_embedded_metric_format(tmp_path: Path):
    """Every name that a directive uses is a member of the line: dimensions as texts, metrics as numbers."""
    event = json.loads((ROOT / "tests" / "events" / "launch.json").read_text())
    line = json.loads(run("whole", [event], tmp_path / "responses")[0])
    for directive in line["_aws"]["CloudWatchMetrics"]:
        assert directive["Namespace"] == NAMESPACE
        assert all(isinstance(line[name], str) for names in directive["Dimensions"] for name in names)
        assert all(isinstance(line[metric["Name"]], int | float) for metric in directive["Metrics"])
        assert max(map(len, directive["Dimensions"])) <= 2, "each combination is billed"


def test_marks_would_be_seen():
    assert all(STEM in mark.lower() for mark in MARKS)
