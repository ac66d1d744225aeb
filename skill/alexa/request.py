"""Request: Alexa's request envelope -> Turn."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput

from skill.catalog.catalog import Catalog
from skill.catalog.lines import LINES
from skill.conversation import STAGES, STANDS, Conversation
from skill.heard import heard
from skill.risk.detector import Detector
from skill.turn import Slot, Turn

EXCEPTION = "System.ExceptionEncountered"
"""The request that tells of an answer that Alexa could not use."""
EVENT = "AlexaSkillEvent."
"""How the requests begin that tell of the skill itself, such as that somebody enabled it."""
_TURN = "turn"
REPLY = "reply"
"""The request attribute in which a handler leaves what it said."""
STARTED = "started"
"""The request attribute that says when the turn began, by time.perf_counter()."""


class TurnInterceptor(AbstractRequestInterceptor):  # type: ignore[misc]
    """Reads every request into a Turn and asks for its risk, before any handler is chosen."""

    def __init__(self, catalog: Catalog, detector: Detector) -> None:
        self._catalog = catalog
        self._detector = detector

    def process(self, handler_input: HandlerInput) -> None:
        """Leave the Turn where handlers find it."""
        attributes = handler_input.attributes_manager.request_attributes
        attributes[STARTED] = time.perf_counter()
        turn = read_turn(handler_input.request_envelope)
        attributes[_TURN] = heard(turn, self._catalog, self._detector)


def turn_of(handler_input: HandlerInput) -> Turn:
    """The Turn of this request; a bare one when the request could not even be read."""
    turn = handler_input.attributes_manager.request_attributes.get(_TURN)
    return turn if isinstance(turn, Turn) else Turn(intent="")


def read_turn(envelope: Any) -> Turn:
    """In: a request envelope, whole or not. Out: its Turn; a request without an intent has its type for one."""
    request, session = envelope.request, envelope.session
    intent = getattr(request, "intent", None)
    name = getattr(intent, "name", None) or getattr(request, "object_type", None) or ""
    return Turn(
        intent=str(name),
        slots=tuple(_slots(getattr(intent, "slots", None))),
        locale=str(getattr(request, "locale", None) or "en-US"),
        seed=zlib.crc32(str(getattr(request, "request_id", "")).encode(errors="replace")),
        conversation=_conversation(getattr(session, "attributes", None)),
    )


def _conversation(attributes: Any) -> Conversation:
    conversation = Conversation.of(attributes if isinstance(attributes, dict) else None)
    if conversation.named and conversation.named not in LINES:
        conversation = replace(conversation, named="")
    if conversation.told and conversation.stage not in STAGES:  # lest a danger be lost with the version that heard it
        conversation = replace(conversation, stage=STANDS)
    known = (conversation.line, conversation.told, conversation.remind, conversation.stage)
    if conversation.line in LINES or not any(known):
        return conversation
    # From another version, or from who knows where.
    return replace(conversation, line="", told="", remind=False, stage="")


def _slots(slots: Any) -> Iterator[Slot]:
    for name, slot in (slots if isinstance(slots, dict) else {}).items():
        words = getattr(slot, "value", None)
        if isinstance(words, str) and words.strip():
            yield Slot(str(name), words, tuple(_ids(slot)))


def _ids(slot: Any) -> Iterator[str]:
    resolutions = getattr(slot, "resolutions", None)
    for authority in getattr(resolutions, "resolutions_per_authority", None) or ():
        for value in getattr(authority, "values", None) or ():
            identity = getattr(getattr(value, "value", None), "id", None)
            if isinstance(identity, str):
                yield identity
