"""The contract of `python -m skill talk --json`, as scripts rely on it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEYS = {"said", "intent", "slots", "speech", "ssml", "reprompt", "card", "open", "risk", "request", "response"}


def talk(*lines: str, arguments: tuple[str, ...] = ("--json",)) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "skill", "talk", *arguments],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


def objects(*lines: str) -> list[dict]:
    done = talk(*lines)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_object_a_line_with_all_keys():
    lines = ["<launch>", "what is kratom", "<silence>", "<ended>", "<reset>", "stop"]
    heard = objects(*lines)
    assert [item["said"] for item in heard] == lines
    assert all(set(item) == KEYS for item in heard)
    assert all(item["risk"] == {"level": "none", "signs": []} for item in heard)


def test_the_keys_say_what_happened():
    (heard,) = objects("what are the short term effects")
    assert heard["intent"] == "EffectsIntent"
    assert heard["slots"] == {"span": "short term"}
    assert "mood" in heard["speech"]
    assert "<" not in heard["speech"]
    assert heard["ssml"].startswith("<speak>")
    assert heard["reprompt"].endswith("?")
    assert heard["card"]["type"] == "Simple"
    assert heard["open"] is True
    assert heard["risk"] == {"level": "none", "signs": []}
    assert heard["request"]["request"]["intent"]["slots"]["span"]["value"] == "short term"
    assert heard["response"]["response"]["shouldEndSession"] is False


def test_reset_is_a_new_session_and_a_new_person():
    first, _, second = objects("what is kratom", "<reset>", "what is kratom")
    for key in ("sessionId", "user"):
        assert first["request"]["session"][key] != second["request"]["session"][key]
    assert second["request"]["session"]["new"] is True
    assert second["request"]["session"]["attributes"] == {}


def test_a_session_keeps_its_attributes_and_its_person():
    first, second = objects("what is kratom", "tell me about detox")
    assert second["request"]["session"]["sessionId"] == first["request"]["session"]["sessionId"]
    assert second["request"]["session"]["new"] is False
    assert second["request"]["session"]["attributes"] == first["response"]["sessionAttributes"]


def test_a_number_is_read_in_groups_and_shown_whole():
    (heard,) = objects("helpline number")
    assert '<say-as interpret-as="digits">615</say-as>' in heard["ssml"]
    assert heard["ssml"].count(">1067<") == 2
    assert "1-800-615-1067" in heard["card"]["content"]


def test_an_unknown_locale_is_an_error_that_names_the_file():
    done = talk("hello", arguments=("--json", "--locale", "xx-XX"))
    assert done.returncode == 1
    assert "xx-XX.json: there is no model for xx-XX; there is one for en-US" in done.stderr


def test_people_get_a_pleasant_page():
    done = talk("what is detox", "stop", arguments=())
    assert done.returncode == 0, done.stderr
    assert 'understood: ProfessionalHelpIntent, help = "detox"' in done.stdout
    assert "speaker> In a detox program" in done.stdout
    assert "(session over" in done.stdout
