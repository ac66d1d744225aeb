"""Model file: one interaction model, as it stands in the file and as the speaker reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from skill.speaker.model import SEARCH_QUERY, Intent, Model, load_model


@dataclass(frozen=True)
class ModelFile:
    """An interaction model and its file."""

    path: Path
    language: dict[str, Any]
    """interactionModel.languageModel, as values."""
    model: Model
    """As the speaker reads it, without the samples that name an undeclared slot; a rule tells of those."""

    @property
    def locale(self) -> str:
        """Such as en-US."""
        return self.path.stem

    def samples(self) -> Iterator[tuple[str, str]]:
        """Every sample as it is written: intent, sample."""
        for intent in self.language["intents"]:
            for sample in intent.get("samples", ()):
                yield intent["name"], sample

    def phrase_slots(self, intent: str) -> frozenset[str]:
        """The slots of an intent that take free words."""
        slots = next(item.slots for item in self.model.intents if item.name == intent)
        return frozenset(name for name, kind in slots.items() if kind == SEARCH_QUERY)


def load_model_file(path: Path) -> ModelFile:
    """Read a model. Raises DataError when it is missing or not one."""
    model = load_model(path)
    language = json.loads(path.read_text(encoding="utf-8"))["interactionModel"]["languageModel"]
    intents = tuple(replace(intent, samples=tuple(_declared(intent))) for intent in model.intents)
    return ModelFile(path, language, replace(model, intents=intents))


def _declared(intent: Intent) -> Iterator[str]:
    return (sample for sample in intent.samples if set(re.findall(r"\{(\w+)\}", sample)) <= set(intent.slots))
