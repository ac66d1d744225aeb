"""Every turn leaves a record, in names of our own and with no word that was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from skill.alexa.guard import GuardedSkill
from skill.alexa.load import load_skill
from skill.answers import Answers
from skill.record import OTHER, Record

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
    assert not record.failed


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

    monkeypatch.setattr(Answers, "helpline", broken)
    record = record_of(recorded, event("helpline"))
    assert record.failed
    assert record.intent == "HelplineIntent"
    assert MARK not in str(record)
