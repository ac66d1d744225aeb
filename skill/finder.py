"""Finder: words -> topic, so that a free question finds its answer.

A linear model over words, pairs of words and pieces of words, trained by tools/train.py on the ways of asking in
interaction_model/*.asks.yaml. More topics make the file longer, and finding hardly slower: only the features of the
question are looked up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from skill.linear import LinearModel, unit
from skill.words import stem

NOT_MINE = "-"
"""The label of talk that no topic answers."""
SURE = 0.3
"""From here on a topic is taken to be what was meant."""
NEAR = 0.12
"""From here on it is worth offering."""

_LIGHT = frozenset(
    "a an the of to in on at for with and or but so is are was were be been am do does did it its i you me my "
    "your we they he she them him her kratom please tell about know want can will would could should if have has "
    "had there from just really some any get make give this that".split()
)


@dataclass(frozen=True)
class Found:
    """A topic, and how likely it is the one that was meant."""

    topic: str
    likelihood: float

    @property
    def sure(self) -> bool:
        """Whether to answer with it; otherwise it can be offered."""
        return self.likelihood >= SURE


class Finder:
    """Finds the topic that a question asks for."""

    def __init__(self, model: LinearModel, plain: Callable[[str], str]) -> None:
        """In: the trained model, and what makes plain words."""
        self._model = model
        self._plain = plain
        self.topics = [label for label in model.labels if label != NOT_MINE]

    def find(self, words: str) -> Found | None:
        """The best topic for what was said, or None when not even a near one is in sight."""
        likely = self._model.likelihoods(question_features(self._plain(words)))
        best = max(self.topics, key=lambda topic: likely[topic])
        if likely[NOT_MINE] > 0.5 or likely[best] < NEAR:
            return None
        return Found(best, likely[best])


def question_features(plain: str) -> dict[str, float]:
    """The features of a question in plain words; small words count little."""
    words = plain.split()
    stems = [stem(word) for word in words]
    features: dict[str, float] = {}
    for word, root in zip(words, stems, strict=True):
        features[root] = 0.35 if word in _LIGHT else 1
        if len(root) > 3 and word not in _LIGHT:
            padded = f"({root})"
            features.update({f"#{padded[start : start + 4]}": 0.3 for start in range(len(padded) - 3)})
    for one, two in zip(["<", *stems], [*stems, ">"], strict=True):
        features[f"{one} {two}"] = 0.6
    return unit(features)
