"""Recording: a turn and its reply -> Record, so that no door has to look into a request."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

from ask_sdk_core.dispatch_components import AbstractResponseInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from skill.alexa.request import EVENT, EXCEPTION, REPLY, STARTED, turn_of
from skill.catalog.catalog import Catalog
from skill.record import OTHER, Failure, Record, Recorder
from skill.reply import Reply
from skill.turn import PHRASE, Turn


class RecordInterceptor(AbstractResponseInterceptor):  # type: ignore[misc]
    """Hands the record of each turn to the door's recorder, after the reply was made."""

    def __init__(self, catalog: Catalog, intents: Iterable[str], recorder: Recorder) -> None:
        """In: the catalog, the intents that handlers name, and what takes the records."""
        self._catalog = catalog
        self._known = {PHRASE, *intents, *catalog.intents}
        self._recorder = recorder

    def process(self, handler_input: HandlerInput, response: Response) -> None:  # noqa: ARG002
        """After a handler."""
        self.record(handler_input)

    def record(self, handler_input: HandlerInput, *, raised: bool = False) -> None:
        """In: the handler input after the reply, and whether our own code raised instead."""
        attributes = handler_input.attributes_manager.request_attributes
        turn, reply = turn_of(handler_input), attributes.get(REPLY)
        started = attributes.get(STARTED, time.perf_counter())
        self._recorder(
            Record(
                intent=self._intent(turn),
                topic=reply.topic if isinstance(reply, Reply) else "",
                level=turn.risk.level,
                locale=turn.locale if turn.locale in self._catalog.places else OTHER,
                milliseconds=(time.perf_counter() - started) * 1000,
                failure="raised" if raised else self._failure(turn, handler_input.request_envelope.request),
            )
        )

    def _failure(self, turn: Turn, request: Any) -> Failure:
        """Of Alexa's own error only that there was one: its message may quote what was said."""
        reason = getattr(getattr(request, "reason", None), "value", None)
        if turn.intent == EXCEPTION or reason == "ERROR":  # a session's other ends are a person's wish, or silence
            return "unheard"
        return "unknown" if self._intent(turn) == OTHER and not turn.intent.startswith(EVENT) else ""

    def _intent(self, turn: Turn) -> str:
        name = PHRASE if turn.free else turn.intent
        return name if name in self._known else OTHER
