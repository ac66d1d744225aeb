"""After: what people hear to what they say next, once a danger was told of, through the whole speaker."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from skill.danger.told_after import NONE
from skill.evaluate.labelled import AFTER, SaidAfter, after_rows, rows
from skill.evaluate.progress import progress
from skill.evaluate.readme import refuses, write_between
from skill.shape import DataError
from skill.speaker.talk import make_speaker

MARK, END = "<!-- measured after: make measure -->", "<!-- end after -->"

Say = Callable[[str], Mapping[str, Any]]
"""The speaker: an utterance -> what was heard and said."""


@dataclass(frozen=True)
class Outcome:
    """What one thing said after a danger got."""

    said: SaidAfter
    item: str
    """The item of after_danger that was told, or NONE."""

    @property
    def danger(self) -> str:
        """The danger before it."""
        return self.said.told.partition(":")[0]

    @property
    def right(self) -> bool:
        """The right item, or rightly none: then the line is named again, or what was asked is answered."""
        return self.item in (self.said.item, *self.said.also)

    @property
    def wrong(self) -> bool:
        """Another item, as if it were the answer."""
        return not self.right and self.item != NONE


def ask(said: SaidAfter, say: Say, openings: Mapping[str, str]) -> Outcome:
    """What one thing got. In: it, the speaker, and for each danger what tells of it."""
    say("<reset>")
    say(openings[said.told])
    attributes = (say(said.words)["response"] or {}).get("sessionAttributes") or {}
    keys = str(attributes.get("said", "")).split("+")
    items = (key.split(":")[1] for key in keys if key.startswith("after:"))
    return Outcome(said, next(items, NONE))


def table(outcomes: Iterable[Outcome]) -> list[str]:
    """The outcomes as a Markdown table, by danger."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.danger].append(outcome)
        groups["all"].append(outcome)
    lines = ["| after | said | right | the line again, and no more | another answer |", f"|{' --- |' * 5}"]
    for name, group in sorted(groups.items(), key=lambda item: (item[0] == "all", item[0])):
        right, wrong = sum(outcome.right for outcome in group), sum(outcome.wrong for outcome in group)
        shares = (f"{count / len(group):.1%}" for count in (right, len(group) - right - wrong, wrong))
        lines.append(f"| {name} | {len(group)} | {' | '.join(shares)} |")
    return lines


def main(part: str, *, show_misses: bool, readme: bool) -> int:
    """Print the table and every miss; put the table into the README if wanted. Returns the exit status."""
    if readme and refuses(part):
        return 1
    try:
        said, say = list(after_rows(part)), make_speaker("en-US").say
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    openings = {row["told"]: row["utterance"] for row in rows(AFTER / "openings.tsv")}
    outcomes = [ask(one, say, openings) for one in progress(said)]
    summary = table(outcomes)
    sys.stdout.write("\n".join([f"{part}:", "", *summary]) + "\n")
    if show_misses:
        for outcome in outcomes:
            if not outcome.right:
                one = outcome.said
                sys.stdout.write(f"{one.item} got {outcome.item} (after {one.told}): {one.words}\n")
    if readme:
        write_between(MARK, summary, END)
    return 0
