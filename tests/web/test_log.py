"""The log says that a request was refused, and which rule it broke, in words of ours alone."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from ask_sdk_core.skill_builder import SkillBuilder

from skill.alexa.guard import GuardedSkill
from skill.web.app import create_app
from skill.web.refusal import Reason

from .conftest import Alexa
from .door import encoded, event, opened
from .process import until

MARK = "marksecretmark"


def reasons(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "skill.web"]


@pytest.mark.parametrize(
    ("changes", "headers", "reason"),
    [
        ({"timestamp": MARK}, {}, Reason.TIME_MISSING),
        ({"timestamp": "2020-01-01T00:00:00Z"}, {}, Reason.TIME),
        ({}, {"Signature-256": MARK}, Reason.SIGNATURE_ENCODING),
        ({}, {"SignatureCertChainUrl": f"https://{MARK}/"}, Reason.URL_HOST),
    ],
)
def test_a_refusal_is_logged_and_counted_with_its_reason_and_nothing_of_the_request(
    alexa: Alexa, changes: dict[str, Any], headers: dict[str, str], reason: Reason
) -> None:
    said = len(alexa.service.lines)
    count = alexa.service.counted("kratom_guide_refusals_total", reason=reason.label)
    alexa.ask(event(changes, requestId=MARK), headers)
    for _ in until(lambda: len(alexa.service.lines) > said):
        pass
    (line,) = alexa.service.lines[said:]
    assert line.endswith(f"Request verification failed: {reason.value}")
    assert alexa.service.counted("kratom_guide_refusals_total", reason=reason.label) == count + 1
    assert MARK not in "".join(alexa.service.lines)


def test_an_error_of_ours_is_logged_by_its_type_and_place_and_answered_with_nothing(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(GuardedSkill):
        def invoke(self, request_envelope: Any, context: Any) -> Any:  # noqa: ARG002
            raise LookupError(request_envelope.request.request_id)

    monkeypatch.setenv("FLASK_DEBUG", "1")  # which would show the whole error
    caplog.set_level(logging.DEBUG)
    with opened(create_app(Broken(SkillBuilder().skill_configuration, None), None, [], lambda _: None)) as door:
        answer = door.send(encoded(event(requestId=MARK)))
    assert (answer.status, answer.body) == (500, b"")
    (line,) = reasons(caplog)
    assert ": LookupError at " in line
    assert "test_log.py:" in line
    assert MARK not in caplog.text
    assert "Traceback" not in caplog.text
