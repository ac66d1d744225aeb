"""As HTML: a page -> one file that needs no other, to be read on a screen or printed, and signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skill.review.element import Html, element, join
from skill.review.entry import Asked, Entry, Said, Shown
from skill.review.page import LINE_COLUMNS, NOTES, SIGNED, Page, line_row

_STYLE = """
body { font: 11pt/1.4 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #000; background: #fff }
h2 { margin-top: 2em; border-bottom: 1px solid }
h3 { margin: 1.6em 0 0 }
p, ul { margin: .3em 0 }
table { border-collapse: collapse; width: 100%; margin: 1em 0 }
th, td { border: 1px solid #777; padding: .3em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere }
blockquote { margin: .2em 0 .8em; padding-left: .8em; border-left: 3px solid #777; white-space: pre-line }
.signed th { width: 14em; height: 2em }
.small { font-size: 9pt; color: #333 }
.mark { border: 2px solid #b00; color: #b00; padding: 0 .3em }
article { break-inside: avoid }
h2, h3, .form { break-after: avoid }
@media print { body { margin: 0; max-width: none; font-size: 10pt } a { color: inherit; text-decoration: none } }
"""
_HEAD = Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width">')
_WHO = "who-to-call"


def as_html(page: Page) -> str:
    """The whole page."""
    title = element("title", page.title)
    head = element("head", _HEAD, title, element("style", Html(_STYLE)))
    return f"<!DOCTYPE html>\n{element('html', head, element('body', *_body(page)), lang=page.locale)}\n"


def _body(page: Page) -> Iterator[Html]:
    yield element("h1", page.title)
    yield element("table", *(_row(label, "") for label in SIGNED), class_="signed")
    yield element("table", *(_row(*row) for row in (*page.versions, ("questions of", page.heard_with), *page.summary)))
    yield from (element("p", note, class_="small") for note in NOTES)
    yield element("nav", element("h2", "Contents"), element("ul", *_contents(page)))
    yield element("h2", "Who to call", id=_WHO)
    heading = element("tr", *(element("th", column) for column in LINE_COLUMNS))
    yield element("table", heading, *(_cells(line_row(key, line)) for key, line in page.lines.items()))
    for number, section in enumerate(page.sections, 1):
        yield element("h2", section.title, id=f"section-{number}")
        yield element("p", section.note)
        yield from map(_entry, section.entries)


def _contents(page: Page) -> Iterator[Html]:
    yield element("li", element("a", "Who to call", href=f"#{_WHO}"))
    for number, section in enumerate(page.sections, 1):
        links = join("; ", [element("a", entry.name, href=f"#{entry.key}") for entry in section.entries])
        link = element("a", section.title, href=f"#section-{number}")
        yield element("li", link, element("p", links, class_="small"))


def _entry(entry: Entry) -> Html:
    facts = element("ul", *(element("li", f"{label}: {words}") for label, words in entry.facts), class_="small")
    return element(
        "article",
        element("h3", entry.name),
        element("p", element("code", entry.key), class_="small"),
        *((facts,) if entry.facts else ()),
        *(part for text in entry.texts for part in _text(text)),
        *(_asked(asked) for asked in entry.asked),
        id=entry.key,
    )


def _text(text: Said | Shown) -> tuple[Html, Html]:
    measures = ("on a screen",) if isinstance(text, Shown) else text.measures
    marks = () if isinstance(text, Shown) else text.marks
    told = [element("b", text.form), *measures, *(element("strong", mark, class_="mark") for mark in marks)]
    return element("p", join(", ", told), class_="form"), element("blockquote", text.words)


def _asked(asked: Asked) -> Html:
    more = f", and {asked.more} more" if asked.more else ""
    return element("p", f"Asked by (from {asked.source}): {'; '.join(asked.examples)}{more}", class_="small")


def _row(label: str, words: str) -> Html:
    return element("tr", element("th", label), element("td", words))


def _cells(words: Sequence[str]) -> Html:
    return element("tr", *(element("td", word) for word in words))
