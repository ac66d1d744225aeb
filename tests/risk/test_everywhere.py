"""Danger is heard wherever words arrive, and its reply is sound."""

from __future__ import annotations

import copy
import re

import pytest

from skill.alexa.guard import GuardedSkill
from skill.parts import load_parts
from skill.speaker.model import Model

CATALOG = load_parts().catalog
LOUD = [name for name, reply in CATALOG.risk.items() if reply.level in ("emergency", "harm", "crisis")]


def test_every_slot_of_every_intent_is_read(skill: GuardedSkill, model: Model, event):
    base = event("free_statement")
    for intent in model.intents:
        for slot in intent.slots:
            request = copy.deepcopy(base)
            request["request"]["intent"] = {
                "name": intent.name,
                "confirmationStatus": "NONE",
                "slots": {slot: {"name": slot, "value": "i want to kill myself tonight", "confirmationStatus": "NONE"}},
            }
            response = skill.respond(request)
            level = response["sessionAttributes"]["risk"]["level"]
            assert level in ("crisis", "emergency"), (intent.name, slot)  # "unconscious i want to die" is both
            assert ">988<" in response["response"]["outputSpeech"]["ssml"] or level == "emergency"


def test_an_intent_that_nobody_handles_is_read_too(skill: GuardedSkill, event):
    request = event("free_statement")
    request["request"]["intent"]["name"] = "FromTheFutureIntent"
    assert skill.respond(request)["sessionAttributes"]["risk"]["level"] == "emergency"


@pytest.mark.parametrize("name", LOUD)
@pytest.mark.parametrize("locale", ["en-US", "en-GB", "en-AU", "en-IN", "en-CA"])
def test_the_first_sentence_and_the_card_hold_the_number(name: str, locale: str):
    reply, place = CATALOG.risk[name], CATALOG.place(locale)
    number = place.lines[reply.line].number
    assert number is not None
    for text in filter(None, (reply.say, reply.other, reply.perhaps)):
        assert number in re.split(r"(?<=[.?!])\s", text.plain(place))[0]
    assert number in reply.title.plain(place)


@pytest.mark.parametrize("name", LOUD)
def test_a_loud_reply_is_safe_messaging(name: str):
    """No promise that someone listens or comes, no method, no verdict, and never "committed suicide"."""
    reply, place = CATALOG.risk[name], CATALOG.place("en-US")
    words = " ".join(text.plain(place) for text in filter(None, (reply.say, reply.other, reply.perhaps))).lower()
    assert not re.search(
        r"help is on (?:the|its) way|i am calling|i'm calling|i called|is listening|commit|overdosed on|hang|jump",
        words,
    )
    assert "alexa" not in words
