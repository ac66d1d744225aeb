"""Turns: a model and the skill's entry -> the turns that rules look at, each driven once.

What is said is not heard first: the intent and the slots that Alexa would send are known from the model.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from skill.preflight.exchange import Exchange
from skill.preflight.model_file import ModelFile
from skill.speaker.envelope import Session
from skill.speaker.hearing import Heard
from skill.speaker.model import SEARCH_QUERY, Filled
from skill.speaker.speaker import Respond
from skill.where import where

FREE_WORDS = "purple elephants"
"""Fills a slot for free words with what no answer is about."""
ODD_WORDS = ("?", "purple elephants", "911", "help", "word " * 28)
"""What fills a slot that expects something else; the last has 140 characters."""
ENDINGS = ("USER_INITIATED", "EXCEEDED_MAX_REPROMPTS", "ERROR")


class Turns:
    """The turns of one locale."""

    def __init__(self, file: ModelFile, respond: Respond, clock: Callable[[], float]) -> None:
        """In: the model, the skill's entry, and what times a turn, in seconds."""
        self.file = file
        self._respond = respond
        self._clock = clock
        self._count = itertools.count()
        self._slots: Mapping[str, Mapping[str, str]] = {intent.name: intent.slots for intent in file.model.intents}
        self._everywhere: dict[str, tuple[Exchange, ...]] = {}

    def has(self, intent: str) -> bool:
        """Whether the model has an intent."""
        return intent in self._slots

    # The turns

    @cached_property
    def launch(self) -> Exchange:
        """The skill is opened."""
        return self.drive("LaunchRequest", "LaunchRequest", self._session().launch())

    @cached_property
    def one_shots(self) -> tuple[Exchange, ...]:
        """Each intent once, in a session of its own, by its first sample."""
        first = {heard.intent: (words, heard) for words, heard in reversed(list(self._said()))}
        return tuple(self._new(*first.get(name, ("", Heard(name)))) for name in self._slots)

    @cached_property
    def samples(self) -> tuple[Exchange, ...]:
        """Each sample utterance with each value of its slots, in a session of its own."""
        return tuple(self._new(words, heard) for words, heard in self._said())

    @cached_property
    def odd_slots(self) -> tuple[Exchange, ...]:
        """Each intent that has slots, with all of them empty, and filled with what they don't expect."""
        return tuple(self._odd())

    @cached_property
    def states(self) -> tuple[Exchange, ...]:
        """A turn for each different state that a session can be left open in, within two turns."""
        first = _distinct((self.launch, *self.one_shots))
        built_in = [intent for intent in self._slots if intent.startswith("AMAZON.")]
        second = (self.after(state, intent) for state in first for intent in built_in)
        return _distinct((*first, *second))

    def everywhere(self, intent: str) -> tuple[Exchange, ...]:
        """An intent without slots, in a new session and in every state; nothing when the model lacks it."""
        if intent not in self._everywhere:
            turns = [self._new("", Heard(intent)), *(self.after(state, intent) for state in self.states)]
            self._everywhere[intent] = tuple(turns) if self.has(intent) else ()
        return self._everywhere[intent]

    @cached_property
    def endings(self) -> tuple[Exchange, ...]:
        """The session ends from outside, in a new session and in every state, for every reason."""
        return tuple(
            self.drive(
                "SessionEndedRequest",
                f"SessionEndedRequest {reason}{_after(state)}",
                self._session(state).ended(reason),
            )
            for state in (None, *self.states)
            for reason in ENDINGS
        )

    @cached_property
    def all(self) -> tuple[Exchange, ...]:
        """All of these but the endings."""
        built_in = (self.everywhere(intent) for intent in self._slots if intent.startswith("AMAZON."))
        every = (
            self.launch,
            *self.one_shots,
            *self.samples,
            *self.odd_slots,
            *self.states,
            *itertools.chain(*built_in),
        )
        return tuple({id(exchange): exchange for exchange in every}.values())

    # How a turn is driven

    def after(self, state: Exchange, intent: str) -> Exchange:
        """An intent without slots, in the session that a turn left open."""
        request = self._session(state).intent(Heard(intent), self._slots.get(intent, {}))
        return self.drive(intent, f"{intent}{_after(state)}", request)

    def drive(self, intent: str, key: str, request: dict[str, Any]) -> Exchange:
        """Any request. What the skill raises is kept as the turn's failure, for a rule to report."""
        inner = request.get("request")
        if isinstance(inner, dict) and "requestId" in inner:  # it chooses among variants: each run is alike
            inner["requestId"] = f"amzn1.echo-api.request.{next(self._count)}"
        started = self._clock()
        try:
            response, failure = self._respond(request), ""
        except Exception as error:
            response, failure = {}, where(error)
        return Exchange(self.file.path, key, intent, request, response, self._clock() - started, failure)

    def _new(self, words: str, heard: Heard) -> Exchange:
        request = self._session().intent(heard, self._slots.get(heard.intent, {}))
        return self.drive(heard.intent, f"{heard.intent}: {words}" if words else heard.intent, request)

    def _session(self, state: Exchange | None = None) -> Session:
        if state is None:
            return Session(self.file.locale)
        return Session(self.file.locale, attributes=state.attributes, new=False)

    def _said(self) -> Iterator[tuple[str, Heard]]:
        for words, intent, slots in self.file.model.spoken():
            yield words, Heard(intent, slots)
        for sample, intent, slot in self.file.model.free():
            filled = Filled(slot, FREE_WORDS, SEARCH_QUERY)
            yield sample.replace(f"{{{slot}}}", FREE_WORDS), Heard(intent, (filled,))

    def _odd(self) -> Iterator[Exchange]:
        for intent, slots in self._slots.items():
            if not slots:
                continue
            yield self._new("(every slot empty)", Heard(intent))
            for words in ODD_WORDS:
                filled = tuple(Filled(slot, words.strip(), kind) for slot, kind in slots.items())
                yield self._new(f"(every slot {words.strip()[:20]!r})", Heard(intent, filled))


def _after(state: Exchange | None) -> str:
    return f", after {state.key}" if state else ""


def _distinct(exchanges: Iterable[Exchange]) -> tuple[Exchange, ...]:
    """The open ones, one for each state of the session."""
    states: dict[str, Exchange] = {}
    for exchange in exchanges:
        if exchange.open:
            states.setdefault(json.dumps(exchange.attributes, sort_keys=True), exchange)
    return tuple(states.values())
