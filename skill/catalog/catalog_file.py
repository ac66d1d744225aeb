"""The catalog's file: responses.yaml -> Catalog, with every problem found and said in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from skill.catalog.catalog import Catalog
from skill.catalog.lines import BLANKS, LINES
from skill.catalog.text import LONGEST_SECONDS, Line, Ref, Text
from skill.catalog.topic import Topic
from skill.shape import Shaper, read_yaml
from skill.words.patterns import Patterns

LONGEST_ANSWER_SECONDS = 22
"""An answer leaves room for the question after it."""


def load(path: Path) -> Catalog:
    """Read and check the catalog. Raises DataError with every problem: "file: key: reason"."""
    shaper = Shaper(path, {Text: _text})
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
                if name == "emergency" and place != "elsewhere":
                    yield f"{key}.number", "is missing; in an emergency this place hears it first"
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
    """What the parts of a catalog name that is not there, or not so, by key."""
    yield from _intent_problems(catalog)
    for name, topic in catalog.topics.items():
        for key, problem in _topic_problems(catalog, topic):
            yield f"topics.{name}{key}", problem
    yield from _self_check_problems(catalog)
    for group, kinds in (("yes_no", catalog.yes_no), ("listening", catalog.listening)):
        for kind in fields(kinds):
            yield from _phrase_problems(f"{group}.{kind.name}", getattr(kinds, kind.name))
    for name, mood in catalog.moods.by_name.items():
        yield from _phrase_problems(f"moods.{name}.unless", mood.unless)
    yield from _after_problems(catalog)
    yield from _led_to_problems(catalog)


def _intent_problems(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Intents that belong to two."""
    intents: dict[str, str] = {}
    named = [(f"topics.{name}", topic.intent) for name, topic in catalog.topics.items()]
    for name, reply in catalog.risk.items():
        named += [(f"risk.{name}", reply.intent), (f"risk.{name}", reply.other_intent)]
    for key, intent in named:
        if intent in intents:
            yield f"{key}.intent", f"{intent} already belongs to {intents[intent]}"
        if intent:
            intents[intent] = key


def _topic_problems(catalog: Catalog, topic: Topic) -> Iterator[tuple[str, str]]:
    """Problems of one topic, by what follows its key."""
    for field, targets in (
        ("next", topic.next),
        ("parts", topic.parts),
        ("then", topic.then.values()),
        ("compares", topic.compares),
        ("within", topic.within),
        ("instead_of", topic.instead_of),
        ("rather", (*topic.rather, *topic.rather.values())),
    ):
        for target in targets:
            if target not in catalog.topics:
                yield f".{field}", f"there is no topic {target!r}"
    for intent in topic.then:
        if intent not in catalog.then:
            yield f".then.{intent}", f"is no short question; one of {', '.join(sorted(catalog.then))}"
    if len(topic.compares) > 2:
        yield ".compares", "names more than two topics"
    if topic.section and topic.source:
        yield "", "comes from a section of the article or from another source, not both"
    if bool(topic.within) != bool(topic.hears) and (topic.within or topic.asked):
        yield "", "has `within` and `hears` both, or neither; small talk may have `hears` alone"
    yield from _phrase_problems(".hears", topic.hears)
    yield from _phrase_problems(".unless", topic.unless)
    if topic.comforts and not topic.answer.names(topic.comforts):
        yield ".comforts", f"the answer does not name {{{topic.comforts}}}"


