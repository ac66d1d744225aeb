"""What an operator sees: whether it is well, and how it is doing, on an address of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from skill.web.refusal import Reason

from .conftest import Alexa
from .door import encoded, event

ASKED = {"type": "IntentRequest", "intent": {"name": "HelplineIntent", "confirmationStatus": "NONE", "slots": {}}}


def danger() -> dict[str, object]:
    slots = {"my": {"name": "my", "value": "friend is not breathing", "confirmationStatus": "NONE"}}
    return event({"type": "IntentRequest", "intent": {"name": "MyPhraseIntent", "slots": slots}})


def test_a_load_balancer_learns_that_it_is_well(alexa: Alexa) -> None:
    answer = alexa.door.send(None, method="GET", path="/healthz")
    assert (answer.status, answer.body) == (200, b"ok")
    assert alexa.door.send(b"", path="/healthz").status == 405


@pytest.mark.parametrize(
    ("request_", "labels"),
    [
        (event(), {"intent": "LaunchRequest", "topic": "none", "level": "none"}),
        (event(ASKED), {"intent": "HelplineIntent", "topic": "none", "level": "none"}),
        (danger(), {"intent": "PhraseIntent", "topic": "none", "level": "emergency"}),
        (event(ASKED | {"type": "Some.Request"}), {"intent": "other", "topic": "none", "level": "none"}),
    ],
)
def test_turns_are_counted_by_intent_topic_and_level(
    alexa: Alexa, request_: dict[str, object], labels: dict[str, str]
) -> None:
    before = alexa.service.counted("kratom_guide_turns_total", **labels)
    request_["request"]["timestamp"] = event()["request"]["timestamp"]  # type: ignore[index]
    assert alexa.ask(request_).status == 200
    assert alexa.service.counted("kratom_guide_turns_total", **labels) == before + 1


def test_answers_are_timed_by_status(alexa: Alexa) -> None:
    before = [alexa.service.counted("kratom_guide_request_seconds_count", status=status) for status in ("200", "400")]
    alexa.ask(event())
    alexa.door.send(b"{}")
    alexa.door.send(None, method="GET", path="/healthz")
    after = [alexa.service.counted("kratom_guide_request_seconds_count", status=status) for status in ("200", "400")]
    assert after == [count + 1 for count in before]


def test_a_request_that_nobody_knows_is_counted_as_a_failure(alexa: Alexa) -> None:
    before = alexa.service.counted("kratom_guide_failures_total")
    alexa.ask(event())
    assert alexa.service.counted("kratom_guide_failures_total") == before
    alexa.ask(event(ASKED | {"type": "Some.Request"}))
    assert alexa.service.counted("kratom_guide_failures_total") == before + 1


def test_chains_are_counted_by_how_they_were_found(alexa: Alexa) -> None:
    def lookups() -> list[float]:
        results = ("kept", "downloaded", "refused")
        return [alexa.service.counted("kratom_guide_chain_lookups_total", result=result) for result in results]

    before, body = lookups(), encoded(event())
    headers = alexa.headers(body)
    for sent in (headers, headers, {**headers, "SignatureCertChainUrl": "https://s3.amazonaws.com/echo.api/none"}):
        alexa.door.send(body, sent)
    assert lookups() == [count + 1 for count in before]
    assert 1 <= alexa.service.counted("kratom_guide_chains") <= 8
    expiry = alexa.service.counted("kratom_guide_chain_expiry_timestamp_seconds")
    assert expiry == pytest.approx(alexa.leaf.not_valid_after_utc.timestamp(), abs=120)


def test_every_reason_is_there_before_it_happens(alexa: Alexa) -> None:
    text = alexa.service.metrics.send(None, method="GET", path="/metrics").body.decode()
    refusals = {family.name: family for family in text_string_to_metric_families(text)}["kratom_guide_refusals"]
    assert {sample.labels["reason"] for sample in refusals.samples} == {reason.label for reason in Reason}


def test_the_two_addresses_do_not_answer_for_each_other(alexa: Alexa) -> None:
    body = encoded(event())
    assert alexa.door.send(None, method="GET", path="/metrics").status == 404
    for path, method in (("/alexa", "POST"), ("/metrics", "POST"), ("/healthz", "GET"), ("/", "GET")):
        answer = alexa.service.metrics.send(body, alexa.headers(body), method, path)
        assert (answer.status, answer.body) == (404, b"")
    lying = {"Host": f"127.0.0.1:{alexa.service.metrics.port}", "X-Forwarded-Port": str(alexa.service.metrics.port)}
    assert alexa.door.send(None, lying, "GET", "/metrics").status == 404


def test_every_label_is_a_name_of_ours(alexa: Alexa) -> None:
    text = alexa.service.metrics.send(None, method="GET", path="/metrics").body.decode()
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            assert sample.labels.keys() <= {"intent", "topic", "level", "reason", "status", "result", "le"}
            for value in sample.labels.values():
                assert re.fullmatch(r"[\w.+]+", value)


def test_every_metric_is_in_the_manual(alexa: Alexa) -> None:
    text = alexa.service.metrics.send(None, method="GET", path="/metrics").body.decode()
    manual = (Path(__file__).resolve().parents[2] / "deploy" / "README.md").read_text()
    for family in text_string_to_metric_families(text):
        assert f"`{family.name}" in manual
