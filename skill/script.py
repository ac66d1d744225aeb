"""Script: a key, such as `topic:detox` -> the words and the card it stands for.

Everything said has a key, so that the session can remember what was said without its words. Keys joined by a plus are
said one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from skill.catalog import LINES, Catalog
from skill.reply import Card
from skill.text import Text

REPEATABLE = frozenset(
    "help help_again help_in_danger fallback fallback_again unknown unknown_statement error topics topics_more "
    "which_one for_me same".split()
)
"""Prompts that can be said again."""


@dataclass(frozen=True)
class Script:
    """What a key stands for."""

    say: tuple[Text, ...]
    card: Card | None = None


class Scripts:
    """Looks keys up in the catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def of(self, key: str, *, other: bool = False) -> Script:
        """In: a key, and whether they ask for someone else. Out: what it stands for. Raises KeyError: for nothing."""
        scripts = [self._one(part, other) for part in key.split("+")]
        return Script(
            tuple(text for script in scripts for text in script.say),
            next((script.card for script in scripts if script.card), None),
        )

    def _one(self, key: str, other: bool) -> Script:
        catalog, helpline = self._catalog, self._catalog.helpline
        match key.split(":"):
            case ["topic", name]:
                return self._topic(name, 0, other)
            case ["topic", name, "again"] if again := catalog.topics[name].again:
                return Script((again,), self._topic(name, 0, other).card)
            case ["topic", name, part] if part.isascii() and part.isdigit():
                return self._topic(name, int(part), other)
            case ["risk", name, "perhaps"] if perhaps := catalog.risk[name].perhaps:
                return Script((perhaps,), Card(catalog.risk[name].title, (perhaps, catalog.disclaimer.card)))
            case ["risk", name, "self" | "other" as whom]:
                reply = catalog.risk[name]
                say = reply.other if whom == "other" and reply.other else reply.say
                return Script((say,), Card(reply.title, (say, catalog.disclaimer.card)))
            case ["brief", name]:
                reply = catalog.risk[name]
                return Script((reply.brief or reply.say,), Card(reply.title, (reply.say, catalog.disclaimer.card)))
            case ["warm", name]:
                reply = catalog.risk[name]
                return Script((reply.warm or reply.say,), Card(reply.title, (reply.say, catalog.disclaimer.card)))
            case ["still", name, "self"]:
                reply = catalog.risk[name]
                return Script((reply.still or catalog.risk_still.aim(reply.line),), Card(reply.title, (reply.say,)))
            case ["still_again", line] if line in LINES:
                text = catalog.risk_still_again.aim(line)
                return Script((text,), Card(helpline.title, (helpline.line_card.aim(line),)))
            case ["after", name, line] if line in LINES:
                text = catalog.after_danger[name].say.aim(line)
                return Script((text,), Card(helpline.title, (helpline.line_card.aim(line),)))
            case ["helpline"]:
                return Script((helpline.answer,), Card(helpline.title, (helpline.card, catalog.disclaimer.card)))
            case ["number" | "call" as kind, line] if line in LINES:
                text = (catalog.risk_number if kind == "number" else catalog.risk_call).aim(line)
                return Script((text,), Card(helpline.title, (helpline.line_card.aim(line),)))
            case ["still", line] if line in LINES:
                return Script((catalog.risk_still.aim(line),), Card(helpline.title, (helpline.line_card.aim(line),)))
            case ["check", "some" | "none" as noticed]:
                check = catalog.self_check
                say = check.some if noticed == "some" else check.none
                return Script((say,), Card(check.title, (say, catalog.disclaimer.card)))
            case ["perhaps", name]:
                return Script((catalog.prompts.perhaps.fill("name", catalog.topics[name].name),))
            case ["remember", line] if line in LINES:
                return Script((catalog.prompts.remember.aim(line),))
            case ["sources"]:
                return Script((catalog.prompts.sources.fill("source", catalog.source.name),))
            case ["prompt", name] if name in REPEATABLE:
                return Script((getattr(catalog.prompts, name),))
        raise KeyError(key)

    def _topic(self, name: str, part: int, other: bool) -> Script:
        topic, source = self._catalog.topics[name], self._catalog.source
        texts = [topic.card]
        if topic.section:
            texts.append(source.card.fill("section", topic.section))
        if topic.source:
            texts.append(source.card_other.fill("source", topic.source))
        texts.append(self._catalog.disclaimer.card)
        parts = (topic.answer, *topic.more)
        if part >= len(parts):
            raise KeyError(name)
        say = parts[part]
        if other and topic.other and part == 0:
            say = topic.other
        if name == self._catalog.self_check.topic and not self._catalog.self_check.asks:
            say = self._catalog.self_check.reflection
        return Script((say,), Card(topic.name, tuple(texts)))

    def knows(self, key: str) -> bool:
        """Whether a key stands for anything."""
        try:
            return bool(self.of(key).say)
        except (KeyError, IndexError, ValueError):
            return False


def last_key(key: str) -> str:
    """The last of the keys that a key joins."""
    return key.rpartition("+")[2]


def topic_in(key: str) -> str:
    """The topic that a key is about; empty when it is about none."""
    return key.split(":")[1] if key.startswith("topic:") and "+" not in key else ""