def _after_problems(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Problems of what is said to what people tell after a danger."""
    for name, after in catalog.after_danger.items():
        for field in ("hears", "unless", "surely", "not_yet"):
            yield from _phrase_problems(f"after_danger.{name}.{field}", getattr(after, field))
        if not (after.hears or after.stands_for):
            yield f"after_danger.{name}.hears", "is missing; only what has `stands_for` can do without"
        for other in after.stands_for:
            if not (other in catalog.after_danger and catalog.after_danger[other].denies):
                yield f"after_danger.{name}.stands_for", f"there is no {other!r} that denies a danger"
        if after.not_yet and not after.stays:
            yield f"after_danger.{name}.not_yet", "is only for what has `stays`"
        for told in after.after:
            if told.removesuffix(":self").removesuffix(":other") not in catalog.risk:
                yield f"after_danger.{name}.after", f"there is no risk reply {told!r}"


def _led_to_problems(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Topics that are led to from elsewhere, and are not there."""
    led_to = {"help_other": catalog.help_other, "own_use": catalog.own_use, "helpline.topic": catalog.helpline.topic}
    lists = {"choices": catalog.choices}
    for name, mood in catalog.moods.by_name.items():
        of = {"topics": mood.topics, "offers": mood.offers, "offers_other": mood.offers_other}
        lists |= {f"moods.{name}.{field}": topics for field, topics in of.items()}
    for key, topics in lists.items():
        led_to |= {f"{key}[{index}]": topic for index, topic in enumerate(topics)}
    for key, target in {**led_to, **_keyed("then", catalog.then)}.items():
        if target not in catalog.topics:
            yield key, f"there is no topic {target!r}"
    for name, reply in catalog.risk.items():
        if reply.answer and reply.answer not in catalog.topics:
            yield f"risk.{name}.answer", f"there is no topic {reply.answer!r}"


def _self_check_problems(catalog: Catalog) -> Iterator[tuple[str, str]]:
    check = catalog.self_check
    for key, topic in (("topic", check.topic), ("for_other", check.for_other), ("next", check.next)):
        if topic not in catalog.topics:
            yield f"self_check.{key}", f"there is no topic {topic!r}"
    for key in ("asks_why", "says_stop", "says_surely", "says_no", "says_yes"):
        yield from _phrase_problems(f"self_check.{key}", getattr(check, key))


def _phrase_problems(key: str, phrases: Iterable[str]) -> Iterator[tuple[str, str]]:
    try:
        Patterns.of(phrases).check()
    except ValueError as error:
        yield key, str(error)


def _keyed(name: str, values: Mapping[str, str]) -> dict[str, str]:
    return {f"{name}.{key}": value for key, value in values.items()}


def _text_problems(catalog: Catalog) -> Iterator[tuple[str, str]]:
    place = catalog.place("en-US")
    for key, text in texts(catalog):
        words = "".join(part for part in text.parts if isinstance(part, str))
        blanks = {part.line for part in text.parts if isinstance(part, Ref)} & BLANKS
        for blank in sorted(blanks):
            if not re.fullmatch(_FILLED[blank], key):
                yield key, f"nothing fills {{{blank}}} here"
        if number := re.search(r"\d[\d ()-]{1,}\d", words):
            yield key, f"holds a number ({number.group(0)}); name the line instead, such as {{helpline}}"
        asks = re.search(r"_(?:ask|reprompt)(?:\[\d+\])?$|\.(?:ask|which|reprompt)$|\.questions\[\d+\]$", key)
        if asks and "question" not in blanks and not words.rstrip().endswith("?"):
            yield key, "must end with a question mark: the session stays open for an answer"
        if not asks and "card" not in key and words.rstrip().endswith("?"):
            yield key, "ends with a question, but nothing waits for an answer here"
        if "card" in key or blanks:
            continue
        seconds, limit = text.seconds(place), _limit(key)
        if seconds > limit:
            yield key, f"is heard for {seconds:.0f} seconds; {limit} is the limit"


_FILLED = {
    "name": r"prompts\.(?:offer_ask|perhaps)",
    "question": r".*\.?reprompt",
    "line": r"risk_\w+|after_danger\..*|prompts\.remember|helpline\.line_card",
    "section": r"source\.card",
    "source": r"source\.card_other|prompts\.sources",
}
"""The keys of the texts in which each blank is filled."""


def _limit(key: str) -> int:
    return LONGEST_ANSWER_SECONDS if key.startswith("topics.") else LONGEST_SECONDS


def texts(value: Any, key: str = "") -> Iterator[tuple[str, Text]]:
    """Every text in the catalog or in a part of it, with its key, such as "prompts.welcome[1]"."""
    if isinstance(value, Text):
        yield key, value
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from texts(item, f"{key}.{name}")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, f"{key}[{index}]")
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, Line):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{key}.{field.name}".lstrip("."))
