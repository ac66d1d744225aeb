"""Blanks: a text with blanks, such as {name}, as it is read, and as the longest that it can become."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from skill.catalog.catalog import Catalog
from skill.catalog.text import Place, Ref, Text

_CALLED = {
    "name": "name of a topic",
    "question": "the question again",
    "section": "section of the article",
    "source": "source",
    "line.number": "number of the line",
    "line.name": "name of the line",
    "line.at": "name and number of the line",
    "line.reach": "call, or call or text",
}
"""What stands in brackets for a blank; for one that is not listed, its name."""


class Blanks:
    """Reads texts of one catalog in one place."""

    def __init__(self, catalog: Catalog, place: Place) -> None:
        self._catalog = catalog
        self._place = place

    def shown(self, text: Text) -> str:
        """The words for a reader, with what a blank stands for in brackets."""
        return Text(tuple(self._named(part) for part in text.parts)).plain(self._place)

    def longest(self, text: Text) -> Text:
        """The text with each blank filled by the longest that can fill it."""
        for blank, filling in self._fillings.items():
            text = text.fill(blank, filling)
        return Text(tuple(self._named(part) for part in text.aim(self._longest_line).parts))

    def _named(self, part: str | Ref) -> str | Ref:
        """Words for a blank; anything else as it is."""
        if isinstance(part, str) or part.line in self._place.lines:
            return part
        return f"[{_CALLED.get(f'{part.line}.{part.form}') or _CALLED.get(part.line) or part.line}]"

    @cached_property
    def _fillings(self) -> Mapping[str, Text]:
        prompts, check = self._catalog.prompts, self._catalog.self_check
        name = self._longest(*(topic.name for topic in self._catalog.topics.values()))
        questions = (*prompts.more_ask, prompts.offer_ask.fill("name", name), *check.questions)
        question = self._longest(*questions, check.begin_ask, check.go_on_ask)
        return {"name": name, "question": question, "source": self._catalog.source.name}

    @cached_property
    def _longest_line(self) -> str:
        return max(self._place.lines, key=lambda line: Text((Ref(line, "at"),)).seconds(self._place))

    def _longest(self, *texts: Text) -> Text:
        return max(texts, key=lambda text: text.seconds(self._place))
