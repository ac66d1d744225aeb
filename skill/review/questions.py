"""Questions: what people say that leads to an answer or a reply, from the data that the skill hears with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from skill.parts import Parts
from skill.review.entry import Asked
from skill.risk.signs import Signs
from skill.speaker.model import Filled, Model

MOST = 10
"""How many examples are shown."""
_OTHER_INTENTS = {
    "HelplineIntent": "helpline",
    "CallForMeIntent": "risk_call",
    "ThatNumberIntent": "risk_number",
    "TopicsIntent": "prompts.topics",
    "SourcesIntent": "prompts.sources",
    "ForMeIntent": "prompts.for_me",
}
"""The intents that lead to no topic and no danger, and to what."""


class Questions:
    """Finds what leads to an entry of the catalog by its key."""

    def __init__(self, parts: Parts, signs: Signs, model: Model, asks: Mapping[str, Sequence[str]]) -> None:
        self._catalog = parts.catalog
        self._signs: dict[str, list[str]] = {}
        for words, reply in ((words, sign.reply) for sign in signs.signs.values() for words in sign.hears):
            told = parts.detector.read(words).reply or reply  # more than one sign may be in the words
            self._signs.setdefault(f"risk.{told}", []).append(words)
        self._samples: dict[str, list[str]] = {f"topics.{topic}": list(said) for topic, said in asks.items()}
        slots = {intent.name: list(intent.slots) for intent in model.intents}
        for words, intent, filled in model.spoken():
            in_order = sorted(filled, key=lambda slot: slots[intent].index(slot.name))
            if key := self._led_to(intent, in_order):
                self._samples.setdefault(key, []).append(words)

    def of(self, key: str, part: Any) -> tuple[Asked, ...]:
        """In: the key of an entry, and that part of the catalog. Out: what leads there, by where it is written."""
        kinds = (
            ("signs.yaml", self._signs.get(key, ())),
            ("responses.yaml, as phrases", getattr(part, "hears", ())),
            ("the interaction model", self._samples.get(key, ())),
        )
        return tuple(_some(source, tuple(dict.fromkeys(said))) for source, said in kinds if said)

    def _led_to(self, intent: str, slots: Sequence[Filled]) -> str | None:
        """The key that an intent leads to: of what its slots name before its own, as answers.py decides."""
        if reply := self._catalog.risk_of(intent):
            return f"risk.{reply}"
        if main := self._catalog.topic_of(intent):
            return f"topics.{next(self._named(main, slots), main)}"
        return _OTHER_INTENTS.get(intent)

    def _named(self, main: str, slots: Sequence[Filled]) -> Iterator[str]:
        named = [slot.value.id for slot in slots if slot.value and slot.value.id]
        if self._catalog.topics[main].weighs and (compared := self._catalog.comparison(named)):
            yield compared
        yield from (name for name in named if name in self._catalog.topics)


def _some(source: str, said: Sequence[str]) -> Asked:
    """Examples evenly picked, for those that stand beside each other are alike."""
    count = min(MOST, len(said))
    return Asked(source, tuple(said[index * len(said) // count] for index in range(count)), len(said) - count)
