"""Entry: the parts of the page, whatever it is written in."""

from __future__ import annotations

from dataclasses import dataclass

from skill.catalog.text import LONGEST_SECONDS
from skill.review.reading import HARD

TOO_LONG, HARD_TO_READ = "TOO LONG", "HARD TO READ"
"""The marks of a text: it takes over 30 seconds, it is above 8th grade."""


@dataclass(frozen=True)
class Said:
    """One text that is heard."""

    form: str
    """Which of the entry's texts it is, such as "more 1" or "about someone else"."""
    words: str
    seconds: float
    grade: float
    """The reading level: a school grade."""
    at_most: bool = False
    """Whether it has a blank, so that the seconds are those of the longest that can fill it."""

    @property
    def measures(self) -> tuple[str, ...]:
        """How long it is heard, and how hard it is."""
        return (f"{'up to ' if self.at_most else ''}{self.seconds:.1f} seconds", f"grade {self.grade:.1f}")

    @property
    def marks(self) -> tuple[str, ...]:
        """What a reader should look at twice, in words: paper may have no colour."""
        marks = ((TOO_LONG, self.seconds > LONGEST_SECONDS), (HARD_TO_READ, self.grade > HARD))
        return tuple(mark for mark, holds in marks if holds)


@dataclass(frozen=True)
class Shown:
    """One text that stands on a screen or in the app, and is not heard."""

    form: str
    words: str


@dataclass(frozen=True)
class Asked:
    """What people say that leads to an entry."""

    source: str
    """Where it is written."""
    examples: tuple[str, ...]
    more: int
    """How many more there are."""


@dataclass(frozen=True)
class Entry:
    """What belongs together: an answer, a reply to a danger, a prompt."""

    key: str
    """Where it stands in responses.yaml."""
    name: str
    """What it is called when it is offered; or its key in words."""
    facts: tuple[tuple[str, str], ...]
    """What else a reader must know of it: a label, and what it says."""
    texts: tuple[Said | Shown, ...]
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class Section:
    """Entries of one kind."""

    title: str
    note: str
    entries: tuple[Entry, ...]
