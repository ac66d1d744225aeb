"""Text: words from a data file, in which a phone line may be named but no number is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

Form = Literal["number", "name", "at", "reach"]
FORMS: tuple[Form, ...] = ("number", "name", "at", "reach")

_PLACEHOLDER = re.compile(r"\{([a-z_]+)(?:\.([a-z_]+))?\}")
_WORDS_PER_SECOND = 150 / 60  # an unhurried voice
_PAUSE = '<break time="300ms"/>'


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

    @property
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


@dataclass(frozen=True)
class Text:
    """Words and named lines, in order. It becomes SSML for the ear or plain words for the eye in one place each."""

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
            parts += [raw[end : match.start()], Ref(name, cast(Form, form))]
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
                Ref(line, part.form) if isinstance(part, Ref) and part.line == "line" else part for part in self.parts
            )
        )

    def names(self, line: str) -> bool:
        """Whether the text names a line."""
        return any(isinstance(part, Ref) and part.line == line for part in self.parts)

    def first(self, lines: Collection[str]) -> str:
        """The first of some lines that the text names, or nothing."""
        return next((part.line for part in self.parts if isinstance(part, Ref) and part.line in lines), "")

    def ssml(self, place: Place) -> str:
        """For the ear: escaped words, and numbers read digit by digit, in groups."""
        return "".join(
            _escaped(part) if isinstance(part, str) else _spoken(place, part, self._starts(index))
            for index, part in enumerate(self.parts)
        )

    def plain(self, place: Place) -> str:
        """For the eye: cards and review pages."""
        return "".join(
            part if isinstance(part, str) else _shown(place, part, self._starts(index))
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


def _spoken(place: Place, ref: Ref, starts: bool) -> str:
    line = place.lines[ref.line]
    if ref.form in ("name", "reach") or not line.groups:
        return _escaped(_shown(place, ref, starts))
    # `digits` and not `telephone`: the latter is only defined for 7 or 10 digits, and 1-800 numbers have 11.
    number = _PAUSE.join(f'<say-as interpret-as="digits">{group}</say-as>' for group in line.groups)
    return f"{_escaped(_large(line.name, starts))} at {number}" if ref.form == "at" else number


def _shown(place: Place, ref: Ref, starts: bool) -> str:
    line = place.lines[ref.line]
    words = line.reach if ref.form == "reach" else line.name if ref.form == "name" or not line.number else line.number
    if ref.form == "at" and line.number:
        words = f"{line.name} at {line.number}"
    return _large(words, starts)


def _escaped(words: str) -> str:
    # As xml.sax.saxutils does, which would load urllib and ssl: 15 ms. Several times as quick as str.translate.
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _large(words: str, starts: bool) -> str:
    return words[:1].upper() + words[1:] if starts else words
