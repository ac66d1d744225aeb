"""Model: interaction_model/*.json as values."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.shape import DataError

SEARCH_QUERY = "AMAZON.SearchQuery"
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Value:
    """One value of a slot type."""

    name: str
    id: str | None
    words: tuple[str, ...]
    """The name and its synonyms."""


@dataclass(frozen=True)
class Intent:
    """One intent."""

    name: str
    samples: tuple[str, ...]
    slots: Mapping[str, str]
    """Slot name -> type."""


@dataclass(frozen=True)
class Filled:
    """A slot with what was said for it."""

    name: str
    words: str
    type: str
    value: Value | None = None
    """What it resolved to, among the type's values."""


@dataclass(frozen=True)
class Model:
    """What the skill can hear in one locale."""

    invocation: str
    intents: tuple[Intent, ...]
    types: Mapping[str, tuple[Value, ...]]

    def spoken(self) -> Iterator[tuple[str, str, tuple[Filled, ...]]]:
        """Every sample without a free slot, with every value in its slots: words, intent, slots."""
        for intent in self.intents:
            for sample in intent.samples:
                names = _SLOT.findall(sample)
                if any(intent.slots[name] == SEARCH_QUERY for name in names):
                    continue
                for filled in itertools.product(*(list(self._filled(name, intent.slots[name])) for name in names)):
                    words = sample
                    for slot in filled:
                        words = words.replace(f"{{{slot.name}}}", slot.words)
                    yield words, intent.name, filled

    def free(self) -> Iterator[tuple[str, str, str]]:
        """Every sample with a free slot: sample, intent, slot."""
        for intent in self.intents:
            for sample in intent.samples:
                names = _SLOT.findall(sample)
                if len(names) == 1 and intent.slots[names[0]] == SEARCH_QUERY:
                    yield sample, intent.name, names[0]

    def _filled(self, slot: str, kind: str) -> Iterator[Filled]:
        for value in self.types.get(kind, ()):
            for words in value.words:
                yield Filled(slot, words, kind, value)


def load_model(path: Path) -> Model:
    """Read an interaction model. Raises DataError when it is missing or not one."""
    try:
        model = json.loads(path.read_text(encoding="utf-8"))["interactionModel"]["languageModel"]
        intents = tuple(
            Intent(
                item["name"],
                tuple(item.get("samples", ())),
                {slot["name"]: slot["type"] for slot in item.get("slots", ())},
            )
            for item in model["intents"]
        )
        types = {item["name"]: tuple(_value(value) for value in item["values"]) for item in model.get("types", ())}
        return Model(model["invocationName"], intents, types)
    except OSError as error:
        raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
    except ValueError as error:
        raise DataError([f"{path}: is not JSON: {error}"]) from error
    except (KeyError, TypeError) as error:
        raise DataError([f"{path}: is not an interaction model: {error} is missing"]) from error


def _value(value: dict[str, Any]) -> Value:
    name = value["name"]
    return Value(name["value"], value.get("id"), (name["value"], *name.get("synonyms", ())))
