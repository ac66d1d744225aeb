"""Text: words from a data file, in which a phone line may be named but no number is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Literal, cast, get_args

LONGEST_SECONDS = 30
"""Nothing is heard longer than this (150 words a minute)."""

Form = Literal["number", "name", "at", "reach"]
FORMS: tuple[Form, ...] = get_args(Form)

_PLACEHOLDER = re.compile(r"\{([a-z_]+)(?:\.([a-z_]+))?\}")
_SENTENCE_END = re.compile(r"[.?!](\s|$)")
_WORDS_PER_SECOND = 150 / 60  # an unhurried voice


@dataclass(frozen=True)
class Line:
    """Someone to call. Without a number (a place we know none for) its name is said instead."""

    name: str
    number: str | None = None
    """Digits in the groups in which they are read, parted by hyphens or spaces."""
    reach: str = "call"
    """How to reach it: "call", or "call or text"."""
    source: str = ""
    """Where the number was read."""
    checked: date | None = None
    """When it was last read there."""
    status: Literal["official", "unconfirmed"] = "unconfirmed"
    """Official: read on the authority's own page or a government copy of it."""

    @cached_property
    def groups(self) -> list[str]:
        """The number's groups of digits; empty without a number."""
        return re.findall(r"\d+", self.number or "")


@dataclass(frozen=True)
class Place:
    """The lines that work where the listener is."""

    lines: Mapping[str, Line]


@dataclass(frozen=True)
class Ref:
    """A line named in a text."""

    line: str
    form: Form


_ref = cache(Ref)
"""The same object for the same line and form: hundreds of texts name the emergency number."""


@dataclass(frozen=True)
class Text:
    """Words and named lines, in order."""

    parts: tuple[str | Ref, ...]

    @staticmethod
    def parse(raw: str, allowed: frozenset[str]) -> Text:
        """Read a text from a data file.

        In: the text, and the names that may stand in braces. Raises ValueError with a plain reason.
        """
        parts: list[str | Ref] = []
        end = 0
        for match in _PLACEHOLDER.finditer(raw):
            name, form = match.group(1), match.group(2) or "number"
            if name not in allowed:
                raise ValueError(f"{match.group(0)} is not known; use one of {', '.join(sorted(allowed))}")
            if form not in FORMS:
                raise ValueError(f"{match.group(0)}: after the dot comes one of name, at, reach")
            parts += [raw[end : match.start()], _ref(name, cast(Form, form))]
            end = match.end()
        parts.append(raw[end:])
        if any("{" in part or "}" in part for part in parts if isinstance(part, str)):
            raise ValueError("a brace is open or stray; write {helpline} or leave braces out")
        return Text(tuple(part for part in parts if part))

    def fill(self, name: str, value: Text | str) -> Text:
        """The same text with a blank such as {name} filled in; filled with a Text, that text's lines stay lines."""
        inner = (value,) if isinstance(value, str) else value.parts
        parts: list[str | Ref] = []
        for part in self.parts:
            parts += inner if isinstance(part, Ref) and part.line == name else [part]
        return Text(tuple(parts))

    def aim(self, line: str) -> Text:
        """The same text with {line} meaning the given line."""
        return Text(
            tuple(
                _ref(line, part.form) if isinstance(part, Ref) and part.line == "line" else part for part in self.parts
            )
        )

    def names(self, line: str) -> bool:
        """Whether the text names a line."""
        return any(isinstance(part, Ref) and part.line == line for part in self.parts)

    def opens_with(self, line: str) -> bool:
        """Whether the first sentence of the text names a line."""
        for part in self.parts:
            if isinstance(part, str) and _SENTENCE_END.search(part):
                return False
            if isinstance(part, Ref) and part.line == line:
                return True
        return False

    def first(self, lines: Collection[str]) -> str:
        """The first of some lines that the text names, or nothing."""
        return next((part.line for part in self.parts if isinstance(part, Ref) and part.line in lines), "")

    def plain(self, place: Place) -> str:
        """For the eye: cards and review pages."""
        return self.told(place, str, lambda line: line.number or "")

    def told(self, place: Place, words: Callable[[str], str], number: Callable[[Line], str]) -> str:
        """In: where it is told, how words are written, and how a line's number is. Out: the whole text."""
        return "".join(
            words(part) if isinstance(part, str) else _named(place, part, self._starts(index), words, number)
            for index, part in enumerate(self.parts)
        )

    def _starts(self, index: int) -> bool:
        """Whether a part begins a sentence, for a name is written large there."""
        before = self.parts[index - 1] if index else "."
        return isinstance(before, str) and before.rstrip().endswith((".", "?", "!"))

    def seconds(self, place: Place) -> float:
        """About how long it is heard, in seconds at 150 words a minute; a digit counts as a word."""
        count = 0
        for part in self.parts:
            if isinstance(part, str):
                count += len(part.split())
                continue
            line = place.lines[part.line]
            digits = sum(map(len, line.groups)) or len(line.name.split())
            name = len(line.name.split())
            count += {"number": digits, "name": name, "at": name + 1 + digits, "reach": 1}[part.form]
        return count / _WORDS_PER_SECOND


Variants = tuple[Text, ...]
"""Texts of which one is said, or that are said one after the other."""


def _named(place: Place, ref: Ref, starts: bool, words: Callable[[str], str], number: Callable[[Line], str]) -> str:
    line = place.lines[ref.line]
    if ref.form == "reach":
        return words(_large(line.reach, starts))
    if ref.form == "name" or not line.groups:
        return words(_large(line.name, starts))
    return f"{words(_large(line.name, starts))} at {number(line)}" if ref.form == "at" else number(line)


def _large(words: str, starts: bool) -> str:
    return words[:1].upper() + words[1:] if starts else words
