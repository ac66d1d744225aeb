"""The catalog: responses.yaml -> Catalog, typed, frozen and checked when loaded."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from skill.shape import DataError, Shaper, read_yaml
from skill.text import Line, Place, Ref, Text

LINES = frozenset({"emergency", "crisis", "poison", "helpline", "public", "violence", "assault"})
BLANKS = frozenset({"name", "question", "line", "section", "source"})
LONGEST_SECONDS = 30
"""No reply is heard longer than this (150 words a minute)."""
LONGEST_ANSWER_SECONDS = 24
"""An answer leaves room for the question after it."""

Level = Literal["emergency", "harm", "crisis", "support", "none"]
LineName = Literal["emergency", "crisis", "poison", "helpline", "public", "violence", "assault"]
Variants = tuple[Text, ...]


@dataclass(frozen=True)
class Source:
    """Where the answers come from."""

    name: Text
    card: Text
    card_other: Text


@dataclass(frozen=True)
class Disclaimer:
    """What these answers are not."""

    spoken: Text
    card: Text


@dataclass(frozen=True)
class Prompts:
    """What is said around the answers. A name ending in _ask is a question."""

    welcome: Variants
    welcome_ask: Text
    welcome_reprompt: Text
    help: Text
    help_ask: Text
    help_again: Text
    fallback: Text
    fallback_ask: Text
    fallback_again: Text
    fallback_again_ask: Text
    error: Text
    error_ask: Text
    unknown: Text
    unknown_statement: Text
    unknown_ask: Text
    goodbye: Variants
    more_ask: Variants
    offer_ask: Text
    anything_ask: Variants
    reprompt: Text
    no_more: Text
    nothing_before: Text
    declined: Text
    declined_ask: Text
    topics: Text
    topics_ask: Text
    sources: Text
    remember: Text
    which_one: Text


@dataclass(frozen=True)
class Helpline:
    """The helpline, when someone asks for it."""

    answer: Text
    ask: Text
    title: Text
    card: Text
    line_card: Text


@dataclass(frozen=True)
class RiskReply:
    """What to say when someone is, or may be, in danger."""

    level: Level
    line: LineName
    """The line that "repeat the number" gives afterwards."""
    title: Text
    say: Text
    other: Text | None = None
    """Said instead when they speak of someone else."""
    intent: str | None = None
    """The intent that means this danger without further words."""
    other_intent: str | None = None
    """The same, to someone else."""
    answer: str | None = None
    """The topic that follows when they asked nothing more exact."""


@dataclass(frozen=True)
class Topic:
    """One answer, and where the talk can go from there."""

    name: Text
    answer: Text
    next: tuple[str, ...]
    card: Text
    section: str | None = None
    source: str | None = None
    more: Variants = ()
    intent: str | None = None
    which: Text | None = None
    compares: tuple[str, ...] = ()
    """The topic whose pros and cons it weighs, or the two that it compares."""
    weighs: bool = False
    """Whether its intent asks to weigh or compare what its slots name."""


@dataclass(frozen=True)
class Catalog:
    """Everything the skill can say."""

    source: Source
    disclaimer: Disclaimer
    again: str
    lines: Mapping[str, Mapping[str, Line]]
    places: Mapping[str, str]
    prompts: Prompts
    helpline: Helpline
    risk: Mapping[str, RiskReply]
    risk_ask: Text
    risk_reprompt: Text
    risk_call: Text
    risk_number: Text
    topics: Mapping[str, Topic]

    def place(self, locale: str) -> Place:
        """The lines for a locale; for one that is not listed, those without numbers."""
        return Place(self.lines[self.places.get(locale, "elsewhere")], self.again)

    def topic_of(self, intent: str) -> str | None:
        """The topic that an intent asks for."""
        return next((name for name, topic in self.topics.items() if topic.intent == intent), None)

    def risk_of(self, intent: str) -> str | None:
        """The risk reply that an intent calls for."""
        return next((name for name, reply in self.risk.items() if intent in (reply.intent, reply.other_intent)), None)

    def comparison(self, topics: Collection[str]) -> str | None:
        """The topic that weighs one other, or compares two."""
        return next((name for name, topic in self.topics.items() if set(topic.compares) == set(topics) != set()), None)


def load(path: Path) -> Catalog:
    """Read and check the catalog. Raises DataError with every problem: "file: key: reason"."""
    shaper = Shaper(path, {Text: lambda raw: _text(raw)})
    catalog: Catalog = shaper.build(Catalog, read_yaml(path))
    shaper.finish()
    for problems in (_line_problems, _reference_problems):
        for key, reason in problems(catalog):
            shaper.problem(key, reason)
    shaper.finish()  # the lengths of texts depend on the lines
    for key, reason in _text_problems(catalog):
        shaper.problem(key, reason)
    shaper.finish()
    return catalog


def _text(raw: str) -> Text:
    if tag := re.search(r"</?[A-Za-z][^<>]*>|\*\*|`|\[[^\]]*\]\(", raw):
        raise ValueError(f"holds markup ({tag.group(0)}); write plain words")
    if not re.search(r"[^\W_]", raw):
        raise ValueError("has no words")
    return Text.parse(raw, LINES | BLANKS)


def _line_problems(catalog: Catalog) -> Iterator[tuple[str, str]]:
    if "elsewhere" not in catalog.lines:
        yield "lines.elsewhere", "is missing; it is what an unknown place hears"
    for place, lines in catalog.lines.items():
        for name in sorted(LINES - set(lines)):
            yield f"lines.{place}.{name}", "is missing"
        for name, line in lines.items():
            key = f"lines.{place}.{name}"
            if name not in LINES:
                yield key, f"is not known; known are {', '.join(sorted(LINES))}"
            if line.number is None:
                continue
            if place == "elsewhere":
                yield f"{key}.number", "no number works everywhere; leave it out"
            if reason := _number_problem(line.number, place):
                yield f"{key}.number", f"{line.number!r} {reason}"
            if not line.source or line.checked is None:
                yield key, "a number needs its source and the date it was checked"
    for locale, place in catalog.places.items():
        if place not in catalog.lines:
            yield f"places.{locale}", f"no lines for {place!r}"


def _number_problem(number: str, place: str) -> str | None:
    digits = re.sub(r"[ -]", "", number)
    if not re.fullmatch(r"\d+(?:[ -]\d+)*", number):
        return "is not a phone number; write digits in groups, such as 1-800-555-0100"
    if not 3 <= len(digits) <= 15:
        return "has too few or too many digits for a phone number"
    if place in ("us", "ca") and not re.fullmatch(r"[2-9]\d\d|1-[2-9]\d\d-[2-9]\d\d-\d{4}", number):
        return "is not a North American number, such as 1-800-555-0100 or 911"
    return None


def _reference_problems(catalog: Catalog) -> Iterator[tuple[str, str]]:
    intents: dict[str, str] = {}
    named = [(f"topics.{name}", topic.intent) for name, topic in catalog.topics.items()]
    for name, reply in catalog.risk.items():
        named += [(f"risk.{name}", reply.intent), (f"risk.{name}", reply.other_intent)]
    for key, intent in named:
        if intent in intents:
            yield f"{key}.intent", f"{intent} already belongs to {intents[intent]}"
        if intent:
            intents[intent] = key
    for name, topic in catalog.topics.items():
        for field, targets in (("next", topic.next), ("compares", topic.compares)):
            for target in targets:
                if target not in catalog.topics:
                    yield f"topics.{name}.{field}", f"there is no topic {target!r}"
        if len(topic.compares) > 2:
            yield f"topics.{name}.compares", "names more than two topics"
        if topic.section and topic.source:
            yield f"topics.{name}", "comes from a section of the article or from another source, not both"
    for name, reply in catalog.risk.items():
        if reply.answer and reply.answer not in catalog.topics:
            yield f"risk.{name}.answer", f"there is no topic {reply.answer!r}"


def _text_problems(catalog: Catalog) -> Iterator[tuple[str, str]]:
    place = catalog.place("en-US")
    for key, text in _texts(catalog, ""):
        words = "".join(part for part in text.parts if isinstance(part, str))
        blanks = {part.line for part in text.parts if isinstance(part, Ref)} & BLANKS
        if number := re.search(r"\d[\d ()-]{1,}\d", words):
            yield key, f"holds a number ({number.group(0)}); name the line instead, such as {{helpline}}"
        asks = re.search(r"_(?:ask|reprompt)(?:\[\d+\])?$|\.(?:ask|which|reprompt)$", key)
        if asks and "question" not in blanks and not words.rstrip().endswith("?"):
            yield key, "must end with a question mark: the session stays open for an answer"
        if not asks and "card" not in key and words.rstrip().endswith("?"):
            yield key, "ends with a question, but nothing waits for an answer here"
        if "card" in key or blanks:
            continue
        seconds, limit = text.seconds(place), _limit(key)
        if seconds > limit:
            yield key, f"is heard for {seconds:.0f} seconds; {limit} is the limit"


def _limit(key: str) -> int:
    return LONGEST_ANSWER_SECONDS if key.startswith("topics.") else LONGEST_SECONDS


def _texts(value: Any, key: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield key, value
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _texts(item, f"{key}.{name}")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{key}[{index}]")
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, Line):
        for field in fields(value):
            yield from _texts(getattr(value, field.name), f"{key}.{field.name}".lstrip("."))


__all__ = ["Catalog", "DataError", "RiskReply", "Topic", "load"]
