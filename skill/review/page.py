"""Page: what is printed for review, before it is Markdown or HTML."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.catalog.text import LONGEST_SECONDS, Line
from skill.evaluate.asks import load_asks
from skill.files import ASKS, CATALOG, MODELS, ROOT, SIGNS
from skill.parts import read_sources
from skill.review.entry import HARD_TO_READ, TOO_LONG, Said, Section
from skill.review.facts import Facts
from skill.review.questions import Questions
from skill.review.reading import HARD
from skill.review.spoken import sections
from skill.risk.signs import load_signs
from skill.shape import DataError
from skill.speaker.model import load_model

SIGNED = ("Reviewer", "Profession and licence", "Date", "Signature")
"""What the reviewer fills in."""
LINE_COLUMNS = ("line", "name", "number", "how to reach it", "where it was read", "when", "status")
NOTES = (
    "Seconds are at 150 words a minute; a digit counts as a word. The reading level is a school grade (Kincaid 1975).",
    f"Over {LONGEST_SECONDS} seconds a text is marked {TOO_LONG}; above grade {HARD}, {HARD_TO_READ}.",
    "Words in [brackets] stand for what is filled in; seconds and grade are those with the longest that can be.",
)


@dataclass(frozen=True)
class Page:
    """Everything the skill can say in one locale."""

    locale: str
    versions: tuple[tuple[str, str], ...]
    """What exactly was reviewed: names, and versions or digests."""
    heard_with: str
    """The interaction model whose questions are shown."""
    lines: Mapping[str, Line]
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The headline."""
        return f"Everything Kratom Guide can say ({self.locale})"

    @property
    def said(self) -> Iterator[tuple[str, Said]]:
        """Every text that is heard, with the key of its entry."""
        entries = (entry for section in self.sections for entry in section.entries)
        return ((entry.key, text) for entry in entries for text in entry.texts if isinstance(text, Said))

    @property
    def summary(self) -> tuple[tuple[str, str], ...]:
        """The page in figures: a label, and what it says."""
        said = list(self.said)
        key, longest = max(said, key=lambda item: item[1].seconds)
        return (
            ("texts that are heard", str(len(said))),
            ("longest", f"{longest.seconds:.1f} seconds ({key}, {longest.form})"),
            ("mean reading level", f"grade {sum(text.grade for _, text in said) / len(said):.1f}"),
            *((mark, str(sum(mark in text.marks for _, text in said))) for mark in (TOO_LONG, HARD_TO_READ)),
        )


def make_page(locale: str) -> Page:
    """Read the project's files. Raises DataError: a file is broken, or no lines are known for the locale."""
    parts = read_sources()
    catalog = parts.catalog
    if locale not in catalog.places:
        known = ", ".join(catalog.places)
        raise DataError([f"{CATALOG}: places: there is no locale {locale!r}; known are {known}"])
    model = MODELS / f"{locale}.json"
    model = model if model.exists() else MODELS / "en-US.json"
    signs, place = load_signs(SIGNS, catalog), catalog.place(locale)
    questions = Questions(parts, signs, load_model(model), load_asks(ASKS, catalog))
    spoken = sections(catalog, place, questions, Facts(catalog, signs, place))
    return Page(locale, _versions(), str(model.relative_to(ROOT)), place.lines, spoken)


def line_row(key: str, line: Line) -> tuple[str, ...]:
    """A line to call, by LINE_COLUMNS."""
    checked = line.checked.isoformat() if line.checked else ""
    number = line.number or "none known; its name is said"
    return (key, line.name, number, line.reach, line.source, checked, line.status)


def _versions() -> tuple[tuple[str, str], ...]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return (("Kratom Guide", str(project["version"])), *((path.name, _digest(path)) for path in (CATALOG, SIGNS)))


def _digest(path: Path) -> str:
    return f"SHA-256 {hashlib.sha256(path.read_bytes()).hexdigest()[:16]}"
