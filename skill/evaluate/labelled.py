"""Labelled: tables of labelled utterances and questions."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.files import ROOT
from skill.shape import DataError, read_yaml

RISK = ROOT / "tests" / "risk"
QUESTIONS = ROOT / "tests" / "questions"
AFTER = ROOT / "tests" / "after"
DANGER = ROOT / "tests" / "danger"
HINTS = QUESTIONS / "hints.tsv"
"""Words in which a topic is hinted at, for training."""

TROUBLED = {
    *("tolerance", "withdrawal_sign", "neglect", "first_step", "recovery_steps", "warning_signs", "self_check"),
    *("quitting_safely", "withdrawal_easing", "medical_advice", "feelings", "grief", "shame", "helpline"),
    *("for_family", "for_parent", "family_talk", "family_signs", "family_self", "force_help"),
    *("cravings", "relapse", "right_now", "teen_self", "child_worried", "has_signs", "tried_before"),
}
"""Topics whose questions may tell of trouble: those that only ask are examples of calm talk, and no others."""
_ASKS = re.compile(
    r"(?:and |so |okay |but )*(?:what|how|where|which|when|who|why|is|are|can|could|do|does|should|tell|list)\b"
)


@dataclass(frozen=True)
class Utterance:
    """One thing said, and the level of risk that a person reads in it."""

    words: str
    level: str
    kind: str
    """What makes it hard, such as negation or slang."""


@dataclass(frozen=True)
class Question:
    """One thing asked, and the topics that answer it."""

    words: str
    topic: str
    also: tuple[str, ...]
    """Topics that are just as right."""
    kind: str
    before: str
    """The question that a follow-up leans on; empty for any other."""

    @property
    def topics(self) -> tuple[str, ...]:
        """Every topic that is right."""
        return (self.topic, *self.also)


@dataclass(frozen=True)
class SaidAfter:
    """One thing said after a danger was told of."""

    words: str
    told: str
    """The risk reply to that danger, and whether it is about the speaker, as "crisis:self" or "overdose:other"."""
    item: str
    """The item of after_danger in the catalog that answers it, or "-" for none."""
    also: tuple[str, ...]
    """Items that are just as right."""


@dataclass(frozen=True)
class ToldOfDanger:
    """One thing said that tells of danger or trouble."""

    words: str
    reply: str
    """The risk reply that fits it best."""
    other: bool
    """Whether they speak of someone else."""


def danger_rows(part: str) -> Iterator[ToldOfDanger]:
    """What tests/danger/<part> holds. Raises DataError when there is nothing."""
    for row in _part(DANGER / part):
        yield ToldOfDanger(row["utterance"], row["reply"], row["whom"] == "other")


def after_rows(part: str) -> Iterator[SaidAfter]:
    """What tests/after/<part> holds. Raises DataError when there is nothing."""
    for row in _part(AFTER / part):
        yield SaidAfter(row["utterance"], row["told"], row["item"], _list(row["also"]))


def risk_utterances(part: str) -> Iterator[Utterance]:
    """The utterances of tests/risk/<part>. Raises DataError when there are none."""
    for row in _part(RISK / part):
        yield Utterance(row["utterance"], row["level"], row["kind"])


def question_rows(part: str) -> Iterator[Question]:
    """The questions of tests/questions/<part>. Raises DataError when there are none."""
    for row in _part(QUESTIONS / part):
        yield Question(row["utterance"], row["topic"], _list(row["also"]), row["kind"], row["before"])


def measuring_utterances() -> Iterator[str]:
    """Everything that measures a model, of all tables: what no model may learn from."""
    for folder in (RISK, QUESTIONS, AFTER, DANGER):
        yield from (row["utterance"] for row in _part(folder / "measuring"))


def calm_questions() -> Iterator[str]:
    """Questions of the development part in which nobody is in trouble, for training what is no danger."""
    return (question.words for question in _of_unknown_level() if _calm(question))


def unclear_statements() -> Iterator[str]:
    """What may tell of trouble or not, but of no danger, for training both."""
    return (question.words for question in _of_unknown_level() if not _calm(question))


def _of_unknown_level() -> Iterator[Question]:
    """The questions of the development part that have no level of their own in tests/risk."""
    known = {utterance.words for utterance in risk_utterances("development")}
    return (question for question in question_rows("development") if question.words not in known)


def _calm(question: Question) -> bool:
    return question.topic not in TROUBLED or (question.kind != "indirect" and bool(_ASKS.match(question.words)))


def key_facts() -> Mapping[str, tuple[str, ...]]:
    """For each topic what its right answer must hold, as words, or as choices parted by |. Raises DataError."""
    return {topic: tuple(facts) for topic, facts in read_yaml(QUESTIONS / "facts.yaml").items()}


def _list(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())


def _part(folder: Path) -> Iterator[dict[str, str]]:
    files = sorted(folder.glob("*.tsv"))
    if not files:
        raise DataError([f"{folder}: holds no .tsv file"])
    for path in files:
        yield from rows(path)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table of labelled utterances."""
    with path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
