"""Learning: what the scripts share that write the models of models/."""

from __future__ import annotations

import hashlib
import json
import os
import random
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import taught

from skill.models.table import checksum
from skill.models.vectors import LABEL

ROOT = Path(__file__).resolve().parents[1]
SEEN = {"word": 3, "pair": 4, "three": 8, "piece": 20}
"""How often a word, a pair, three words and a piece must be seen to count."""
_ALSO = 0.3
"""How much the other labels that are just as right count, together, where the first counts 1."""
Numbered = tuple[list[int], Any]
"""The places of what was said in a table (0 fills up), and what is to be learnt of it."""


@dataclass(frozen=True)
class Pace:
    """How long something learns, and from how much at once."""

    epochs: int
    batch: int
    lengths: tuple[int, ...]
    """What was said is filled up to the next of these, so that the computation is compiled for few shapes."""

    def steps(self, data: Sequence[Numbered]) -> int:
        """How many there are in all."""
        return self.epochs * (len(data) // self.batch + 1)

    def batches(self, data: Sequence[Numbered], chance: random.Random) -> Iterator[tuple[Any, Any]]:
        """What is of like length together, in random order."""
        import numpy

        def room(places: list[int]) -> int:
            return next(length for length in self.lengths if len(places) <= length)

        shuffled = sorted(chance.sample(data, len(data)), key=lambda item: room(item[0]))
        groups = [shuffled[start : start + self.batch] for start in range(0, len(shuffled), self.batch)]
        chance.shuffle(groups)
        for group in groups:
            nothing = [(group[0][0], 0 * group[0][1])] * (self.batch - len(group))  # fills up, and counts nothing
            group = group + nothing
            length = max(room(places) for places, _ in group)
            filled = [places + [0] * (length - len(places)) for places, _ in group]
            yield numpy.array(filled), numpy.array([wanted for _, wanted in group])


@dataclass(frozen=True)
class Manner:
    """How vectors are learnt."""

    width: int
    """How many numbers a feature has while it is learnt."""
    pace: Pace
    rate: float
    """How far a step goes at first; it falls to a fiftieth of that."""
    smooth: float
    """What share of each example counts for all labels alike, so that none is ever quite sure."""
    dropped_features: float
    dropped_numbers: float
    """What is left out by chance, so that nothing leans on one feature or number alone."""
    seen: Mapping[str, int] = field(default_factory=lambda: SEEN)
    """How often a feature of each kind must be seen to count."""


def known_features(spoken: Iterable[list[str]], seen: Mapping[str, int]) -> list[str]:
    """The features that were seen often enough to count, but for those that a table could not tell apart."""
    counts = Counter(feature for features in spoken for feature in features)
    often = sorted(feature for feature, count in counts.items() if count >= seen[_kind(feature)])
    return list({checksum(feature): feature for feature in often}.values())


def _kind(feature: str) -> str:
    if feature[0] == "#":
        return "piece"
    return ("word", "pair", "three")[min(feature.count(" "), 2)]


def learn_vectors(
    manner: Manner, known: Sequence[str], spoken: Sequence[list[str]], shares: Sequence[Any], seed: int
) -> tuple[Any, Any, Any]:
    """Learn numbers for each known feature, how each label weighs them, and the bias of each label.

    In: the features of each thing said, and an array of what share of it each label has; what sums to more or less
    than 1 counts for so much. Out: three arrays. JAX differentiates, Optax descends. With the same data, versions and
    machine the result is the same.
    """
    import jax
    import jax.numpy as jnp
    import numpy
    import optax

    places = {feature: place for place, feature in enumerate(known, 1)}  # 0 fills up what was said
    most = manner.pace.lengths[-1]
    data: list[Numbered] = [
        ([places[feature] for feature in features if feature in places][:most], wanted)
        for features, wanted in zip(spoken, shares, strict=True)
    ]
    labels = len(shares[0])
    keys = jax.random.split(jax.random.key(seed), 3)
    weights = {
        "features": 0.1 * jax.random.normal(keys[0], (len(known) + 1, manner.width)),
        "out": jax.random.normal(keys[1], (manner.width, labels)) / manner.width**0.5,
        "bias": jnp.zeros(labels),
    }

    def loss(weights: Any, features: Any, wanted: Any, key: Any) -> Any:
        one, two = jax.random.split(key)
        there = (features > 0) & jax.random.bernoulli(one, 1 - manner.dropped_features, features.shape)
        total = (weights["features"][features] * there[..., None]).sum(axis=1)
        mean = total / jnp.sqrt(jnp.maximum(there.sum(axis=1), 1))[:, None]
        kept = jax.random.bernoulli(two, 1 - manner.dropped_numbers, mean.shape) / (1 - manner.dropped_numbers)
        sums = (mean * kept) @ weights["out"] + weights["bias"]
        evenly = wanted.sum(axis=-1, keepdims=True) / labels
        return optax.softmax_cross_entropy(sums, (1 - manner.smooth) * wanted + manner.smooth * evenly).mean()

    optimizer = optax.adam(optax.linear_schedule(manner.rate, manner.rate / 50, manner.pace.steps(data)))

    @jax.jit
    def step(weights: Any, state: Any, features: Any, wanted: Any, key: Any) -> Any:
        updates, state = optimizer.update(jax.grad(loss)(weights, features, wanted, key), state, weights)
        return optax.apply_updates(weights, updates), state

    state, key, chance = optimizer.init(weights), keys[2], random.Random(seed)  # noqa: S311 - no secret
    for epoch in range(manner.pace.epochs):
        for features, wanted in manner.pace.batches(data, chance):
            key, now = jax.random.split(key)
            weights, state = step(weights, state, features, wanted, now)
        sys.stdout.write(f"epoch {epoch + 1} of {manner.pace.epochs}\n")
    return tuple(numpy.asarray(part) for part in (weights["features"][1:], weights["out"], weights["bias"]))


def learn_times(
    times: int, manner: Manner, known: Sequence[str], spoken: Sequence[list[str]], shares: Sequence[Any]
) -> list[tuple[Any, Any, Any]]:
    """The same from so many random starts, each in a process of its own, for one fills no more than a core."""
    learn = partial(learn_vectors, manner, known, spoken, shares)
    with ProcessPoolExecutor(min(times, os.cpu_count() or 1), get_context("spawn")) as pool:
        return list(pool.map(learn, range(1, times + 1)))


def vector_model(
    manner: Manner, times: int, most: int, spoken: Sequence[list[str]], wanted: Sequence[Mapping[str, float]]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Several models in one file, each from another random start: each misses other things (skill/models/vectors.py).

    In: how and how often it is learnt, the largest number of a feature (few different ones make a small artifact), and
    the features of each thing said with what share of it each label has. Out: the head of the file, and the numbers of
    each label and feature.
    """
    import numpy

    labels = sorted({label for shares in wanted for label in shares})
    arrays = arrays_of(wanted, labels)
    known = known_features(spoken, manner.seen)
    vectors, outs, biases = zip(*learn_times(times, manner, known, spoken, arrays), strict=True)
    scale, table = whole(numpy.concatenate(vectors, axis=1), most)
    label_scale, label_table = whole(numpy.concatenate(outs).T)
    head = {"labels": labels, "bias": rounded(sum(biases) / times), "scale": scale * label_scale / times}
    names = [*(f"{LABEL}{label}" for label in labels), *known]
    return head, {name: row.tobytes() for name, row in zip(names, [*label_table, *table], strict=True)}


def shared(main: str, also: Collection[str]) -> dict[str, float]:
    """What share of a thing said each label has. In: its label, and the others that are just as right."""
    others = sorted(set(also) - {main})
    whole = 1 + (_ALSO if others else 0)
    return {main: 1 / whole, **{label: _ALSO / len(others) / whole for label in others}}


def arrays_of(wanted: Sequence[Mapping[str, float]], labels: Sequence[str]) -> list[Any]:
    """In: what share of each thing said each label has, and the labels in order. Out: the shares in that order."""
    import numpy

    return [numpy.array([shares.get(label, 0.0) for label in labels], dtype=numpy.float32) for shares in wanted]


def digest(script: str, data: Any, lesson: str = "") -> str:
    """A digest of what a model learns from, and how.

    In: the script's own file, the data, as JSON can write it, and by which name it was taught, if it was.
    """
    made_of = hashlib.sha256()
    lessons = (Path(taught.__file__), taught.path_of(lesson)) if lesson else ()
    for path in (Path(script), *lessons, *(ROOT / "skill" / "words" / f"{name}.py" for name in ("features", "plain"))):
        made_of.update(path.read_bytes())
    made_of.update(json.dumps(data).encode())
    return made_of.hexdigest()


def whole(table: Any, most: int = 127) -> tuple[float, Any]:
    """In: an array, and the largest number it may hold. Out: what 1 stands for, and the array in whole numbers."""
    import numpy

    scale = float(numpy.abs(table).max()) / most
    return scale, numpy.round(table / scale).astype(numpy.int8)


def rounded(numbers: Any) -> Any:
    """An array as lists, in few digits."""
    import numpy

    return numpy.asarray(numbers, dtype=float).round(4).tolist()


def write_model(path: Path, head: dict[str, Any], rows: Mapping[str, bytes]) -> None:
    """One name a line, so that a change can be seen. skill/models/learnt.py reads it."""
    lines = ",\n".join(f'{json.dumps(name)}:"{b64encode(row).decode()}"' for name, row in rows.items())
    start = json.dumps(head, separators=(",", ":"))
    path.write_text(f'{start[:-1]},"rows":{{\n{lines}\n}}}}\n', encoding="utf-8")


def run(
    path: Path, arguments: list[str], made_from: str, learn: Callable[[], tuple[dict[str, Any], dict[str, bytes]]]
) -> int:
    """Learn a model that is made from other data than there is, or with --check only say so. Returns the exit status.

    In: its file, the command line, a digest of what it should be made from (to which this file is added), and what
    learns its head and rows.
    """
    made_from = hashlib.sha256(made_from.encode() + Path(__file__).read_bytes()).hexdigest()
    fresh = path.exists() and json.loads(path.read_text(encoding="utf-8")).get("made_from") == made_from
    if "--check" in arguments:
        if not fresh:
            sys.stdout.write(f"{path.name} is made from other data; run: make model\n")
        return 0 if fresh else 1
    if not fresh:
        head, rows = learn()
        write_model(path, {"made_from": made_from, **head}, rows)
        sys.stdout.write(f"{path.relative_to(ROOT)}: {len(rows)} rows, {path.stat().st_size / 1e6:.1f} MB\n")
    return 0
