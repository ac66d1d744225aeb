"""Built-ins: what Alexa hears for her own intents without our naming it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from skill import speaker
from skill.shape import read_yaml

_FILE = Path(speaker.__file__).with_name("built_ins.yaml")


@cache
def built_in_phrases() -> Mapping[str, tuple[str, ...]]:
    """Intent -> its phrases, as the speaker knows them."""
    return {intent: tuple(phrases) for intent, phrases in read_yaml(_FILE).items()}
