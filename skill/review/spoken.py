"""Spoken: a catalog -> everything it can say, in the order in which a clinician reads it.

Entries are found by walking the catalog, so that what is new in it comes onto the page by itself: in the section that
its key fits, or else in "What else is said".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from skill.catalog.catalog import Catalog
from skill.catalog.catalog_file import texts
from skill.catalog.prompts import Prompts
from skill.catalog.risk_reply import RiskReply
from skill.catalog.text import Place, Text
from skill.levels import LEVELS
from skill.review.blanks import Blanks
from skill.review.entry import Entry, Said, Section, Shown
from skill.review.facts import Facts
from skill.review.questions import Questions
from skill.review.reading import grade

_SECTIONS = (
    (
        "Replies to danger",
        "By level, the gravest first. Said before anything else. Where no words are listed for someone else, the same "
        "are said; where none are listed for what they say next, the general ones below are.",
        r"risk\.",
    ),
    (
        "Around danger",
        "The helpline when someone asks for it, and what follows after a reply to danger.",
        r"risk_|helpline$|(?:prompts\.)?[a-z_]*danger|prompts\.remember$",
    ),
    (
        "Help, and when nothing fits",
        "Said when someone asks for help, was not understood, or something failed.",
        r"prompts\.(?:help|fallback|error|unknown|perhaps|which_one)",
    ),
    ("Around the answers", "Opening, closing, offers and questions.", r"prompts\."),
    ("What else is said", "Disclaimers, and where answers come from.", r"(?!self_check$|topics\.)"),
    ("The self-check", "Three private questions; the answers are forgotten.", r"self_check$"),
    ("Answers", "In the order of responses.yaml, each under the name by which it is offered.", r""),
)
"""Title, note, and what the keys look like; the first that fits."""
_FORMS = {
    "say": "to the speaker",
    "other": "about someone else",
    "perhaps": "where it is not sure",
    "brief": "brief, before an answer",
    "warm": "warm, before an answer that names the line",
    "still": "to what they say next",
    "again": "to someone who just heard it and asks a follow-up",
    "which": "when a detail was not understood",
    "some": "when a sign was noticed",
    "none": "when no sign was noticed",
}
"""Forms that need more words than their field has."""


def sections(catalog: Catalog, place: Place, questions: Questions, facts: Facts) -> tuple[Section, ...]:
    """Everything that is said where the listener is; who to call is in the place itself."""
    found: dict[str, list[Entry]] = {title: [] for title, _, _ in _SECTIONS}
    blanks = Blanks(catalog, place)
    for key, part in sorted(_parts(catalog), key=_precedence):
        title = next(title for title, _, pattern in _SECTIONS if re.match(pattern, key))
        said = dict(texts(part, key))
        name = said.pop(f"{key}.name", None)
        if said:
            heading = blanks.shown(name) if name else _words(_last(key))
            forms = tuple(_text(_form(key, whole), text, blanks, place) for whole, text in said.items())
            found[title].append(Entry(key, heading, facts.of(_last(key), part), forms, questions.of(key, part)))
    return tuple(Section(title, note, tuple(found[title])) for title, note, _ in _SECTIONS if found[title])


def _parts(catalog: Catalog) -> Iterator[tuple[str, Any]]:
    """What belongs together, by its key: what is a field of its own, or an item of a mapping or of the prompts."""
    for field in fields(catalog):
        part = getattr(catalog, field.name)
        if isinstance(part, Prompts):
            part = {item.name: getattr(part, item.name) for item in fields(part)}
        if isinstance(part, Mapping):
            yield from ((f"{field.name}.{name}", item) for name, item in part.items())
        else:
            yield field.name, part


def _precedence(keyed: tuple[str, Any]) -> int:
    """Replies to danger by level; all else stays in its order."""
    return LEVELS.index(keyed[1].level) if isinstance(keyed[1], RiskReply) else 0


def _form(key: str, whole: str) -> str:
    """In: the key of an entry, and of a text in it. Out: what that text is called there, such as "more 1"."""
    inside = whole.removeprefix(key)
    name = inside if inside.startswith(".") else _last(key) + inside
    words = (part for part in re.split(r"[.\[\]]+", name) if part)
    return " ".join(str(int(part) + 1) if part.isdigit() else _FORMS.get(part, _words(part)) for part in words)


def _text(form: str, text: Text, blanks: Blanks, place: Place) -> Said | Shown:
    words = blanks.shown(text)
    if re.search(r"\bcard\b|^title$", form):
        return Shown(form, words)
    whole = blanks.longest(text)
    return Said(form, words, whole.seconds(place), grade(whole.plain(place)), at_most=whole != text)


def _last(key: str) -> str:
    return key.split(".")[-1]


def _words(name: str) -> str:
    return name.replace("_", " ")
