"""Finder: words -> topic, so that a free question finds its answer.

Every topic lists ways in which people ask for it. A question is compared with each of them by the words they share,
a rare word counting more than a common one (inverse document frequency, cosine of the two). Only the phrases that
share a word with the question are looked at, so more topics do not make it slower.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from skill.words import stem

SURE = 0.52
"""From here on a phrase is taken to be what was meant."""
NEAR = 0.33
"""From here on it is worth offering."""

_EMPTY = frozenset(
    "a an the of to in on at for with and or but so is are was were be been am do does did it its this that i you me my "
    "your we they he she them him her kratom please tell about know want can will would could should if have has had "
    "there what from just really some any get make give s t say more mean explain talk hear question".split()
)


@dataclass(frozen=True)
class Found:
    """A topic, and how well its phrase fits: 1 is the same words."""

    topic: str
    fit: float

    @property
    def sure(self) -> bool:
        """Whether to answer with it; otherwise it can be offered."""
        return self.fit >= SURE


class Finder:
    """Finds the topic that a question asks for."""

    def __init__(self, asks: Mapping[str, Iterable[str]], plain: Callable[[str], str]) -> None:
        """In: for each topic, ways of asking for it; and what makes plain words."""
        self._plain = plain
        phrases = [(topic, _features(plain(phrase))) for topic, lines in asks.items() for phrase in lines]
        seen = Counter(feature for _, features in phrases for feature in features)
        self._weight = {feature: math.log(1 + len(phrases) / count) for feature, count in seen.items()}
        self._unknown = math.log(1 + len(phrases))
        self._phrases = [(topic, features, self._length(features)) for topic, features in phrases]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for index, (_, features) in enumerate(phrases):
            for feature in features:
                self._holding[feature].append(index)

    def find(self, words: str) -> Found | None:
        """The best topic for what was said, or None when not even a near one is in sight."""
        ranked = self.rank(words)
        return ranked[0] if ranked and ranked[0].fit >= NEAR else None

    def rank(self, words: str) -> list[Found]:
        """All topics that share anything with what was said, best first."""
        features = _features(self._plain(words))
        length = self._length(features)
        products: dict[int, float] = defaultdict(float)
        for feature, count in features.items():
            for index in self._holding.get(feature, ()):
                products[index] += self._weight[feature] ** 2 * count * self._phrases[index][1][feature]
        best: dict[str, float] = {}
        for index, product in products.items():
            topic, _, phrase_length = self._phrases[index]
            best[topic] = max(best.get(topic, 0), product / (length * phrase_length))
        return sorted((Found(topic, fit) for topic, fit in best.items()), key=lambda found: (-found.fit, found.topic))

    def _length(self, features: Mapping[str, float]) -> float:
        return math.sqrt(sum((self._weight.get(feature, self._unknown) * count) ** 2 for feature, count in features.items())) or 1


def _features(words: str) -> dict[str, float]:
    tokens = [stem(word) for word in words.split()]
    features: dict[str, float] = {}
    for token, word in zip(tokens, words.split(), strict=True):
        features[token] = 0.15 if word in _EMPTY else 1
    for one, two in zip(tokens, tokens[1:], strict=False):
        features[f"{one} {two}"] = 0.3
    return features
