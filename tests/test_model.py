"""Model, handlers and catalog agree, and every sample utterance gets an answer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from skill.alexa.handlers import IN_ORDER, UnexpectedHandler
from skill.answers import Answers
from skill.catalog import Catalog
from skill.files import TOPIC_MODEL
from skill.finder import Finder
from skill.follow_up import LAST
from skill.learnt import read_model
from skill.speaker.hearing import Hearing, clean
from skill.speaker.model import SEARCH_QUERY, Model
from skill.speaker.speaker import Speaker
from skill.turn import Turn
from skill.vectors import Vectors

ROOT = Path(__file__).resolve().parents[1]
RAW = json.loads((ROOT / "interaction_model" / "en-US.json").read_text())["interactionModel"]["languageModel"]
INTENTS = {intent["name"]: intent for intent in RAW["intents"]}
BUILT_IN = {name for name in INTENTS if name.startswith("AMAZON.")}
OWN = sorted(set(INTENTS) - BUILT_IN)
NEEDED = {
    f"AMAZON.{name}Intent"
    for name in ("Help", "Stop", "Cancel", "Fallback", "NavigateHome", "Repeat", "Yes", "No", "Next")
}


@pytest.fixture(scope="module")
def handlers(catalog: Catalog):
    answers = Answers(catalog, Finder(read_model(TOPIC_MODEL, Vectors), str, catalog))
    return [handler(answers) for handler in IN_ORDER]


def test_the_checked_in_model_is_what_the_template_makes():
    subprocess.run([sys.executable, "tools/make_model.py", "--check"], cwd=ROOT, check=True, capture_output=True)


def test_the_built_ins_of_a_certified_skill_are_there():
    assert NEEDED <= BUILT_IN


@pytest.mark.parametrize("name", sorted(INTENTS))
def test_every_intent_has_a_handler(handlers, catalog: Catalog, name: str):
    if catalog.risk_of(name):
        return  # answered by risk, see test_every_risk_reply_can_be_reached
    first = next(handler for handler in handlers if handler.wants(Turn(intent=name)))
    assert not isinstance(first, UnexpectedHandler)


def test_every_handler_and_every_topic_knows_only_intents_of_the_model(handlers, catalog: Catalog):
    named = {intent for handler in handlers for intent in handler.intents if "Request" not in intent}
    named -= {"System.ExceptionEncountered", "AMAZON.MoreIntent"}  # not intents of a model; a screen's "more"
    named |= {topic.intent for topic in catalog.topics.values() if topic.intent}
    named |= {reply.intent for reply in catalog.risk.values() if reply.intent}
    assert named <= set(INTENTS), named - set(INTENTS)


def test_slot_values_carry_ids_that_the_catalog_knows(catalog: Catalog):
    ids = {value.get("id") for kind in RAW["types"] for value in kind["values"]} - {None, LAST}
    assert {identity for identity in ids if not identity.isdigit()} <= set(catalog.topics)


@pytest.mark.parametrize("name", OWN)
def test_an_intent_has_fifteen_samples_and_more(name: str):
    assert len(INTENTS[name]["samples"]) >= 15


def test_no_sample_stands_in_two_intents():
    samples = Counter(clean(sample) for intent in INTENTS.values() for sample in intent["samples"])
    assert [sample for sample, count in samples.items() if count > 1] == []


@pytest.mark.parametrize("name", sorted(INTENTS))
def test_samples_are_written_as_alexa_asks(name: str):
    slots = {slot["name"] for slot in INTENTS[name].get("slots", [])}
    used = set()
    for sample in INTENTS[name]["samples"]:
        names = re.findall(r"\{(\w+)\}", sample)
        assert re.fullmatch(r"[\w'.,\-{}\s]+", sample), sample
        assert not re.match(r"(from|to|about|for|if|whether|that|and) (?!\{)", sample), sample
        assert len(names) == len(set(names)), sample
        assert set(names) <= slots, sample
        used |= set(names)
    assert used == slots


def test_every_slot_type_is_defined_and_used():
    types = {kind["name"] for kind in RAW["types"]}
    used = {slot["type"] for intent in INTENTS.values() for slot in intent.get("slots", [])} - {SEARCH_QUERY}
    assert types == used


def test_a_free_slot_has_words_around_it_and_stands_alone():
    for intent in INTENTS.values():
        free = {slot["name"] for slot in intent.get("slots", []) if slot["type"] == SEARCH_QUERY}
        assert len(free) <= 1
        for sample in intent["samples"]:
            if free & set(re.findall(r"\{(\w+)\}", sample)):
                assert len(re.findall(r"\{", sample)) == 1
                assert re.sub(r"\{\w+\}", "", sample).strip(), sample


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


def test_every_sample_gets_a_relevant_answer(speaker: Speaker, model: Model, catalog: Catalog):
    error = catalog.prompts.error.plain(catalog.place("en-US"))
    seen = set()
    for words, intent, slots in model.spoken():
        if (intent, tuple(slot.name for slot in slots), words) in seen:
            continue
        seen.add((intent, tuple(slot.name for slot in slots), words))
        speaker.say("<reset>")
        heard = speaker.say(words)
        assert heard["speech"], words
        assert error not in heard["speech"], words
        topic, risk = catalog.topic_of(intent), catalog.risk_of(intent)
        if risk and catalog.risk[risk].level != "none":
            assert heard["risk"]["level"] != "none", words
        elif topic and heard["risk"]["level"] == "none" and not heard["risk"]["signs"]:
            assert heard["response"]["sessionAttributes"]["said"].startswith("topic:"), words


def test_every_risk_reply_can_be_reached(catalog: Catalog, detector):
    from_signs = {sign.reply for sign in detector.signs.signs.values()}
    from_signs |= set(detector.signs.by_level.values()) | set(detector.signs.over.values()) | {detector.signs.in_doubt}
    assert {name for name, reply in catalog.risk.items() if not reply.intent} <= from_signs
