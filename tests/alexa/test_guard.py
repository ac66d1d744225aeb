"""Anything unexpected still gets a kind spoken reply with the helpline in it, and no log line holds what was said."""

from __future__ import annotations

import copy
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer

from skill.alexa.guard import GuardedSkill, WrongSkillError
from skill.alexa.load import load_skill
from skill.answers import Answers

Event = Callable[[str], dict[str, Any]]
ROOT = Path(__file__).resolve().parents[2]
HELPLINE = ">615</say-as>"


def speech(response: dict[str, Any]) -> str:
    return response["response"].get("outputSpeech", {}).get("ssml", "")


def changed(event: dict[str, Any], *path: str, to: Any) -> dict[str, Any]:
    event = copy.deepcopy(event)
    inner = event
    for name in path[:-1]:
        inner = inner[name]
    if to is KeyError:
        del inner[path[-1]]
    else:
        inner[path[-1]] = to
    return event


@pytest.mark.parametrize(
    "kind",
    ["Alexa.Presentation.APL.UserEvent", "CanFulfillIntentRequest", "Connections.Response", "Brand.New", "", None, 7],
)
def test_an_unknown_request_type_gets_the_helpline(skill: GuardedSkill, event: Event, kind: Any):
    response = skill.respond(changed(event("launch"), "request", "type", to=kind))
    assert HELPLINE in speech(response)
    assert response["response"]["shouldEndSession"] is False


@pytest.mark.parametrize(
    "broken", [None, [], "hello", 7, {}, {"request": None}, {"request": []}, {"session": 1, "request": {}}]
)
def test_what_is_no_request_gets_the_helpline(skill: GuardedSkill, broken: Any):
    assert HELPLINE in speech(skill.respond(broken))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("request", "dialogState"), "FROM_THE_FUTURE"),
        (("request", "intent", "confirmationStatus"), "FROM_THE_FUTURE"),
        (("request", "intent", "slots", "span", "confirmationStatus"), "FROM_THE_FUTURE"),
        (("request", "intent", "slots", "span", "slotValue", "type"), "FROM_THE_FUTURE"),
        (("request", "timestamp"), "yesterday"),
        (("request", "timestamp"), f"{'1' * 24}h{'1' * 5}"),
        (("request", "timestamp"), "2026-11-25 08:00 ABCDE"),  # the SDK would warn, and name what it warns of
        (("request", "timestamp"), "1" * 300),
        (("request", "timestamp"), f"{'1' * 24}h{'1' * 300}"),
        (("request", "timestamp"), "1." * 100_000),
        (("context",), KeyError),
        (("session", "user"), KeyError),
        (("version",), "9.9"),
    ],
)
def test_an_unknown_value_still_gets_the_answer(skill: GuardedSkill, event: Event, path: tuple[str, ...], value: Any):
    response = skill.respond(changed(event("effects_long_term"), *path, to=value))
    assert "liver" in speech(response) or "depend on how much" in speech(response)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("request", "intent", "slots"), None),
        (("request", "intent", "slots"), []),
        (("request", "intent", "slots", "span"), None),
        (("request", "intent", "slots", "span", "resolutions"), {"resolutionsPerAuthority": []}),
        (("request", "intent", "slots", "span", "value"), KeyError),
        (("session", "attributes"), {"said": 7, "heard": "x", "offer": ["y"], "risk": None}),
        (
            ("session", "attributes"),
            {"said": "topic:nowhere:9", "offer": "topic:nowhere", "topic": "nowhere", "line": "x"},
        ),
        (("request", "requestId"), KeyError),
        (("request", "locale"), KeyError),
    ],
)
def test_missing_and_odd_fields_are_survived(skill: GuardedSkill, event: Event, path: tuple[str, ...], value: Any):
    response = skill.respond(changed(event("effects_long_term"), *path, to=value))
    assert (
        "liver" in speech(response)
        or "depend on how much" in speech(response)
        or "which one you mean" in speech(response)
    )


@pytest.mark.parametrize(
    "intent", ["AMAZON.RepeatIntent", "AMAZON.YesIntent", "AMAZON.NextIntent", "MoreIntent", "AMAZON.PreviousIntent"]
)
def test_follow_ups_survive_a_session_from_another_version(skill: GuardedSkill, event: Event, intent: str):
    odd = {"said": "topic:gone", "offer": "topic:gone:3", "topic": "gone", "heard": ["gone", "gone"], "line": "gone"}
    request = changed(event("fallback"), "session", "attributes", to=odd)
    response = skill.respond(changed(request, "request", "intent", "name", to=intent))
    assert "something went wrong" not in speech(response)


