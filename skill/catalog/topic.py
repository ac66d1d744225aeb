"""Topic: one answer of the catalog, and how the talk gets to it and on from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from skill.catalog.lines import LineName
from skill.catalog.text import Text, Variants


@dataclass(frozen=True, eq=False, repr=False)
class Topic:
    """One answer, and where the talk can go from there."""

    name: Text
    answer: Text
    card: Text
    next: tuple[str, ...] = ()
    """The topics of which the first not yet heard is offered after it; without any, it is asked what else they want."""
    section: str | None = None
    source: str | None = None
    more: Variants = ()
    other: Text | None = None
    """The answer in words for someone who asks on another person's behalf."""
    again: Text | None = None
    """The answer in other words, for someone who just heard it and asks a follow-up."""
    then: Mapping[str, str] = field(default_factory=dict)
    """Where a short question that leans on this answer leads: the intent of the question -> topic."""
    parts: tuple[str, ...] = ()
    """The topics that this answer lists, in its order, for "next" and "the second one"."""
    intent: str | None = None
    which: Text | None = None
    compares: tuple[str, ...] = ()
    """The topic whose pros and cons it weighs, or the two that it compares."""
    offered: bool = True
    """Whether it may be offered to someone who did not ask for it."""
    asked: bool = True
    """Whether it answers a request; false for small talk, such as an answer to thanks."""
    remark: Literal["", "ends", "goes_on"] = ""
    """Whether it answers what is only remarked on an answer, once that is likelier than not.

    "Fair enough" ends the matter; after "wow" what was offered is offered again.
    """
    told: bool = False
    """Whether it answers what someone tells rather than asks, so that it needs no word that it may not be meant."""
    in_danger: bool = True
    """Whether someone in danger is told it; where not, the line is named again."""
    glad: bool = False
    """Whether it is glad with them, so that nobody hears it who told of a danger, or may be in one."""
    comforts: LineName | None = None
    """The line it names, where it is said in place of a general warm word to someone who grieves or is low."""
    for_other: bool = False
    """Whether whoever asks for it asks on someone else's behalf."""
    weighs: bool = False
    """Whether its intent asks to weigh or compare what its slots name."""
    within: tuple[str, ...] = ()
    """The topics of which it is a part of its own, such as one symptom: told in their place where it is asked for."""
    hears: tuple[str, ...] = ()
    """The phrases by which it is asked for then, or, for small talk, that call for it as a whole; see patterns.py."""
    unless: tuple[str, ...] = ()
    """Phrases beside which something else is meant, such as "i'll try it" beside a good step."""
    instead_of: tuple[str, ...] = ()
    """The topics in whose place it is told while it is what the talk is about, such as a dog; see subject.py."""
    insists: Text | None = None
    """What is said once more before another answer, for as long as it stays in mind: it won't wait."""
    until: tuple[str, ...] = ()
    """Phrases from which on it no longer stays in mind, such as "the doctor looked"."""
    context: str = ""
    """Plain words that go before what is said while it stays in mind: bleeding is graver after "i am pregnant"."""
    no_person: bool = False
    """Whether it is about no person, so that right after it "he's wobbly" is no danger to one, such as after a dog."""
    rather: Mapping[str, str] = field(default_factory=dict)
    """What few words that seem to ask for another topic rather ask for, just after this one: topic -> topic."""
    role: bool = False
    """Whether it tells who is speaking, such as a parent: its `rather` holds until another such topic is told."""

    @property
    def stays(self) -> bool:
        """Whether it stays in mind once it was told."""
        return bool(self.instead_of or self.insists)
