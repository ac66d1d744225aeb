"""Reader: the printed page, in either format, back into its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

TAGS = set(
    "html head meta title style body h1 h2 h3 nav ul li a p b strong code table tr th td article blockquote".split()
)
VOID = {"meta"}


@dataclass
class Printed:
    """What stands on the page."""

    sections: list[str] = field(default_factory=list)
    entries: dict[str, str] = field(default_factory=dict)
    """Key of the catalog -> all that stands there."""
    names: list[str] = field(default_factory=list)
    """The headings of the entries."""
    texts: list[tuple[str, str]] = field(default_factory=list)
    """What stands above a text (its form, seconds and level), and the text."""
    whole: str = ""


def read_markdown(page: str) -> Printed:
    plain = re.sub(r"\\([\\`*_<|~&])", r"\1", page)
    printed = Printed(sections=re.findall(r"^## (.+)$", plain, re.MULTILINE), whole=plain)
    for entry in re.split(r"^##", plain, flags=re.MULTILINE):
        if heading := re.match(r"# (.+)\n\n`(.+)`\n", entry):
            printed.names.append(heading[1])
            printed.entries[heading[2]] = entry
    quotes = re.findall(r"^(\*\*.+)\n\n> (.+(?:\n> .+)*)$", plain, re.MULTILINE)
    printed.texts = [(above, quote.replace("  \n> ", "\n")) for above, quote in quotes]
    return printed


def read_html(page: str) -> Printed:
    """Fails where a tag is strange, or not closed where it must be."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader.printed


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.printed = Printed()
        self.open: list[str] = []
        self._key = self._words = self._above = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        named: Mapping[str, str | None] = dict(attrs)
        assert set(named) <= {"lang", "charset", "name", "content", "class", "id", "href"}, named
        if tag not in VOID:
            self.open.append(tag)
        if tag == "article":
            self._key = str(named["id"])
            self.printed.entries[self._key] = ""
        if tag in ("h2", "h3", "p", "blockquote"):
            self._words = ""

    def handle_data(self, data: str) -> None:
        self._words += data
        if "style" not in self.open:
            self.printed.whole += data
        if "article" in self.open:
            self.printed.entries[self._key] += data

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "h2":
            self.printed.sections.append(self._words)
        if tag == "h3":
            self.printed.names.append(self._words)
        if tag == "p":
            self._above = self._words
        if tag == "blockquote":
            self.printed.texts.append((self._above, self._words))
