"""Learning: what the scripts share that write the models of models/."""

from __future__ import annotations

import hashlib
import json
import random
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SEED = 1

Numbered = tuple[list[int], Any]
"""The places of what was said in a table (0 fills up), and what is to be learnt of it."""


@dataclass(frozen=True)
class Pace:
    """How a network learns."""

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
            group = (group * self.batch)[: self.batch]
            length = max(room(places) for places, _ in group)
            filled = [places + [0] * (length - len(places)) for places, _ in group]
            yield numpy.array(filled), numpy.array([wanted for _, wanted in group])


def descend(weights: Any, loss: Callable[..., Any], optimizer: Any, key: Any, pace: Pace, data: list[Numbered]) -> Any:
    """In: weights, their loss for a batch and a random key, and what to learn. Out: the weights that were learnt.

    JAX differentiates, Optax descends. With the same data, versions and machine the result is the same.
    """
    import jax
    import optax

    @jax.jit
    def step(weights: Any, state: Any, places: Any, wanted: Any, key: Any) -> Any:
        updates, state = optimizer.update(jax.grad(loss)(weights, places, wanted, key), state, weights)
        return optax.apply_updates(weights, updates), state

    state, chance = optimizer.init(weights), random.Random(SEED)  # noqa: S311 - no secret
    for epoch in range(pace.epochs):
        for places, wanted in pace.batches(data, chance):
            key, now = jax.random.split(key)
            weights, state = step(weights, state, places, wanted, now)
        sys.stdout.write(f"epoch {epoch + 1} of {pace.epochs}\n")
    return weights


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
    """One name a line, so that a change can be seen. skill/learnt.py reads it."""
    lines = ",\n".join(f'{json.dumps(name)}:"{b64encode(row).decode()}"' for name, row in rows.items())
    start = json.dumps(head, separators=(",", ":"))
    path.write_text(f'{start[:-1]},"rows":{{\n{lines}\n}}}}\n', encoding="utf-8")


def run(
    path: Path, arguments: list[str], made_from: str, learn: Callable[[], tuple[dict[str, Any], dict[str, bytes]]]
) -> int:
    """Learn a model that is made from other data than there is, or with --check only say so. Returns the exit status.

    In: its file, the command line, a digest of what it should be made from (this script is added), and what learns its
    head and rows.
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
