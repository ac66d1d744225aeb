"""A request that Alexa signed, just now, for this skill, is answered; any other is not, and is not told why."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from skill import lambda_function
from skill.alexa.guard import GuardedSkill
from skill.alexa.load import load_skill
from skill.web.app import create_app
from skill.web.application import ApplicationVerifier

from .conftest import Alexa
from .door import SKILL_ID, Answer, Door, encoded, event, opened, timestamp

INTENT = {
    "type": "IntentRequest",
    "intent": {"name": "HelplineIntent", "confirmationStatus": "NONE", "slots": {}},
}


def refused(answer: Answer) -> bool:
    """Whether the answer is 400 and says nothing else."""
    return (answer.status, answer.body) == (400, b"")


@pytest.mark.parametrize("request_", [{}, INTENT, {"type": "IntentRequest", "intent": {"name": "AMAZON.HelpIntent"}}])
def test_a_signed_request_is_answered_as_lambda_answers_it(alexa: Alexa, request_: dict[str, Any]) -> None:
    asked = event(request_)
    answer = alexa.ask(asked)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/json"
    here, there = json.loads(answer.body), lambda_function.handler(asked, None)
    # The adapter adds its name to what the SDK says of itself; nothing else differs.
    assert here.pop("userAgent").startswith(there.pop("userAgent"))
    assert here == there
    assert answer.speech


def test_the_bytes_are_verified_not_what_they_mean(alexa: Alexa) -> None:
    spaced = json.dumps(event(), indent=2, ensure_ascii=False).encode()
    headers = alexa.headers(spaced)
    assert alexa.door.send(spaced, headers).status == 200
    assert refused(alexa.door.send(encoded(json.loads(spaced)), headers))


def test_words_outside_ascii_arrive_whole(alexa: Alexa) -> None:
    body = json.dumps(event(locale="en-US", more="naïve 日本 🙂"), ensure_ascii=False).encode()
    assert alexa.ask(body).status == 200


@pytest.mark.parametrize("missing", ["SignatureCertChainUrl", "Signature-256"])
def test_an_unsigned_request_is_refused(alexa: Alexa, missing: str) -> None:
    body = encoded(event())
    headers = alexa.headers(body)
    del headers[missing]
    assert refused(alexa.door.send(body, headers))
    assert refused(alexa.ask(body, {missing: ""}))
    assert refused(alexa.door.send(body))


def test_a_header_with_the_old_weaker_signature_does_not_do(alexa: Alexa) -> None:
    body = encoded(event())
    headers = alexa.headers(body)
    headers["Signature"] = headers.pop("Signature-256")
    assert refused(alexa.door.send(body, headers))


def test_a_changed_body_is_refused(alexa: Alexa) -> None:
    body = encoded(event())
    headers = alexa.headers(body)
    assert refused(alexa.door.send(body.replace(b"LaunchRequest", b"IntentRequest"), headers))
    assert refused(alexa.door.send(body + b" ", headers))


def test_a_signature_by_another_key_is_refused(alexa: Alexa, other_key: rsa.RSAPrivateKey) -> None:
    assert refused(alexa.ask(event(), key=other_key))


@pytest.mark.parametrize("signature", ["AAAA", "%%%%", "ä", "c2lnbmF0dXJl", "A" * 20_000])
def test_a_signature_that_is_none_is_refused(alexa: Alexa, signature: str) -> None:
    changes = {"Signature-256": signature.encode().decode("latin-1")}
    assert refused(alexa.ask(event(), changes))


@pytest.mark.parametrize("more", ["!", " ", "=", "\t", "-_"])
def test_a_signature_with_more_in_it_than_base64_is_refused(alexa: Alexa, more: str) -> None:
    body = encoded(event())
    headers = alexa.headers(body)
    signature = headers["Signature-256"]
    assert refused(alexa.door.send(body, {**headers, "Signature-256": signature[:8] + more + signature[8:]}))


@pytest.mark.parametrize("seconds", [-140, 0, 140])
def test_a_request_sent_just_now_is_answered(alexa: Alexa, seconds: int) -> None:
    assert alexa.ask(event(timestamp=timestamp(timedelta(seconds=seconds)))).status == 200


@pytest.mark.parametrize("seconds", [-86_400, -155, 155, 86_400])
def test_a_request_that_was_not_sent_just_now_is_refused(alexa: Alexa, seconds: int) -> None:
    assert refused(alexa.ask(event(timestamp=timestamp(timedelta(seconds=seconds)))))


EVENTS = [
    f"AlexaSkillEvent.{name}"
    for name in (
        "SkillEnabled",
        "SkillDisabled",
        "SkillPermissionChanged",
        "SkillPermissionAccepted",
        "SkillAccountLinked",
    )
]


@pytest.mark.parametrize("kind", EVENTS)
def test_alexa_may_tell_of_an_event_for_an_hour(alexa: Alexa, kind: str) -> None:
    for seconds, status in ((-3590, 200), (-3610, 400), (3610, 400)):
        late = timestamp(timedelta(seconds=seconds))
        assert alexa.ask(event(type=kind, timestamp=late)).status == status


@pytest.mark.parametrize(
    "kind", ["LaunchRequest", "AlexaSkillEvent.Other", "alexaskillevent.skillenabled", "IntentRequest"]
)
def test_nothing_else_has_an_hour(alexa: Alexa, kind: str) -> None:
    late = timestamp(timedelta(minutes=-30))
    assert refused(alexa.ask(event(type=kind, timestamp=late)))


@pytest.mark.parametrize("sent", [None, "", "soon", "2026-13-45T99:99:99Z", 1_700_000_000, [], {}, True])
def test_a_request_without_a_readable_time_is_refused(alexa: Alexa, sent: Any) -> None:
    assert refused(alexa.ask(event(timestamp=sent)))


def test_a_time_without_a_zone_is_not_readable(alexa: Alexa) -> None:
    assert refused(alexa.ask(event(timestamp=timestamp().removesuffix("Z"))))


def test_a_request_without_a_time_is_refused(alexa: Alexa) -> None:
    asked = event()
    del asked["request"]["timestamp"]
    assert refused(alexa.ask(asked))


@pytest.mark.parametrize("other", ["amzn1.ask.skill.another", "", None, 5, SKILL_ID.upper(), SKILL_ID + " "])
def test_a_request_for_another_skill_is_refused(alexa: Alexa, other: Any) -> None:
    asked = event()
    asked["context"]["System"]["application"] = {"applicationId": other}
    assert refused(alexa.ask(asked))


@pytest.mark.parametrize("part", ["context", "request"])
def test_a_request_that_lacks_a_part_is_refused(alexa: Alexa, part: str) -> None:
    asked = event()
    del asked[part]
    assert refused(alexa.ask(asked))


@pytest.mark.parametrize(
    ("skill", "verifiers"),
    [(load_skill("amzn1.ask.skill.another"), []), (load_skill(), [ApplicationVerifier("amzn1.ask.skill.another")])],
    ids=["the skill", "the verifier"],
)
def test_another_skills_request_is_refused_by_either_alone(
    skill: GuardedSkill, verifiers: list[ApplicationVerifier]
) -> None:
    with opened(create_app(skill, None, verifiers, lambda _: None)) as door:
        assert refused(door.send(encoded(event())))


@pytest.mark.parametrize(
    "request_",
    [
        {"type": "Some.Request.FromTheFuture"},
        {"type": "IntentRequest", "intent": {"name": "FromTheFutureIntent", "confirmationStatus": "PERHAPS"}},
        {**INTENT, "dialogState": "FROM_THE_FUTURE"},
        {"type": "LaunchRequest", "fromTheFuture": {"a": [1, 2]}},
    ],
)
def test_a_signed_request_from_the_future_gets_a_spoken_answer(alexa: Alexa, request_: dict[str, Any]) -> None:
    answer = alexa.ask(event(request_))
    assert answer.status == 200
    assert answer.speech.startswith("<speak>")


def test_the_unverified_door_answers_anybody(open_door: Door) -> None:
    old = event(timestamp=timestamp(timedelta(days=-400)))
    assert open_door.send(encoded(old)).speech
