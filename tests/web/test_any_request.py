"""Whatever arrives, an answer is one that Alexa takes, or 400 without a word. See also tests/fuzz."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.web.certificate_url import normalized
from skill.web.refusal import Refused
from tests.fuzz.target import Target

from .door import encoded, event

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
REQUEST = event(
    {
        "type": "IntentRequest",
        "intent": {
            "name": "EffectsIntent",
            "confirmationStatus": "NONE",
            "slots": {"span": {"name": "span", "value": "long term", "confirmationStatus": "NONE"}},
        },
    }
)
PLACES = [
    ("session",),
    ("session", "attributes"),
    ("session", "new"),
    ("context",),
    ("context", "System"),
    ("request",),
    ("request", "type"),
    ("request", "locale"),
    ("request", "timestamp"),
    ("request", "requestId"),
    ("request", "dialogState"),
    ("request", "intent"),
    ("request", "intent", "name"),
    ("request", "intent", "slots"),
    ("request", "intent", "slots", "span"),
    ("request", "intent", "slots", "span", "value"),
    ("request", "intent", "slots", "span", "resolutions"),
]
EXAMPLES = settings(
    max_examples=400, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def target() -> Iterator[Target]:
    with Target() as opened:
        yield opened


def put(place: tuple[str, ...], value: Any) -> dict[str, Any]:
    """The request with another value in one place."""
    request = copy.deepcopy(REQUEST)
    inner = request
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    return request


@EXAMPLES
@given(place=st.sampled_from(PLACES), value=VALUES)
def test_any_value_in_any_place_gets_a_spoken_answer(target: Target, place: tuple[str, ...], value: Any) -> None:
    assert target.unverified(encoded(put(place, value))) == (200, [])


@EXAMPLES
@given(place=st.sampled_from(PLACES), value=VALUES)
def test_any_value_in_any_place_is_refused_or_answered_once_it_is_signed(
    target: Target, place: tuple[str, ...], value: Any
) -> None:
    body = encoded(put(place, value))
    status, wrong = target.verified(body, target.signed(body))
    assert (status in (200, 400), wrong) == (True, [])


@EXAMPLES
@given(words=st.text(max_size=2000))
def test_any_words_get_a_spoken_answer(target: Target, words: str) -> None:
    slots = {"my": {"name": "my", "value": words, "confirmationStatus": "NONE"}}
    request = put(("request", "intent"), {"name": "MyPhraseIntent", "confirmationStatus": "NONE", "slots": slots})
    assert target.unverified(json.dumps(request).encode()) == (200, [])


@EXAMPLES
@given(body=st.binary(max_size=300) | VALUES.map(encoded))
def test_any_bytes_are_answered_with_a_word_that_alexa_takes_or_with_none(target: Target, body: bytes) -> None:
    status, wrong = target.unverified(body)
    assert (status in (200, 400), wrong) == (True, [])
    assert target.verified(body, {}) == (400, [])


LATIN = st.text(st.characters(max_codepoint=255), max_size=200)


@EXAMPLES
@given(url=LATIN, signature=LATIN, kind=LATIN, length=LATIN)
def test_any_headers_are_refused(target: Target, url: str, signature: str, kind: str, length: str) -> None:
    body = encoded(REQUEST)
    headers = {"SignatureCertChainUrl": url, "Signature-256": signature, "Content-Type": kind}
    assert target.verified(body, headers) == (400, [])
    status, wrong = target.unverified(body, {"Content-Type": kind, "Content-Encoding": url, "Content-Length": length})
    assert (status in (200, 400, 413), wrong) == (True, [])


@EXAMPLES
@given(url=st.text() | st.text(st.sampled_from("./%25eE20\\?#@:")).map("https://s3.amazonaws.com/echo.api/{}".format))
def test_any_url_is_below_alexas_folder_or_refused(url: str) -> None:
    try:
        found = normalized(url)
    except Refused:
        return
    folder = "https://s3.amazonaws.com/echo.api/"
    assert found.startswith(folder)
    assert len(found) > len(folder)
    assert not {"..", "", "."} & set(found.removeprefix(folder).split("/"))
    assert normalized(found) == found
