"""Relevant: a turn -> why its answer has nothing to do with what its intent asks for, if it has not.

The session's own account of what was said is not believed alone: the words must be heard, too.
"""

from __future__ import annotations

from skill.alexa.handlers.numbers import HelplineHandler
from skill.catalog.catalog import Catalog
from skill.preflight.exchange import Exchange
from skill.replies.script import Scripts, answers_trouble


def irrelevant(exchange: Exchange, catalog: Catalog) -> str | None:
    """Why the answer misses what the intent asks for; None when it fits, or when the intent asks for nothing exact."""
    risk = catalog.risk_of(exchange.intent)
    if risk and catalog.risk[risk].level != "none" and exchange.level == "none":
        return "is not heard as danger"
    wanted = _wanted(exchange, catalog)
    if not wanted and not risk:
        return _without_the_helpline(exchange, catalog)
    heard = [key for key in exchange.said.split("+") if _is_heard(key, exchange, catalog)]
    if any(key in wanted or answers_trouble(key) for key in heard):
        return None
    return (
        f"is answered with {exchange.said or 'nothing'}, and {' or '.join(wanted) or 'a word on danger'} is not heard"
    )


def _wanted(exchange: Exchange, catalog: Catalog) -> list[str]:
    """The keys of what may answer an intent that asks for a topic: what its slots name, or else the topic itself."""
    topic = catalog.topic_of(exchange.intent)
    if topic is None:
        return []
    ids = exchange.ids
    named = [item for item in (catalog.comparison(ids), *ids) if item in catalog.topics]
    return [f"topic:{item}" for item in named or [topic]]


def _is_heard(key: str, exchange: Exchange, catalog: Catalog) -> bool:
    """Whether what a key stands for is said, in words for oneself or for another person."""
    scripts, place = Scripts(catalog), catalog.place(exchange.file.stem)
    return scripts.knows(key) and any(
        all(text.plain(place) in exchange.speech for text in scripts.of(key, other=other).say)
        for other in (False, True)
    )


def _without_the_helpline(exchange: Exchange, catalog: Catalog) -> str | None:
    line = catalog.place(exchange.file.stem).lines["helpline"]
    if exchange.intent in HelplineHandler.intents and (line.number or line.name) not in exchange.speech:
        return f"does not name the helpline, {line.number or line.name}"
    return None
