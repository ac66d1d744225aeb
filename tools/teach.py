"""Teaches: writes models/taught/<model>.tsv.gz, what a larger model makes of speech that nobody labelled.

    python tools/teach.py after|topics

A sentence encoder (encoder.py), which knows much more of language than this project's speech can teach, learns from the
labelled speech of a small model, and then says of other speech what each label's share of it is: speech of other tables
of tests/, and of tests/unlabelled. The small model learns from that besides its own speech, and so hears words that its
own never had. Method: Hinton et al. 2015, "Distilling the Knowledge in a Neural Network",
https://arxiv.org/abs/1503.02531

What was taught is kept, so that a change of an answer or a few more rows ask for no new teaching.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import learn_after
import learn_topics
from taught import Said, write
from teacher import Labelled, learn

from skill.catalog.catalog_file import load
from skill.evaluate.labelled import (
    after_rows,
    danger_rows,
    measuring_utterances,
    question_rows,
    risk_utterances,
    rows,
)
from skill.files import CATALOG, ROOT, SIGNS
from skill.risk.signs import load_signs
from skill.shape import DataError
from skill.words.plain import Plain

UNLABELLED = ROOT / "tests" / "unlabelled"
LEANING = 3
"""Of so much speech one is told of as said after an answer, too."""


@dataclass(frozen=True)
class Lesson:
    """What a model's teacher learns from, and what it is asked about then."""

    epochs: int
    labelled: Labelled
    unlabelled: Iterable[Said]


def after() -> Lesson:
    """What is said after a danger: any speech may be, after any danger."""
    labelled = [((words, told), shares) for words, told, shares in learn_after.examples()]
    chance = random.Random(1)  # noqa: S311 - no secret
    told = [reply for (_, reply), _ in labelled if reply]
    other = ((words, chance.choice(told)) for words in _everything())
    return Lesson(5, labelled, chain(_unlabelled("after"), other))


def topics() -> Lesson:
    """What is asked for: any speech, by itself and after an answer."""
    asked = list(learn_topics.asked())
    labelled = [((item.words, item.after), item.topics) for item in asked]
    chance = random.Random(1)  # noqa: S311 - no secret
    before = [item.after for item in asked if item.after]
    alone = ((words, "") for words in _everything())
    leaning = ((words, chance.choice(before)) for words in _everything()[::LEANING])
    return Lesson(2, labelled, chain(_unlabelled("questions"), alone, leaning))


LESSONS: Mapping[str, Callable[[], Lesson]] = {"after": after, "topics": topics}


def _plain() -> Plain:
    return Plain(load_signs(SIGNS, load(CATALOG)).heard_as)


def _everything() -> list[str]:
    """All development speech in plain words, in order."""
    plain = _plain()
    tables = (risk_utterances, question_rows, after_rows, danger_rows)
    return sorted({plain(row.words) for table in tables for row in table("development")})


def _unlabelled(name: str) -> list[Said]:
    """Speech that was written without labels, after what it was said."""
    plain = _plain()
    return [(plain(row["utterance"]), row["after"]) for row in rows(UNLABELLED / f"{name}.tsv")]


def main(arguments: list[str]) -> int:
    """Teach. Returns the exit status."""
    if len(arguments) != 1 or arguments[0] not in LESSONS:
        sys.stderr.write(f"{__doc__}")
        return 2
    lesson = LESSONS[arguments[0]]()
    known, plain = {said for said, _ in lesson.labelled}, _plain()
    measured = {plain(utterance) for utterance in measuring_utterances()}
    said = list(dict.fromkeys(item for item in lesson.unlabelled if item not in known and item[0] not in measured))
    likely = learn(lesson.labelled, lesson.epochs)
    write(arguments[0], zip(said, likely(said), strict=True))
    sys.stdout.write(f"{len(lesson.labelled)} labelled things taught what {len(said)} others are\n")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DataError as error:
        sys.exit(str(error))
