"""The log says that a request was refused, and which rule it broke, in words of ours alone."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from ask_sdk_core.skill_builder import SkillBuilder

from skill.alexa.guard import GuardedSkill
from skill.web.app import create_app

from .conftest import Alexa
from .door import encoded, event, opened

MARK = "marksecretmark"


def reasons(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "skill.web"]


@pytest.mark.parametrize(
    ("changes", "headers", "reason"),
    [
        ({"timestamp": MARK}, {}, "the request does not say when it was sent"),
        ({"timestamp": "2020-01-01T00:00:00Z"}, {}, "the request was not sent just now"),
        ({}, {"Signature-256": MARK}, "the signature is not base64"),
        ({}, {"SignatureCertChainUrl": f"https://{MARK}/"}, "the certificate URL has another host, or names a user"),
    ],
)
def test_a_refusal_is_logged_with_its_reason_and_nothing_of_the_request(
    alexa: Alexa, caplog: pytest.LogCaptureFixture, changes: dict[str, Any], headers: dict[str, str], reason: str
) -> None:
    alexa.ask(event(changes, requestId=MARK), headers)
    assert reasons(caplog) == [f"Request verification failed: {reason}"]
    assert MARK not in caplog.text
    assert "Traceback" not in caplog.text


def test_an_error_of_ours_is_logged_by_its_type_and_place_and_answered_with_nothing(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(GuardedSkill):
        def invoke(self, request_envelope: Any, context: Any) -> Any:  # noqa: ARG002
            raise LookupError(request_envelope.request.request_id)

    monkeypatch.setenv("FLASK_DEBUG", "1")  # which would show the whole error
    caplog.set_level(logging.DEBUG)
    with opened(create_app(Broken(SkillBuilder().skill_configuration, None), None, [])) as door:
        answer = door.send(encoded(event(requestId=MARK)))
    assert (answer.status, answer.body) == (500, b"")
    (line,) = reasons(caplog)
    assert ": LookupError at " in line
    assert "test_log.py:" in line
    assert MARK not in caplog.text
    assert "Traceback" not in caplog.text
