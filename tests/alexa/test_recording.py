"""Every turn leaves a record, in names of our own and with no word that was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from skill.alexa.guard import GuardedSkill
from skill.alexa.load import load_skill
from skill.record import OTHER, Record
from skill.speaker.model import Model
from skill.talk.numbers import Numbers

Event = Callable[[str], dict[str, Any]]
MARK = "zebrafish"


@pytest.fixture(scope="module")
def recorded() -> tuple[GuardedSkill, list[Record]]:
    records: list[Record] = []
    return load_skill(recorder=records.append), records


def record_of(recorded: tuple[GuardedSkill, list[Record]], event: dict[str, Any]) -> Record:
    skill, records = recorded
    records.clear()
    skill.respond(event)
    (record,) = records
    return record


def test_an_answer_is_recorded_with_its_topic(recorded, event: Event):
    record = record_of(recorded, event("effects_long_term"))
    assert (record.intent, record.topic, record.level, record.locale) == ("EffectsIntent", "long_term", "none", "en-US")
    assert 0 < record.milliseconds < 8000
    assert (record.failure, record.failed) == ("", False)


def test_free_words_are_recorded_as_one_intent_and_a_level(recorded, event: Event):
    free = event("free_statement")
    name = next(iter(free["request"]["intent"]["slots"]))
    free["request"]["intent"]["slots"][name]["value"] = "kill myself tonight"
    record = record_of(recorded, free)
    assert (record.intent, record.topic, record.level) == ("PhraseIntent", "", "crisis")


def test_names_from_outside_are_not_recorded(recorded, event: Event):
    strange = event("helpline")
    strange["request"]["intent"]["name"] = MARK
    strange["request"]["locale"] = MARK
    record = record_of(recorded, strange)
    assert (record.intent, record.locale) == (OTHER, OTHER)
    strange["request"]["intent"]["name"] = f"{MARK}PhraseIntent"
    assert MARK not in str(record_of(recorded, strange))


def test_a_failure_of_ours_is_recorded_as_one(recorded, event: Event, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: Any) -> None:
        raise RuntimeError(MARK)

    monkeypatch.setattr(Numbers, "helpline", broken)
    record = record_of(recorded, event("helpline"))
    assert (record.failure, record.failed) == ("raised", True)
    assert record.intent == "HelplineIntent"
    assert MARK not in str(record)


def error_from_the_future(event: dict[str, Any]) -> dict[str, Any]:
    event["request"]["error"] = {"type": "FROM_THE_FUTURE", "message": MARK}
    return event


def ended(event: dict[str, Any], reason: str) -> dict[str, Any]:
    event["request"]["reason"] = reason
    return event


def test_what_alexa_could_not_use_is_a_failure_and_her_message_is_not_recorded(recorded, event: Event):
    """Then nobody heard anything."""
    for name in ("session_ended_error", "exception_encountered"):
        whole = event(name)
        whole["request"]["error"]["message"] = MARK
        for asked in (whole, error_from_the_future(event(name))):
            record = record_of(recorded, asked)
            assert (record.failure, record.failed) == ("unheard", True)
            assert MARK not in str(record)


@pytest.mark.parametrize("reason", ["USER_INITIATED", "EXCEEDED_MAX_REPROMPTS"])
def test_a_person_who_leaves_or_says_nothing_is_no_failure(recorded, event: Event, reason: str):
    assert record_of(recorded, ended(event("session_ended"), reason)).failure == ""


@pytest.mark.parametrize("broken", [None, [], {}, 7, MARK, {"request": {}}])
def test_what_cannot_be_read_is_a_failure(recorded, broken: Any):
    assert record_of(recorded, broken).failure == "unknown"


def test_what_a_newer_model_sends_is_a_failure(recorded, event: Event):
    newer = event("helpline")
    newer["request"]["intent"]["name"] = "SingIntent"
    assert record_of(recorded, newer).failure == "unknown"
    other = event("launch")
    other["request"]["type"] = "CanFulfillIntentRequest"
    assert record_of(recorded, other).failure == "unknown"


def test_what_is_told_of_the_skill_itself_is_no_failure(recorded, event: Event):
    told = event("launch")
    told["request"]["type"] = "AlexaSkillEvent.SkillEnabled"
    assert record_of(recorded, told).failure == ""


def test_every_intent_of_the_model_is_known(recorded, event: Event, model: Model):
    asked = event("helpline")
    for intent in model.intents:
        asked["request"]["intent"]["name"] = intent.name
        assert record_of(recorded, asked).failure == "", intent.name
