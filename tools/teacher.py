"""Teacher: the sentence encoder (encoder.py), as it learns from the labelled speech of a small model."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from encoder import WIDTH, Encoder, encode
from learning import Numbered, Pace, arrays_of
from taught import MOST, Said

LENGTHS = (12, 16, 24, 48)
BATCH = 64
RATE, HEAD_RATE = 1.5e-4, 3e-3
"""How far a step goes at most, for what the encoder knows and for how the labels weigh it."""
WARMING = 200
"""So many steps go less far, at first."""
SMOOTH = 0.05
"""What share of each example counts for all labels alike."""

Labelled = Sequence[tuple[Said, Mapping[str, float]]]
"""Things said, and what share of each of them each label has."""


def spoken(said: Said) -> str:
    """The words as the encoder reads them, with what they were said after."""
    words, before = said
    return f"{before.replace('_', ' ')} | {words}" if before else words


def learn(labelled: Labelled, epochs: int) -> Callable[[list[Said]], list[dict[str, float]]]:
    """Learn from labelled speech, so many times over. Out: what says how likely each label is for other speech."""
    import jax
    import jax.numpy as jnp
    import numpy
    import optax

    encoder = Encoder()
    labels = sorted({label for _, shares in labelled for label in shares})
    shares = arrays_of([shares for _, shares in labelled], labels)
    pieces = encoder.pieces([spoken(said) for said, _ in labelled])
    data: list[Numbered] = list(zip(pieces, shares, strict=True))
    pace = Pace(epochs, BATCH, LENGTHS)
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

    steps = pace.steps(data)

    def pace_of(most: float) -> Any:
        return optax.adamw(
            optax.warmup_cosine_decay_schedule(0, most, min(WARMING, steps // 2), steps), weight_decay=0.01
        )

    paces = {"encoder": pace_of(RATE), "head": pace_of(HEAD_RATE)}
    optimizer = optax.chain(
        optax.clip_by_global_norm(1.0), optax.multi_transform(paces, {"encoder": "encoder", "head": "head"})
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
                table: Any = numpy.zeros((4 * BATCH, length), dtype=int)
                for row, place in enumerate(group):
                    table[row, : len(asked[place])] = asked[place]
                for place, row in zip(group, numpy.asarray(likelihoods(table)), strict=False):
                    out[place] = {labels[best]: float(row[best]) for best in numpy.argsort(-row)[:MOST]}
        return out

    return likely
