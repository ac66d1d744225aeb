"""The self-check as the catalog sets it, and as session attributes from outside may have it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.app import build
from skill.alexa.guard import GuardedSkill
from skill.files import CATALOG
from skill.parts import read_sources
from skill.speaker.model import Model
from skill.speaker.speaker import Speaker

Event = Callable[[str], dict[str, Any]]


def test_a_reflection_asks_nothing_about_health(tmp_path: Path, model: Model):
    text = CATALOG.read_text()
    assert text.count("  mode: questions\n") == 1
    path = tmp_path / "responses.yaml"
    path.write_text(text.replace("  mode: questions\n", "  mode: reflection\n"))
    speaker = Speaker(model, build(read_sources(path)).respond, "en-US")
    said = [speaker.say(line)["speech"] for line in ("self check", "yes", "yes", "yes")]
    assert "ask yourself" in said[0]
    assert "1-800-615-1067" in said[0]
    for speech in said:
        assert not re.search(r"Shall we start|(?:have|do) you\b[^.]*\?", speech), speech


@pytest.mark.parametrize(
    "attributes",
    [
        {"check": 7},
        {"check": -1},
        {"check": True, "noticed": "yes"},
        {"offer": "check:x"},
        {"offer": "check:"},
        {"offer": "check:0"},
        {"offer": "check:-3"},
        {"offer": "check:99"},
        {"offer": "prompt:topics_more:1"},
        {"offer": "topic:detox+topic:therapy"},
        {"offer": "risk:overdose:self"},
        {"said": "remember:nobody+topic:detox"},
        {"said": "topic:detox:99"},
        {"said": "risk:nothing:self", "stage": "stands", "line": "emergency"},
        {"heard": ["detox", "nowhere", ""], "topic": "nowhere"},
    ],
    ids=str,
)
@pytest.mark.parametrize("intent", ["Yes", "No", "Repeat", "Next", "Previous", "Help", "Fallback"])
def test_attributes_from_outside_break_nothing(skill: GuardedSkill, event: Event, attributes: dict, intent: str):
    request = event("helpline")
    request["session"]["attributes"] = attributes
    request["request"]["intent"] = {"name": f"AMAZON.{intent}Intent", "confirmationStatus": "NONE"}
    response = skill.respond(request)
    speech = response["response"]["outputSpeech"]["ssml"]
    assert "something went wrong" not in speech
    assert "You named none of these signs" not in speech
    assert response["response"]["shouldEndSession"] is ("reprompt" not in response["response"])


@pytest.mark.parametrize(
    "intent", ["ForOtherIntent", "ForMeIntent", "WhyIntent", "CompareWithIntent", "RetractionIntent"]
)
def test_a_danger_from_outside_keeps_its_line(skill: GuardedSkill, event: Event, intent: str):
    request = event("helpline")
    request["session"]["attributes"] = {"said": "risk:nothing:self", "stage": "stands", "line": "emergency"}
    request["request"]["intent"] = {"name": intent, "confirmationStatus": "NONE"}
    assert ">911<" in skill.respond(request)["response"]["outputSpeech"]["ssml"]
