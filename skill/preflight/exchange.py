"""Exchange: one request and what the skill answered, with the parts that rules ask for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from skill.preflight.problem import Problem
from skill.speaker.ear import plain


@dataclass(frozen=True)
class Exchange:
    """One turn."""

    file: Path
    """The model that it comes from."""
    key: str
    """The intent and what was said, and after what."""
    intent: str
    """Its intent, or its request type."""
    request: dict[str, Any]
    response: dict[str, Any]
    """Empty when the skill raised."""
    seconds: float
    failure: str = ""
    """Where the skill raised, if it did."""

    def problem(self, reason: str) -> Problem:
        """A problem with this turn."""
        return Problem(self.file, self.key, reason)

    @property
    def ids(self) -> tuple[str, ...]:
        """What the intent's slots resolved to."""
        slots = (self.request["request"].get("intent") or {}).get("slots") or {}
        resolutions = (slot.get("resolutions") or {} for slot in slots.values())
        authorities = (each for item in resolutions for each in item.get("resolutionsPerAuthority", ()))
        return tuple(value["value"]["id"] for each in authorities for value in each.get("values", ()))

    @property
    def body(self) -> dict[str, Any]:
        """What is said and shown."""
        return self.response.get("response") or {}

    @property
    def ssml(self) -> str:
        """What is said; empty for silence."""
        return str((self.body.get("outputSpeech") or {}).get("ssml") or "")

    @cached_property
    def speech(self) -> str:
        """What is said, as plain words."""
        return plain(self.ssml)

    @property
    def reprompt_ssml(self) -> str:
        """What is said after a silence."""
        return str(((self.body.get("reprompt") or {}).get("outputSpeech") or {}).get("ssml") or "")

    @cached_property
    def reprompt(self) -> str:
        """The same, as plain words."""
        return plain(self.reprompt_ssml)

    @property
    def card(self) -> dict[str, Any]:
        """What is shown; empty for nothing."""
        return self.body.get("card") or {}

    @property
    def directives(self) -> list[dict[str, Any]]:
        """What a device is told to do."""
        return self.body.get("directives") or []

    @property
    def open(self) -> bool:
        """Whether the session stays open for an answer."""
        return self.body.get("shouldEndSession") is False

    @property
    def ends(self) -> bool:
        """Whether the session is over, and nothing waits for an answer."""
        return self.body.get("shouldEndSession") is True and not self.reprompt_ssml

    @property
    def asks(self) -> bool:
        """Whether it ends with a question."""
        return self.speech.endswith("?")

    @property
    def attributes(self) -> dict[str, Any]:
        """What the session remembers."""
        return self.response.get("sessionAttributes") or {}

    @property
    def level(self) -> str:
        """The level of danger that was heard."""
        return str((self.attributes.get("risk") or {}).get("level", "none"))

    @property
    def said(self) -> str:
        """The key of what was said, such as topic:detox; see script.py."""
        return str(self.attributes.get("said", ""))
