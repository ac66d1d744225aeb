"""The conversations in tests/dialogues/, spoken through the speaker."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from skill.speaker.model import Model
from skill.speaker.speaker import Speaker
from skill.turn import PHRASE

DIALOGUES = [
    pytest.param(dialogue, id=f"{path.stem}: {dialogue['name']}")
    for path in sorted((Path(__file__).parent / "dialogues").glob("*.yaml"))
    for dialogue in yaml.safe_load(path.read_text())
]
KEYS = {"say", "intent", "hears", "not", "first", "card", "open", "risk"}


@pytest.mark.parametrize("dialogue", DIALOGUES)
def test_dialogue(speaker: Speaker, dialogue: dict):
    for turn in dialogue["turns"]:
        assert set(turn) <= KEYS, turn
        heard = speaker.say(turn["say"])
        speech = heard["speech"].lower()
        told = f"{turn['say']!r} -> {heard['intent']}: {heard['speech']}"
        assert heard["intent"] == turn.get("intent", heard["intent"]), told
        for words in turn.get("hears", []):
            assert words.lower() in speech, told
        for words in turn.get("not", []):
            assert words.lower() not in speech, told
        if "first" in turn:
            assert turn["first"].lower() in re.split(r"(?<=[.?!])\s", speech)[0], told
        if "card" in turn:
            card = heard["card"] or {"title": "", "content": ""}
            assert turn["card"].lower() in f"{card['title']} {card['content']}".lower(), card
        assert heard["open"] is turn.get("open", heard["open"]), told
        if "risk" in turn:
            assert heard["risk"]["level"] == turn["risk"], told


def test_every_intent_is_heard_in_a_dialogue(speaker: Speaker, model: Model):
    """But for those of free words, which all have one handler; tests/risk/test_everywhere.py speaks through each."""
    heard = {speaker.say(turn["say"])["intent"] for dialogue in DIALOGUES for turn in dialogue.values[0]["turns"]}
    assert {intent.name for intent in model.intents if not intent.name.endswith(PHRASE)} <= heard
