"""Model file: one interaction model, as it stands in the file and as the speaker reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.speaker.model import SEARCH_QUERY, Model, load_model


@dataclass(frozen=True)
class ModelFile:
    """An interaction model and its file."""

    path: Path
    language: dict[str, Any]
    """interactionModel.languageModel, as values."""
    model: Model

    @property
    def locale(self) -> str:
        """Such as en-US."""
        return self.path.stem

    def samples(self) -> Iterator[tuple[str, str]]:
        """Every sample as it is written: intent, sample."""
        for intent in self.model.intents:
            for sample in intent.samples:
                yield intent.name, sample

    def phrase_slots(self, intent: str) -> frozenset[str]:
        """The slots of an intent that take free words."""
        slots = next(item.slots for item in self.model.intents if item.name == intent)
        return frozenset(name for name, kind in slots.items() if kind == SEARCH_QUERY)


def load_model_file(path: Path) -> ModelFile:
    """Read a model. Raises DataError when it is missing or not one."""
    model = load_model(path)
    return ModelFile(path, json.loads(path.read_text(encoding="utf-8"))["interactionModel"]["languageModel"], model)
