"""Prompts: what is said around the answers, and what the answers rest on."""

from __future__ import annotations

from dataclasses import dataclass

from skill.catalog.text import Text, Variants


@dataclass(frozen=True, eq=False, repr=False)
class Source:
    """Where the answers come from."""

    name: Text
    card: Text
    card_other: Text


@dataclass(frozen=True, eq=False, repr=False)
class Disclaimer:
    """What these answers are not."""

    spoken: Text
    card: Text


@dataclass(frozen=True, eq=False, repr=False)
class Prompts:
    """What is said around the answers. A name ending in _ask is a question."""

    welcome: Variants
    welcome_ask: Text
    welcome_reprompt: Text
    help: Text
    help_ask: Text
    help_again: Text
    help_in_danger: Text
    fallback: Text
    fallback_ask: Text
    fallback_again: Text
    fallback_again_ask: Text
    error: Text
    error_ask: Text
    unknown: Text
    unknown_near: Text
    """The same, where what is offered then may be it."""
    unknown_remark: Text
    unknown_remark_again: Text
    unknown_remark_hard: Text
    """The same to what is likely hard for them, though nothing knows what it is."""
    unknown_remark_hard_first: Text
    """The same, where nothing was said before it: they hear whom to call."""
    unknown_remark_good: Text
    """The same to what is likely good news, or a relief."""
    unknown_statement: Text
    unknown_statement_again: Text
    """The same, where that was the last thing said."""
    unknown_ask: Text
    goodbye: Variants
    more_ask: Variants
    offer_ask: Text
    anything_ask: Variants
    short_ask: Text
    """The same, where much was said before it."""
    reprompt: Text
    no_more: Text
    declined: Text
    declined_ask: Text
    topics: Text
    topics_more: Text
    topics_ask: Text
    for_me: Text
    sources: Text
    remember: Text
    perhaps: Text
    """Said before an answer that is perhaps not what was meant."""
    which_one: Text


@dataclass(frozen=True, eq=False, repr=False)
class Helpline:
    """The helpline, when someone asks for it."""

    topic: str
    """The topic that is talked about once its number was heard: "is it free", "do they judge"."""
    answer: Text
    ask: Text
    title: Text
    card: Text
    line_card: Text
