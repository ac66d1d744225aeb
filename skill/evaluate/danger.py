"""Danger: whether who tells of one gets the reply that fits it, in words for whom it is about."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from skill.catalog.catalog import Catalog
from skill.evaluate.labelled import ToldOfDanger, danger_rows
from skill.evaluate.readme import refuses, write_between
from skill.levels import LEVELS
from skill.parts import load_parts
from skill.reply import Risk
from skill.risk.signs import Signs
from skill.shape import DataError

MARK, END = "<!-- measured danger: make measure -->", "<!-- end danger -->"


@dataclass(frozen=True)
class Outcome:
    """What one thing said is taken for."""

    said: ToldOfDanger
    level: str
    """The level of the reply that fits."""
    risk: Risk
    fits: bool
    """Whether the reply is the one that fits."""
    general: bool
    """Whether it is the general reply of its level."""
    whom: bool
    """Whether it is known whose danger it is, where danger or trouble was heard at all."""


def outcome(said: ToldOfDanger, risk: Risk, catalog: Catalog, signs: Signs) -> Outcome:
    """In: what was said, and what the detector makes of it. Out: what it is taken for."""
    other = risk.other or risk.reply == "crisis_other"  # a reply of its own, in the words of "crisis" for another
    reply = "crisis" if risk.reply == "crisis_other" else risk.reply
    general = reply in signs.general
    heard = risk.level != "none"
    level = catalog.risk[said.reply].level
    return Outcome(
        said, level, risk, reply == said.reply, general and reply != said.reply, heard and other == said.other
    )


def table(outcomes: Iterable[Outcome]) -> list[str]:
    """The outcomes as a Markdown table, by level."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        groups[one.level].append(one)
        groups["all"].append(one)
    lines = ["| what is told of | said | the reply that fits | a general one | another, or none | whose it is |"]
    lines.append(f"|{' --- |' * 6}")
    for name in (*LEVELS[:-1], "all"):
        group = groups[name]
        fits, general = sum(one.fits for one in group), sum(one.general for one in group)
        counts = (fits, general, len(group) - fits - general, sum(one.whom for one in group))
        lines.append(f"| {name} | {len(group)} | {' | '.join(f'{count / len(group):.1%}' for count in counts)} |")
    return lines


def main(part: str, *, show_misses: bool, readme: bool) -> int:
    """Print the table and every miss; put the table into the README if wanted. Returns the exit status."""
    if readme and refuses(part):
        return 1
    try:
        said, parts = list(danger_rows(part)), load_parts()
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    detector = parts.detector
    outcomes = [outcome(one, detector.read(one.words), parts.catalog, detector.signs) for one in said]
    summary = table(outcomes)
    sys.stdout.write("\n".join([f"{part}:", "", *summary]) + "\n")
    if show_misses:
        for one in outcomes:
            if not (one.fits and one.whom):
                wanted, got = _named(one.said.reply, one.said.other), _named(one.risk.reply, one.risk.other)
                sys.stdout.write(f"{wanted} got {got}: {one.said.words}\n")
    if readme:
        write_between(MARK, summary, END)
    return 0


def _named(reply: str, other: bool) -> str:
    return f"{reply or 'none'}:{'other' if other else 'self'}"
