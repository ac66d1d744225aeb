"""What the rules of skill/preflight/ do not ask of the model: where it comes from, and how the speaker hears it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from skill.catalog.catalog import Catalog
from skill.speaker.hearing import Hearing
from skill.speaker.model import Model
from skill.talk.follow_up import LAST

ROOT = Path(__file__).resolve().parents[1]
RAW = json.loads((ROOT / "interaction_model" / "en-US.json").read_text())["interactionModel"]["languageModel"]
INTENTS = {intent["name"]: intent for intent in RAW["intents"]}
OWN = sorted(name for name in INTENTS if not name.startswith("AMAZON."))


def test_the_checked_in_model_is_what_the_template_makes():
    subprocess.run([sys.executable, "tools/make_model.py", "--check"], cwd=ROOT, check=True, capture_output=True)


def test_slot_values_carry_ids_that_the_catalog_knows(catalog: Catalog):
    ids = {value.get("id") for kind in RAW["types"] for value in kind["values"]} - {None, LAST}
    assert {identity for identity in ids if not identity.isdigit()} <= set(catalog.topics)


@pytest.mark.parametrize("name", OWN)
def test_an_intent_has_fifteen_samples_and_more(name: str):
    assert len(INTENTS[name]["samples"]) >= 15


def test_every_sample_is_heard_as_its_own_intent(model: Model):
    hearing = Hearing(model)
    bare = {sample for intent in INTENTS.values() for sample in intent["samples"]}
    for words, intent, slots in model.spoken():
        heard = hearing.hear(words)
        assert heard.intent == intent, words
        if words not in bare:
            assert {slot.name for slot in heard.slots} == {slot.name for slot in slots}, words
    for sample, intent, slot in model.free():
        heard = hearing.hear(sample.replace(f"{{{slot}}}", "wooden elephants everywhere"))
        assert heard.intent == intent, sample


def test_every_risk_reply_can_be_reached(catalog: Catalog, detector):
    from_signs = {sign.reply for sign in detector.signs.signs.values()}
    from_signs |= detector.signs.general | set(detector.signs.over.values()) | detector.which.replies
    assert {name for name, reply in catalog.risk.items() if not reply.intent} <= from_signs
