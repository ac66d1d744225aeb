"""What all tests share: the real skill and a real speaker, made once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.guard import GuardedSkill
from skill.alexa.load import load_skill
from skill.catalog.catalog import Catalog
from skill.parts import Parts, load_parts
from skill.risk.detector import Detector
from skill.speaker.model import Model, load_model
from skill.speaker.speaker import Speaker

ROOT = Path(__file__).resolve().parents[1]
EVENTS = ROOT / "tests" / "events"


@pytest.fixture(scope="session")
def parts() -> Parts:
    return load_parts()


@pytest.fixture(scope="session")
def catalog(parts: Parts) -> Catalog:
    return parts.catalog


@pytest.fixture(scope="session")
def detector(parts: Parts) -> Detector:
    return parts.detector


@pytest.fixture(scope="session")
def skill() -> GuardedSkill:
    return load_skill()


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model(ROOT / "interaction_model" / "en-US.json")


@pytest.fixture(scope="session")
def one_speaker(model: Model, skill: GuardedSkill) -> Speaker:
    return Speaker(model, skill.respond, "en-US")


@pytest.fixture
def speaker(one_speaker: Speaker) -> Speaker:
    one_speaker.say("<reset>")
    return one_speaker


@pytest.fixture
def event() -> Callable[[str], dict[str, Any]]:
    return lambda name: json.loads((EVENTS / f"{name}.json").read_text())
