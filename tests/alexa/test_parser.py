"""The parser makes what the SDK's own serializer makes, and refuses what that refuses."""

from __future__ import annotations

import copy
import importlib
import inspect
import json
import pkgutil
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import ask_sdk_model
import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa.parser import Parser
from tests.fuzz.mutate import TESTS, Mutator

ENVELOPE = "ask_sdk_model.request_envelope.RequestEnvelope"
REQUEST = "ask_sdk_model.request.Request"
PARSER, SDK = Parser(), DefaultSerializer()
EVENTS = [json.loads(path.read_text()) for path in sorted((TESTS / "events").glob("*.json"))]
ODD = st.one_of(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats() | st.just(10**400),
    st.sampled_from(["", [], {}, "type", "name", "\ud800", [[]], [{}], {"type": "IntentRequest"}, {"object_type": 1}]),
    st.dictionaries(st.sampled_from(["to_dict", "__class__", "__dict__", "object_type", "\ud800", ""]), st.just({})),
)
"""Timestamps are left out: of those we read fewer than the SDK."""


def taken_apart(value: Any) -> Any:
    """Objects as their classes and attributes, so that what differs in any depth or type differs here."""
    if isinstance(value, dict):
        return {name: taken_apart(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [taken_apart(inner) for inner in value]
    if isinstance(value, datetime):
        return value.isoformat()  # the SDK's UTC is of another class
    if isinstance(value, Enum) or value is None or isinstance(value, (str, int, float)):
        return (type(value), repr(value))
    return (type(value), taken_apart(vars(value)))


def outcome(parse: Any, value: Any, kind: str) -> Any:
    try:
        return taken_apart(parse(copy.deepcopy(value), kind))
    except Exception:  # the SDK has many
        return "refused"


def assert_same(value: Any, kind: str) -> None:
    ours = outcome(PARSER.parse, value, kind)
    assert ours == outcome(SDK._DefaultSerializer__deserialize, value, kind), (kind, value)


def models() -> list[Any]:
    """Every class of the SDK's model."""
    found = []
    for module in pkgutil.walk_packages(ask_sdk_model.__path__, "ask_sdk_model."):
        for value in vars(importlib.import_module(module.name)).values():
            if inspect.isclass(value) and value.__module__ == module.name:
                found.append(value)
    return found


def example(kind: str, depth: int) -> Any:
    """A value that has every attribute of a type, down to a depth."""
    if kind.startswith("list["):
        return [example(kind[5:-1], depth)]
    if kind.startswith("dict("):
        return {"a": example(kind[:-1].partition(", ")[2], depth)}
    plain = {"str": "a", "bool": True, "int": "7", "float": 7, "object": {"a": [1]}, "datetime": "2026-11-25T08:00:00Z"}
    if kind in plain:
        return plain[kind]
    module, _, name = kind.rpartition(".")
    try:
        model = getattr(importlib.import_module(module), name)
    except ImportError:
        return {}  # the SDK names a few modules that it does not have
    if issubclass(model, Enum):
        return next(iter(model)).value
    value: dict[str, Any] = {}
    if hasattr(model, "discriminator_value_class_map"):
        real = next(iter(model.discriminator_value_class_map.items()), None)
        if real and kind not in model.discriminator_value_class_map.values():
            value[model.json_discriminator_key] = real[0]
    if depth:
        for attribute, inner in model.deserialized_types.items():
            value.setdefault(model.attribute_map[attribute], example(inner, depth - 1))
    return value


def test_every_class_of_the_model_is_read_as_the_sdk_reads_it() -> None:
    classes = [model for model in models() if hasattr(model, "deserialized_types") or issubclass(model, Enum)]
    assert len(classes) > 500
    for model in classes:
        kind = f"{model.__module__}.{model.__name__}"
        for depth in (0, 1, 3):
            assert_same(example(kind, depth), kind)
        for odd in (*("", [], {}, 0, False, "type", ["type"], [[]]), {"type": []}, {"type": "a"}, {"a": 1}):
            assert_same(odd, kind)


def test_every_type_of_request_is_read_as_the_sdk_reads_it() -> None:
    from ask_sdk_model import Request

    for name, kind in Request.discriminator_value_class_map.items():
        assert_same({**example(kind, 3), "type": name}, REQUEST)


@pytest.mark.parametrize("event", EVENTS)
def test_real_requests_are_read_as_the_sdk_reads_them(event: Any) -> None:
    assert outcome(PARSER.parse, event, ENVELOPE) != "refused"
    assert_same(event, ENVELOPE)


def test_requests_that_nobody_would_write_are_read_as_the_sdk_reads_them() -> None:
    mutator = Mutator(7)
    for _ in range(1500):
        event = mutator.request()
        if isinstance(event.get("request"), dict):
            event["request"].pop("timestamp", None)
        assert_same(event, ENVELOPE)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data())
def test_an_odd_value_anywhere_is_read_as_the_sdk_reads_it(data: st.DataObject) -> None:
    event = copy.deepcopy(data.draw(st.sampled_from(EVENTS)))
    inner: Any = event
    while True:
        names = sorted(name for name in inner if name != "timestamp")
        name = data.draw(st.sampled_from([*names, "more"]))
        if not isinstance(inner.get(name), dict) or data.draw(st.integers(0, 4)) == 0:
            break
        inner = inner[name]
    inner[name] = data.draw(ODD)
    assert_same(event, ENVELOPE)


def test_times_are_read_as_alexa_writes_them_and_no_others() -> None:
    read = PARSER.parse({"type": "LaunchRequest", "timestamp": "2026-11-25T08:00:00Z"}, REQUEST)
    assert read.timestamp == datetime(2026, 11, 25, 8, tzinfo=UTC)
    for other in ("yesterday", "1." * 300, "2026-11-25 08:00 ABCDE", 7, []):
        with pytest.raises(SerializationException) as refused:
            PARSER.parse({"type": "LaunchRequest", "timestamp": other}, REQUEST)
        assert str(other) not in str(refused.value)