@pytest.mark.parametrize(
    "attributes",
    [
        {"line": "gone", "remind": True, "stage": "stands", "offer": "again", "said": "risk:crisis:self"},
        {"said": "number:x", "offer": "number:x"},
        {"said": "topic:detox", "offer": "topic:nope"},
        {"said": "topic:detox", "offer": "topic:", "topic": "detox"},
        {"said": "topic:detox:-1", "offer": "topic:detox:-1"},
        {"said": "topic:detox:\u0663", "offer": "helpline"},
    ],
)
@pytest.mark.parametrize(
    "intent", ["AMAZON.RepeatIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "ThatNumberIntent", "CallForMeIntent"]
)
def test_odd_attributes_never_break_a_turn(skill: GuardedSkill, event: Event, intent: str, attributes: dict[str, Any]):
    request = changed(event("fallback"), "session", "attributes", to=attributes)
    response = skill.respond(changed(request, "request", "intent", "name", to=intent))
    assert speech(response)
    assert "something went wrong" not in speech(response)


def test_a_request_id_of_broken_letters_does_not_hide_a_danger(skill: GuardedSkill, event: Event):
    request = changed(event("free_statement"), "request", "requestId", to="\ud800")
    assert ">911<" in speech(skill.respond(request))


def test_endless_nesting_gets_the_helpline(skill: GuardedSkill, event: Event):
    deep: Any = "x"
    for _ in range(5000):
        deep = [deep]
    request = event("launch")
    request["session"]["attributes"] = {"a": deep}
    assert speech(skill.respond(request))


@pytest.mark.parametrize(
    ("name", "asks"),
    [("effects_unknown_slot", "small amounts, large amounts"), ("help_empty_slot", "detox, therapy, or rehab centers")],
)
def test_an_empty_or_unknown_slot_gets_a_helpful_question(skill: GuardedSkill, event: Event, name: str, asks: str):
    response = skill.respond(event(name))
    assert asks in speech(response)
    assert speech(response).endswith("?</speak>")
    assert response["response"]["shouldEndSession"] is False


def test_an_intent_from_the_future_gets_the_helpline(skill: GuardedSkill, event: Event):
    response = skill.respond(changed(event("helpline"), "request", "intent", "name", to="SingIntent"))
    assert HELPLINE in speech(response)


@pytest.mark.parametrize("name", ["session_ended", "session_ended_error", "exception_encountered"])
def test_nothing_is_said_when_nobody_listens(skill: GuardedSkill, event: Event, name: str):
    assert speech(skill.respond(event(name))) == ""


def test_an_exception_in_our_code_gets_the_helpline_and_a_log_line_without_words(
    event: Event, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def broken(_: Answers, turn: Any) -> Any:
        raise ValueError(f"cannot answer {turn.words}")

    monkeypatch.setattr(Answers, "free", broken)
    request = changed(event("free_statement"), "request", "intent", "slots", "i", "value", to="have a purple pelican")
    with caplog.at_level(logging.DEBUG):
        response = load_skill().respond(request)
    assert HELPLINE in speech(response)
    assert "ValueError at " in caplog.text
    assert "pelican" not in caplog.text


def test_danger_is_heard_even_when_the_request_is_broken(skill: GuardedSkill, event: Event):
    request = changed(event("free_statement"), "request", "dialogState", to="FROM_THE_FUTURE")
    assert ">911<" in speech(skill.respond(request))


def test_a_request_for_another_skill_is_refused(event: Event):
    with pytest.raises(WrongSkillError):
        load_skill("amzn1.ask.skill.another").respond(event("launch"))
    with pytest.raises(WrongSkillError):
        load_skill("amzn1.ask.skill.another").respond({})


def test_a_request_for_this_skill_is_answered(event: Event):
    request = event("launch")
    identity = request["context"]["System"]["application"]["applicationId"]
    assert "Kratom Guide" in speech(load_skill(identity).respond(request))


def test_the_same_request_gets_the_same_response(skill: GuardedSkill, event: Event):
    assert json.dumps(skill.respond(event("launch"))) == json.dumps(skill.respond(event("launch")))


@pytest.mark.parametrize("depth", [100, 600, 900, 3000])
@pytest.mark.parametrize("path", [("session", "attributes", "a"), ("session", "sessionId"), ("request", "type")])
def test_nesting_of_any_depth_gets_a_spoken_reply(skill: GuardedSkill, event: Event, path: tuple[str, ...], depth: int):
    deep: Any = "x"
    for _ in range(depth):
        deep = [deep]
    request = event("launch")
    inner = request
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = deep
    assert speech(skill.respond(request))


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "tests" / "events").glob("*.json")))
def test_a_response_is_written_as_the_sdk_writes_it(skill: GuardedSkill, event: Event, name: str):
    envelope = skill.invoke(skill.serializer.read(event(name)), None)
    assert json.dumps(skill.serializer.serialize(envelope)) == json.dumps(DefaultSerializer().serialize(envelope))


def test_an_event_is_left_as_it_was(skill: GuardedSkill, event: Event):
    request = event("effects_long_term")
    skill.respond(request)
    assert request == event("effects_long_term")
