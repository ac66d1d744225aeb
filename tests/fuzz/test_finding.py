"""The fuzzer finds what it looks for: it is no use when it can't fail."""

from __future__ import annotations

import json
from typing import Any

import pytest

from skill.alexa import request
from skill.talk.opening import Opening
from skill.talk.unclear import Unclear
from tests.fuzz.mutate import Mutator
from tests.fuzz.target import Target
from tests.response import problems

GOOD: dict[str, Any] = {
    "version": "1.0",
    "response": {
        "outputSpeech": {"type": "SSML", "ssml": "<speak>Hello. <break time='1s'/></speak>"},
        "reprompt": {"outputSpeech": {"type": "SSML", "ssml": "<speak>Hello?</speak>"}},
        "card": {"type": "Simple", "title": "Hello", "content": "Hello."},
        "shouldEndSession": False,
    },
}


def changed(*path: str, to: Any) -> bytes:
    answer = json.loads(json.dumps(GOOD))
    inner = answer
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = to
    return json.dumps(answer).encode()


def test_a_good_answer_has_no_problem() -> None:
    assert problems(json.dumps(GOOD).encode()) == []


@pytest.mark.parametrize(
    "answer",
    [
        changed("version", to="2.0"),
        changed("respone", to={}),
        changed("response", "shouldEndSesion", to=True),
        changed("response", "outputSpeech", "ssml", to="<speak>Tom & Anna</speak>"),
        changed("response", "outputSpeech", "ssml", to="<speak>Hello.</speak><speak></speak>"),
        changed("response", "outputSpeech", "ssml", to="<speak>Hello <b>you</b>.</speak>"),
        changed("response", "outputSpeech", "ssml", to="<speak> </speak>"),
        changed("response", "outputSpeech", "ssml", to=f"<speak>{'a' * 8000}</speak>"),
        changed("response", "reprompt", "outputSpeech", "ssml", to="<speak>"),
        changed("response", "card", "content", to="a" * 8000),
        changed("response", "card", "type", to="Fancy"),
        changed("sessionAttributes", to={"a": "b" * 24 * 1024}),
    ],
)
def test_a_bad_answer_has_one(answer: bytes) -> None:
    assert problems(answer)


def found(times: int = 600) -> set[str]:
    mutator = Mutator(0)
    with Target() as target:
        return {problem for _ in range(times) for problem in target.unverified(mutator.body())[1]}


def test_a_slot_that_is_not_looked_at_twice_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found() == set()
    monkeypatch.setattr(request, "_slots", lambda slots: [slot.value.strip() for slot in slots.values()])
    assert found() == {"our own code failed"}


def test_words_that_come_back_unescaped_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill.alexa.render._joined", lambda texts, place: "<speak>&" * bool(texts and place))
    assert any("SSML" in problem for problem in found(20))


def test_an_error_that_nobody_catches_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise MemoryError

    monkeypatch.setattr(Unclear, "error", broken)
    monkeypatch.setattr(Opening, "welcome", broken)
    assert "has status 500" in found(200)
