"""Facts: what a reader must know of an entry besides its texts, such as where an answer comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from skill.catalog.catalog import Catalog
from skill.catalog.risk_reply import RiskReply
from skill.catalog.self_check_texts import SelfCheckTexts
from skill.catalog.text import Place
from skill.catalog.topic import Topic
from skill.risk.signs import Signs

Fact = tuple[str, str]
"""A label, and what it says."""


class Facts:
    """Tells facts of the parts of one catalog in one place."""

    def __init__(self, catalog: Catalog, signs: Signs, place: Place) -> None:
        self._catalog = catalog
        self._signs = signs
        self._place = place
        self._tellers: Mapping[type, Callable[[str, Any], Iterator[Fact]]] = {
            Topic: self._topic,
            RiskReply: self._risk,
            SelfCheckTexts: self._self_check,
        }

    def of(self, name: str, part: Any) -> tuple[Fact, ...]:
        """In: the name of an entry, and that part of the catalog. Out: its facts; none for most kinds."""
        tell = self._tellers.get(type(part))
        return tuple(tell(name, part)) if tell else ()

    def _topic(self, _: str, topic: Topic) -> Iterator[Fact]:
        if topic.section:
            yield "section of the article", topic.section
        else:
            yield "source", topic.source or "none named"
        if not topic.in_danger:
            yield "in danger", "not told; who to call is said again"
        if topic.comforts:
            yield "in place of a warm word", f"it names {self._place.lines[topic.comforts].name}"
        yield "offered next", "; ".join(self._name(name) for name in topic.next)

    def _risk(self, name: str, reply: RiskReply) -> Iterator[Fact]:
        yield "level", reply.level
        yield "repeats the number of", self._place.lines[reply.line].name
        levels = [
            level for level, named in (*self._signs.by_level.items(), *self._signs.perhaps.items()) if named == name
        ]
        if levels:
            yield "also when only the model heard", ", ".join(levels)
        if over := [level for level, named in self._signs.over.items() if named == name]:
            yield "when it is long over", ", ".join(over)
        if doubts := [level for level, named in self._signs.in_doubt.items() if named == name]:
            yield "also when neither heard nor ruled out", ", ".join(doubts)
        if heard := [level for level, named in self._signs.perhaps_heard.items() if named == name]:
            yield "also when only the model heard it, unsure, beside something else", ", ".join(heard)
        if reply.answer:
            yield "the answer that follows", self._name(reply.answer)

    def _self_check(self, _: str, check: SelfCheckTexts) -> Iterator[Fact]:
        yield "mode", check.mode
        yield "begins after", self._name(check.topic)
        yield "offered next", self._name(check.next)
        yield "told instead to someone who asks on another's behalf", self._name(check.for_other)
        yield "a no", "; ".join(check.says_no)
        yield "a yes", "; ".join(check.says_yes)

    def _name(self, topic: str) -> str:
        return self._catalog.topics[topic].name.plain(self._place)
