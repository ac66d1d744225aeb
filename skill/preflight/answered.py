"""Answered: a turn -> why it is no answer, if it is none."""

from __future__ import annotations

from skill.catalog.catalog import Catalog
from skill.preflight.exchange import Exchange


def unanswered(exchange: Exchange, catalog: Catalog) -> str | None:
    """Why a turn is no answer, in plain words; None when it is one."""
    if exchange.failure:
        return f"the skill raised {exchange.failure}"
    if not exchange.speech:
        return "nothing is said"
    if catalog.prompts.error.plain(catalog.place(exchange.file.stem)) in exchange.speech:
        return "is answered with an error"
    return None
