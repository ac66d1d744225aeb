"""As Markdown: a page -> Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skill.review.entry import Asked, Entry, Said, Section, Shown
from skill.review.page import LINE_COLUMNS, NOTES, SIGNED, Page, line_row


def as_markdown(page: Page) -> str:
    """The whole page."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield from (f"# {_safe(page.title)}", "")
    yield from _table(("signed", ""), [(label, "") for label in SIGNED])
    yield from _table(("reviewed", ""), [*page.versions, ("questions of", page.heard_with)])
    yield from _table(("in figures", ""), page.summary)
    yield from (*(f"{note}\n" for note in NOTES), "## Contents", "")
    titles = ("Who to call", *(section.title for section in page.sections))
    yield from (*(f"- [{_safe(title)}](#{_anchor(title)})" for title in titles), "")
    yield from ("## Who to call", "")
    yield from _table(LINE_COLUMNS, [line_row(key, line) for key, line in page.lines.items()])
    for section in page.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {_safe(section.title)}", "", _safe(section.note), "")
    for entry in section.entries:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield from (f"### {_safe(entry.name)}", "", f"`{entry.key}`", "")
    yield from (f"- {_safe(label)}: {_safe(words)}" for label, words in entry.facts)
    yield from ([""] if entry.facts else [])
    for text in entry.texts:
        yield from _text(text)
    for asked in entry.asked:
        yield from (_asked(asked), "")


def _text(text: Said | Shown) -> Iterator[str]:
    measures = ("on a screen",) if isinstance(text, Shown) else text.measures
    marks = () if isinstance(text, Shown) else text.marks
    yield from (", ".join((f"**{_safe(text.form)}**", *measures, *(f"**{mark}**" for mark in marks))), "")
    yield from ("> " + _safe(text.words).replace("\n", "  \n> "), "")  # two spaces keep the lines apart


def _asked(asked: Asked) -> str:
    more = f", and {asked.more} more" if asked.more else ""
    return f"Asked by (from {asked.source}): {'; '.join(_safe(words) for words in asked.examples)}{more}"


def _table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from (f"| {' | '.join(heading)} |", f"|{' --- |' * len(heading)}")
    yield from (f"| {' | '.join(map(_safe, row))} |" for row in rows)
    yield ""


def _safe(words: str) -> str:
    """Words that mean nothing in Markdown but themselves."""
    return re.sub(r"([\\`*_<|~&])", r"\\\1", words)


def _anchor(title: str) -> str:
    return re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-")
