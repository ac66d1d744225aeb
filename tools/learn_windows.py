"""Trains the network of skill/windows.py on tests/risk/development: models/windows.json.

python tools/learn_windows.py            if it is made from other data than there is
python tools/learn_windows.py --check    only say whether it is made from the data as it is
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from learning import SEED, Pace, descend, rounded, run, whole

from skill.catalog_file import load
from skill.evaluate.labelled import calm_questions, risk_utterances, unclear_statements
from skill.files import CATALOG, SIGNS, WINDOWS
from skill.learnt import UNKNOWN
from skill.risk_model import LEVELS
from skill.shape import DataError
from skill.signs import load_signs
from skill.words import Plain

FILTERS, WIDTH = 48, 64
"""How many windows it looks for, and how many numbers stand for a word while it learns."""
PACE, RATE = Pace(epochs=9, batch=128, lengths=(8, 12, 16, 24, 40)), 3e-3
SMOOTH, DROPPED_WORDS, DROPPED_FILTERS = 0.03, 0.08, 0.3
SEEN = 2
"""A word counts when it was seen so often; the others are all one."""

Example = tuple[int, list[str]]


def examples() -> list[Example]:
    """Every labelled utterance and calm question of the development parts: its level's place, and its plain words.

    What may tell of trouble or not is learnt as both, twice what the linear model gives it: here nothing weighs less.
    """
    plain = Plain(load_signs(SIGNS, load(CATALOG)).heard_as)
    spoken = [(item.level, item.words) for item in risk_utterances("development")]
    spoken += [("none", words) for words in calm_questions()]
    spoken += [(level, words) for words in unclear_statements() for level in ("support", "none")]
    heard = [(LEVELS.index(level), plain(words).split()) for level, words in spoken]
    return [(level, words[: PACE.lengths[-1]]) for level, words in heard if words]


def made_from(data: list[Example]) -> str:
    """A digest of what the network learns from, and of this file."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for level, words in data:
        digest.update(f"{level} {' '.join(words)}\n".encode())
    return digest.hexdigest()


def learn(data: list[Example]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """In: labelled sentences. Out: the head of the file, and what each word adds to the filters."""
    import jax
    import jax.numpy as jnp
    import optax

    counts = Counter(word for _, words in data for word in words)
    known = [UNKNOWN, *sorted(word for word, count in counts.items() if count >= SEEN)]
    places = {word: place for place, word in enumerate(known, 1)}  # 0 fills a sentence up
    numbered = [([places.get(word, 1) for word in words], level) for level, words in data]
    keys = jax.random.split(jax.random.key(SEED), 4)
    weights = {
        "words": 0.3 * jax.random.normal(keys[0], (len(known) + 1, WIDTH)),
        "windows": jax.random.normal(keys[1], (3, WIDTH, FILTERS)) / (3 * WIDTH) ** 0.5,
        "bias": jnp.zeros(FILTERS),
        "out": jax.random.normal(keys[2], (FILTERS, len(LEVELS))) / FILTERS**0.5,
        "out_bias": jnp.zeros(len(LEVELS)),
    }

    def loss(weights: Any, words: Any, levels: Any, key: Any) -> Any:
        one, two = jax.random.split(key)
        words = jnp.where(jax.random.bernoulli(one, DROPPED_WORDS, words.shape), jnp.minimum(words, 1), words)
        there = (words > 0)[..., None]
        vectors = weights["words"][words] * there
        before = jnp.pad(vectors, ((0, 0), (1, 0), (0, 0)))[:, :-1]
        after = jnp.pad(vectors, ((0, 0), (0, 1), (0, 0)))[:, 1:]
        sums = sum(part @ weights["windows"][place] for place, part in enumerate((before, vectors, after)))
        fired = jnp.maximum(jnp.where(there, sums, -1e9).max(axis=1) + weights["bias"], 0)
        kept = jax.random.bernoulli(two, 1 - DROPPED_FILTERS, fired.shape) / (1 - DROPPED_FILTERS)
        guesses = (fired * kept) @ weights["out"] + weights["out_bias"]
        wanted = optax.smooth_labels(jax.nn.one_hot(levels, len(LEVELS)), SMOOTH)
        return optax.softmax_cross_entropy(guesses, wanted).mean()

    schedule = optax.cosine_onecycle_schedule(PACE.steps(numbered), RATE, pct_start=0.1)
    optimizer = optax.adamw(schedule, weight_decay=1e-3)
    return packed(known, descend(weights, loss, optimizer, keys[3], PACE, numbered))


def packed(known: list[str], weights: Any) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What each word adds to each filter from the left, the middle and the right, in whole numbers of a byte."""
    import numpy

    vectors, windows = numpy.asarray(weights["words"])[1:], numpy.asarray(weights["windows"])
    table = numpy.concatenate([vectors @ windows[place] for place in range(3)], axis=1)
    scale, numbers = whole(table)
    head = {
        "labels": list(LEVELS),
        "scale": scale,
        "bias": rounded(weights["bias"]),
        "out": rounded(numpy.asarray(weights["out"]).T),
        "out_bias": rounded(weights["out_bias"]),
    }
    return head, {word: row.tobytes() for word, row in zip(known, numbers, strict=True)}


def main(arguments: list[str]) -> int:
    """Train, or check."""
    data = examples()
    return run(WINDOWS, arguments, made_from(data), lambda: learn(data))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DataError as error:
        sys.exit(str(error))
