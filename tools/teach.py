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
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import learn_after
import learn_topics
from encoder import WIDTH, Encoder, encode
from learning import Numbered, Pace, arrays_of
from taught import MOST, Said, write

from skill.catalog_file import load
from skill.evaluate.labelled import (
    AFTER,
    DANGER,
    QUESTIONS,
    RISK,
    after_rows,
    danger_rows,
    question_rows,
    risk_utterances,
    rows,
)
from skill.files import CATALOG, ROOT, SIGNS
from skill.shape import DataError
from skill.signs import load_signs
from skill.words import Plain

UNLABELLED = ROOT / "tests" / "unlabelled"
LENGTHS = (12, 16, 24, 48)
BATCH = 64
RATE, HEAD_RATE = 1.5e-4, 3e-3
"""How far a step goes at most, for what the encoder knows and for how the labels weigh it."""
WARMING = 200
"""So many steps go less far, at first."""
SMOOTH = 0.05
LEANING = 3
"""Of so much speech one is told of as said after an answer, too."""


@dataclass(frozen=True)
class Lesson:
    """What a model's teacher learns from, and what it is asked about then."""

    epochs: int
    labelled: list[tuple[Said, Mapping[str, float]]]
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


def _measured() -> set[str]:
    """What measures the models: no teacher says anything of it."""
    plain = _plain()
    tables = (path for folder in (RISK, QUESTIONS, AFTER, DANGER) for path in (folder / "measuring").glob("*.tsv"))
    return {plain(row["utterance"]) for path in tables for row in rows(path)}


def spoken(said: Said) -> str:
    """The words as the encoder reads them, with what they were said after."""
    words, before = said
    return f"{before.replace('_', ' ')} | {words}" if before else words


def learn(lesson: Lesson) -> Callable[[list[Said]], list[dict[str, float]]]:
    """In: a lesson. Out: what says how likely each label is for other speech."""
    import jax
    import jax.numpy as jnp
    import numpy
    import optax

    encoder = Encoder()
    labels = sorted({label for _, shares in lesson.labelled for label in shares})
    shares = arrays_of([shares for _, shares in lesson.labelled], labels)
    pieces = encoder.pieces([spoken(said) for said, _ in lesson.labelled])
    data: list[Numbered] = list(zip(pieces, shares, strict=True))
    pace = Pace(lesson.epochs, BATCH, LENGTHS)
    keys = jax.random.split(jax.random.key(1), 2)
    weights: dict[str, Any] = {
        "encoder": encoder.weights(),
        "head": {"out": 0.02 * jax.random.normal(keys[0], (WIDTH, len(labels))), "bias": jnp.zeros(len(labels))},
    }

    def sums(weights: Any, pieces: Any, key: Any = None) -> Any:
        return encode(weights["encoder"], pieces, key) @ weights["head"]["out"] + weights["head"]["bias"]

    def loss(weights: Any, pieces: Any, wanted: Any, key: Any) -> Any:
        evenly = wanted.sum(axis=-1, keepdims=True) / len(labels)
        smooth = (1 - SMOOTH) * wanted + SMOOTH * evenly
        return optax.softmax_cross_entropy(sums(weights, pieces, key), smooth).mean()

    def pace_of(most: float) -> Any:
        return optax.adamw(optax.warmup_cosine_decay_schedule(0, most, WARMING, pace.steps(data)), weight_decay=0.01)

    steps = {"encoder": pace_of(RATE), "head": pace_of(HEAD_RATE)}
    optimizer = optax.chain(
        optax.clip_by_global_norm(1.0), optax.multi_transform(steps, {"encoder": "encoder", "head": "head"})
    )

    @jax.jit
    def step(weights: Any, state: Any, pieces: Any, wanted: Any, key: Any) -> Any:
        updates, state = optimizer.update(jax.grad(loss)(weights, pieces, wanted, key), state, weights)
        return optax.apply_updates(weights, updates), state

    state, key, chance = optimizer.init(weights), keys[1], random.Random(1)  # noqa: S311 - no secret
    for epoch in range(pace.epochs):
        for batch, wanted in pace.batches(data, chance):
            key, now = jax.random.split(key)
            weights, state = step(weights, state, batch, wanted, now)
        sys.stdout.write(f"epoch {epoch + 1} of {pace.epochs}\n")
        sys.stdout.flush()
    likelihoods = jax.jit(lambda pieces: jax.nn.softmax(sums(weights, pieces)))

    def likely(said: list[Said]) -> list[dict[str, float]]:
        out: list[dict[str, float]] = [{}] * len(said)
        asked = encoder.pieces([spoken(item) for item in said])
        for length in LENGTHS:
            shorter = max((other for other in LENGTHS if other < length), default=0)
            places = [place for place, cut in enumerate(asked) if shorter < len(cut) <= length]
            for start in range(0, len(places), 4 * BATCH):
                group = places[start : start + 4 * BATCH]
                table = numpy.zeros((4 * BATCH, length), dtype=int)
                for row, place in enumerate(group):
                    table[row, : len(asked[place])] = asked[place]
                for place, row in zip(group, numpy.asarray(likelihoods(table)), strict=False):
                    out[place] = {labels[best]: float(row[best]) for best in numpy.argsort(-row)[:MOST]}
        return out

    return likely


def main(arguments: list[str]) -> int:
    """Teach. Returns the exit status."""
    if len(arguments) != 1 or arguments[0] not in LESSONS:
        sys.stderr.write(f"{__doc__}")
        return 2
    lesson = LESSONS[arguments[0]]()
    known, measured = {said for said, _ in lesson.labelled}, _measured()
    said = list(dict.fromkeys(item for item in lesson.unlabelled if item not in known and item[0] not in measured))
    likely = learn(lesson)
    write(arguments[0], zip(said, likely(said), strict=True))
    sys.stdout.write(f"{len(lesson.labelled)} labelled things taught what {len(said)} others are\n")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DataError as error:
        sys.exit(str(error))
