"""Learns models/topics.json (skill/vectors.py) from the ways of asking, and tests/questions, development and hints.

python tools/learn_topics.py            if it is made from other data than there is
python tools/learn_topics.py --check    only say whether it is made from the data as it is
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from learning import ROOT, SEED, Pace, descend, rounded, run, whole

from skill.asks import load_asks
from skill.catalog_file import load
from skill.evaluate.labelled import HINTS, question_rows, risk_utterances, rows
from skill.features import question_features
from skill.files import ASKS, CATALOG, SIGNS, TOPIC_MODEL
from skill.finder import NOT_MINE
from skill.shape import DataError
from skill.signs import load_signs
from skill.vectors import LABEL
from skill.words import Plain

WIDTH, MOST = 64, 31
"""How many numbers a feature has, and the largest of them: few different ones make a small artifact."""
PACE, RATE = Pace(epochs=10, batch=128, lengths=(24, 48, 96, 160)), 5e-3
SMOOTH, DROPPED_FEATURES, DROPPED_NUMBERS = 0.05, 0.15, 0.3
SEEN = {"word": 3, "pair": 4, "piece": 10}
"""How often a feature must be seen to count."""
_ALSO = 0.3
"""How much the other topics that would answer a question just as well count, together, where its own counts 1."""
_MADE_OF = [Path(__file__), *(ROOT / "skill" / f"{name}.py" for name in ("features", "words"))]


@dataclass(frozen=True)
class Asked:
    """A question in plain words, the topic before it if it leans on one, and what share of it each topic has."""

    words: str
    after: str
    topics: dict[str, float]


def asked() -> Iterator[Asked]:
    """The ways of asking, what hints at a topic, the development questions, and everyday talk that no topic answers.

    What leans on another question is learnt with the topic of that one, where its words are among the others.
    """
    catalog = load(CATALOG)
    plain = Plain(load_signs(SIGNS, catalog).heard_as)
    ways = [(topic, plain(phrase)) for topic, phrases in load_asks(ASKS, catalog).items() for phrase in phrases]
    questions = list(question_rows("development"))
    topics = {plain(question.words): question.topic for question in questions if not question.before}
    topics |= {words: topic for topic, words in ways}
    hints = [(hint["topic"], plain(hint["phrase"])) for path in sorted(HINTS.glob("*.tsv")) for hint in rows(path)]
    for topic, words in (*ways, *hints):
        yield Asked(words, "", {topic: 1.0})
    for question in questions:
        after = topics.get(plain(question.before), "")
        if question.before and after not in catalog.topics:
            continue
        main = NOT_MINE if question.topic == "unknown" else question.topic
        also = sorted({topic for topic in question.also if topic in catalog.topics} - {main})
        shares = {main: 1.0, **{topic: _ALSO / len(also) for topic in also}}
        sum_of = sum(shares.values())
        yield Asked(plain(question.words), after, {topic: share / sum_of for topic, share in shares.items()})
    for spoken in risk_utterances("development"):
        words = plain(spoken.words)
        if spoken.level == "none" and spoken.kind in ("idiom", "fiction") and "kratom" not in words:
            yield Asked(words, "", {NOT_MINE: 1.0})


def made_from(data: list[Asked]) -> str:
    """A digest of what the model learns from, and how."""
    digest = hashlib.sha256()
    for path in _MADE_OF:
        digest.update(path.read_bytes())
    digest.update(json.dumps([(item.words, item.after, item.topics) for item in data]).encode())
    return digest.hexdigest()


def known_features(spoken: list[list[str]]) -> list[str]:
    """The features that were seen often enough."""
    counts = Counter(feature for features in spoken for feature in features)
    kinds = {feature: "piece" if feature[0] == "#" else "pair" if " " in feature else "word" for feature in counts}
    return sorted(feature for feature, count in counts.items() if count >= SEEN[kinds[feature]])


def learn(data: list[Asked]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """In: questions. Out: the head of the file, and the numbers of each label and feature."""
    import jax
    import jax.numpy as jnp
    import numpy
    import optax

    labels = sorted({topic for item in data for topic in item.topics})
    spoken = [question_features(item.words, item.after) for item in data]
    known = known_features(spoken)
    places = {feature: place for place, feature in enumerate(known, 1)}  # 0 fills a question up
    numbered = [
        (
            [places[feature] for feature in features if feature in places][: PACE.lengths[-1]],
            numpy.array([item.topics.get(label, 0.0) for label in labels], dtype=numpy.float32),
        )
        for features, item in zip(spoken, data, strict=True)
    ]
    keys = jax.random.split(jax.random.key(SEED), 3)
    weights = {
        "features": 0.1 * jax.random.normal(keys[0], (len(known) + 1, WIDTH)),
        "out": jax.random.normal(keys[1], (WIDTH, len(labels))) / WIDTH**0.5,
        "out_bias": jnp.zeros(len(labels)),
    }

    def loss(weights: Any, features: Any, shares: Any, key: Any) -> Any:
        one, two = jax.random.split(key)
        there = (features > 0) & jax.random.bernoulli(one, 1 - DROPPED_FEATURES, features.shape)
        total = (weights["features"][features] * there[..., None]).sum(axis=1)
        mean = total / jnp.sqrt(jnp.maximum(there.sum(axis=1), 1))[:, None]
        kept = jax.random.bernoulli(two, 1 - DROPPED_NUMBERS, mean.shape) / (1 - DROPPED_NUMBERS)
        wanted = optax.smooth_labels(shares, SMOOTH)
        return optax.softmax_cross_entropy((mean * kept) @ weights["out"] + weights["out_bias"], wanted).mean()

    optimizer = optax.adam(optax.linear_schedule(RATE, RATE / 50, PACE.steps(numbered)))
    weights = descend(weights, loss, optimizer, keys[2], PACE, numbered)
    scale, table = whole(numpy.asarray(weights["features"])[1:], MOST)
    label_scale, label_table = whole(numpy.asarray(weights["out"]).T)
    head = {"labels": labels, "bias": rounded(weights["out_bias"]), "scale": scale * label_scale}
    names = [*(f"{LABEL}{label}" for label in labels), *known]
    return head, {name: row.tobytes() for name, row in zip(names, [*label_table, *table], strict=True)}


def main(arguments: list[str]) -> int:
    """Learn, or check."""
    data = list(asked())
    return run(TOPIC_MODEL, arguments, made_from(data), lambda: learn(data))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DataError as error:
        sys.exit(str(error))
