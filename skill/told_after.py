"""Told after: what people tell or ask after a danger -> the item of after_danger in the catalog that answers it."""

from __future__ import annotations

from collections.abc import Callable

from skill.catalog import AfterDanger, Catalog
from skill.conversation import Conversation
from skill.patterns import Patterns
from skill.turn import Turn


class ToldAfter:
    """Finds what fits the danger told of. Each answer is the name of an item, or an empty text for none."""

    def __init__(self, catalog: Catalog, plain: Callable[[str], str]) -> None:
        """In: the catalog, and what makes words plain."""
        self._items = catalog.after_danger
        self._plain = plain
        self._hears = Patterns({phrase: name for name, item in self._items.items() for phrase in item.hears}, {})
        self._unless = {name: Patterns.of(item.unless) for name, item in self._items.items()}

    def item(self, name: str) -> AfterDanger | None:
        """The item of a name."""
        return self._items.get(name)

    def said(self, key: str) -> AfterDanger | None:
        """The item that a key of what was said stands for."""
        return self._items.get(key.split(":")[1]) if key.startswith("after:") else None

    @staticmethod
    def key(name: str, line: str) -> str:
        """The key of an item's words, about a line."""
        return f"after:{name}:{line}"

    def told(self, turn: Turn) -> str:
        """What the words tell."""
        padded = f" {self._plain(turn.words)} "
        told = (name for name, _ in self._hears.find(padded, denied=True))
        fitting = (name for name in told if _fits(turn.conversation, self._items[name]))
        return next((name for name in fitting if not self._unless[name].any_in(padded)), "")

    def told_later(self, turn: Turn) -> str:
        """The same once something else was asked: right after that any, and later what fits that danger alone.

        Later too that help is there or on its way. Where only the model heard the danger, no more than that.
        """
        name, before = self.told(turn), turn.conversation
        item = self._items.get(name)
        fits = item and (item.stays or item.over or (item.after and not before.guessed))
        return name if fits or before.just_after_danger else ""

    def instead_of(self, topic: str, conversation: Conversation) -> str:
        """What is said in place of a topic for as long as the danger stands."""
        instead = (name for name, item in self._items.items() if topic in item.instead_of)
        return next((name for name in instead if _fits(conversation, self._items[name])), "")


def _fits(conversation: Conversation, item: AfterDanger) -> bool:
    """Whether it may be said after that danger: a wish to die is not over because someone says "fine"."""
    own = conversation.line == "crisis" and conversation.told.endswith(":self")
    fits = not item.after or conversation.told in item.after or conversation.told_reply in item.after
    return fits and not (own and item.over)
