"""Script: a key, such as `topic:detox` -> the words and the card it stands for.

Everything said has a key, so that the session can remember what was said without its words. Keys joined by a plus are
said one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from skill.catalog import Catalog
from skill.reply import Card
from skill.text import Text


@dataclass(frozen=True)
class Script:
    """What a key stands for."""

    say: tuple[Text, ...]
    card: Card | None = None


class Scripts:
    """Looks keys up in the catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def of(self, key: str) -> Script:
        """What a key stands for. Raises KeyError when it stands for nothing."""
        scripts = [self._one(part) for part in key.split("+")]
        return Script(
            tuple(text for script in scripts for text in script.say),
            next((script.card for script in scripts if script.card), None),
        )

    def _one(self, key: str) -> Script:
        kind, *rest = key.split(":")
        if kind == "topic":
            return self._topic(rest[0], int(rest[1]) if len(rest) > 1 else 0)
        if kind == "risk":
            reply = self._catalog.risk[rest[0]]
            say = reply.other if rest[1] == "other" and reply.other else reply.say
            return Script((say,), Card(reply.title, (say, self._catalog.disclaimer.card)))
        helpline = self._catalog.helpline
        if kind == "helpline":
            return Script((helpline.answer,), Card(helpline.title, (helpline.card, self._catalog.disclaimer.card)))
        if kind in ("number", "call"):
            text = (self._catalog.risk_number if kind == "number" else self._catalog.risk_call).aim(rest[0])
            return Script((text,), Card(helpline.title, (helpline.line_card.aim(rest[0]),)))
        if kind == "sources":
            return Script((self._catalog.prompts.sources.fill("source", self._catalog.source.name),))
        raise KeyError(key)

    def _topic(self, name: str, part: int) -> Script:
        topic, source = self._catalog.topics[name], self._catalog.source
        texts = [topic.card]
        if topic.section:
            texts.append(source.card.fill("section", topic.section))
        if topic.source:
            texts.append(source.card_other.fill("source", topic.source))
        texts.append(self._catalog.disclaimer.card)
        say = (topic.answer, *topic.more)[part]
        return Script((say,), Card(topic.name, tuple(texts)))

    def knows(self, key: str) -> bool:
        """Whether a key stands for anything."""
        try:
            return bool(self.of(key).say)
        except (KeyError, IndexError, ValueError):
            return False
