"""Response: whether an answer is one that Alexa takes: its shape, its SSML, Amazon's limits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft202012Validator

_SCHEMA = json.loads(Path(__file__).with_name("response.schema.json").read_text())
_VALIDATOR = Draft202012Validator(_SCHEMA)
_BYTES = 24 * 1024
"""The older and smaller of Amazon's two limits for a whole response."""
_CARD = 8000
"""Amazon's limit for all texts of a card together."""
_TAGS = frozenset("speak p s break say-as sub emphasis prosody lang phoneme w amazon:effect amazon:emotion".split())
"""What Alexa's SSML has, without sounds and other voices."""


def problems(body: bytes) -> list[str]:
    """In: a response as sent. Out: why Alexa would not take it; empty when it would."""
    answer: Any = json.loads(body)
    found = [error.message for error in _VALIDATOR.iter_errors(answer)]
    if found:
        return found
    response = answer["response"]
    if len(body) > _BYTES:
        found.append(f"has {len(body)} bytes")
    for part in (response, response.get("reprompt", {})):
        if "outputSpeech" in part:
            found += _ssml_problems(part["outputSpeech"]["ssml"])
    card = response.get("card", {})
    if len(card.get("title", "")) + len(card.get("content", "")) + len(card.get("text", "")) > _CARD:
        found.append("the card is too long")
    if response.get("shouldEndSession") is False and "outputSpeech" not in response:
        found.append("waits for an answer, but asks nothing")
    return found


def _ssml_problems(ssml: str) -> list[str]:
    try:
        root = ElementTree.fromstring(ssml.replace("amazon:", "amazon-"))
    except ElementTree.ParseError as error:
        return [f"is not SSML: {error}"]
    unknown = {element.tag.replace("amazon-", "amazon:") for element in root.iter()} - _TAGS
    return [f"SSML has no <{tag}>" for tag in sorted(unknown)] + (
        [] if "".join(root.itertext()).strip() else ["is silent"]
    )
