"""Requests in which every text is marked, so that a mark in a log shows what leaked.

The marks stand in place of a text, behind it, and before it; in one text at a time, in all, and in some by chance (of a
fixed seed); also in names, and in place of what is no text.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

EVENTS = sorted((Path(__file__).parents[1] / "events").glob("*.json"))
MARKS = ("zebrafish", "ZEBRA", "amzn1.ask.account.ZEBRAFISH")
"""A word, an id, and what reads as the name of a time zone."""
STEM = "zebra"
"""In every mark, in small letters."""

Path_ = tuple[str | int, ...]


def requests(count: int) -> Iterator[Any]:
    """That many requests and a few more: first one mark at a time, then many by chance."""
    events = [json.loads(path.read_text()) for path in EVENTS]
    made = 0
    for event in events:
        places = list(texts(event))
        for mark in MARKS:
            for place in places:
                for text in variants(event, place, mark):
                    yield put(event, {place: text})
                    made += 1
            yield put(event, dict.fromkeys(places, mark))
            yield put(
                event, {place: mark for place in places if place[-1] not in ("type", "name", "locale", "version")}
            )
            yield {mark: mark, **event}
            yield renamed(event, mark)
            made += 4
    chance = random.Random(1)
    while made < count:
        event = chance.choice(events)
        places = chance.sample(list(texts(event)), 3)
        new = {place: chance.choice(list(variants(event, place, chance.choice(MARKS)))) for place in places}
        wrong = chance.choice([None, [], {}, {MARKS[0]: MARKS[0]}, [MARKS[0]], 7, MARKS[0] * 50])
        yield put(event, {**new, places[0]: wrong})
        made += 1


def variants(event: Any, place: Path_, mark: str) -> Iterator[str]:
    """A text of the event with a mark in it."""
    text = at(event, place)
    yield mark
    yield f"{text} {mark}"
    yield f"{text.removesuffix('Z')} {mark}"
    yield f"{mark} {text}"


def texts(value: Any, place: Path_ = ()) -> Iterator[Path_]:
    """Where the texts of an event are."""
    if isinstance(value, str):
        yield place
    elif isinstance(value, dict | list):
        for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts(inner, (*place, name))


def at(event: Any, place: Path_) -> Any:
    """What stands at a place of an event."""
    for name in place:
        event = event[name]
    return event


def put(event: Any, new: dict[Path_, Any]) -> Any:
    """A copy of an event with other values at some places."""
    event = copy.deepcopy(event)
    for place, value in new.items():
        inner = event
        for name in place[:-1]:
            inner = inner[name]
        inner[place[-1]] = value
    return event


def renamed(value: Any, mark: str, depth: int = 0) -> Any:
    """A copy of an event with marks in the names of what lies deep in it, such as slots and attributes."""
    if isinstance(value, list):
        return [renamed(inner, mark, depth + 1) for inner in value]
    if isinstance(value, dict):
        return {name + mark * (depth > 2): renamed(inner, mark, depth + 1) for name, inner in value.items()}
    return value
