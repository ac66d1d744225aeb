"""Features: plain words -> what the models weigh. A change here asks for a new training."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from skill.linear import unit
from skill.words import stem

_ALIKE = 1.2
_KINDS = 0.7
_HINT = 0.3
_DENIALS = frozenset("not never no without nobody".split())
_FOLLOWS = 0.5
"""How much the topic before counts among the features of a question."""
_LIGHT = frozenset(
    "a an the of to in on at for with and or but so is are was were be been am do does did it its i you me my "
    "your we they he she them him her kratom please tell about know want can will would could should if have has "
    "had there from just really some any get make give this that".split()
)


def risk_features(
    plain: str, alike: Sequence[str], kinds: Sequence[tuple[str, ...]], hints: Iterable[str]
) -> dict[str, float]:
    """The features of plain words.

    In: the words; the same words with those that are alike made one; their kinds; what the signs hint at.
    """
    features = unit(dict.fromkeys(_word_features(plain.split()), 1.0))
    for family, weight in ((_alike_features(alike), _ALIKE), (_kind_features(kinds), _KINDS)):
        features.update({feature: weight * amount for feature, amount in unit(dict.fromkeys(family, 1.0)).items()})
    features.update({f"!{hint}": _HINT for hint in hints})
    return features


def _word_features(plain: Sequence[str]) -> Iterable[str]:
    words = ["<", *plain, ">"]
    for index, word in enumerate(words):
        yield word
        if index + 1 < len(words):
            yield f"{word} {words[index + 1]}"
        if index + 2 < len(words):
            yield f"{word} {words[index + 1]} {words[index + 2]}"
            yield f"{word} * {words[index + 2]}"
        if len(word) > 3:
            padded = f"({word})"
            for size in (4, 5):
                for start in range(len(padded) - size + 1):
                    yield f"#{padded[start : start + size]}"


def _alike_features(alike: Sequence[str]) -> Iterable[str]:
    words = ["<", *alike, ">"]
    for index, word in enumerate(words):
        following = words[index + 1 : index + 4]
        for size in range(1, len(following) + 1):
            yield f"~{word} {' '.join(following[:size])}"
        for gap in range(1, len(following)):
            yield f"~{word}{' *' * gap} {following[gap]}"
        if word in _DENIALS:
            yield from (f"~not {denied}" for denied in following)


def _kind_features(kinds: Sequence[tuple[str, ...]]) -> Iterable[str]:
    for kind in {kind for group in kinds for kind in group}:
        yield f"@{kind}"
    together = sorted({kind for group in kinds for kind in group})
    for index, one in enumerate(together):
        for two in together[index + 1 :]:
            yield f"@{one}&{two}"
    for ones, twos in pairwise(kinds):
        for one in ones:
            for two in twos:
                yield f"@{one}>{two}"
    for ones, twos, threes in zip(kinds, kinds[1:], kinds[2:], strict=False):
        for one in ones:
            for two in twos:
                for three in threes:
                    yield f"@{one}>{two}>{three}"


def question_features(plain: str, after: str = "") -> dict[str, float]:
    """The features of a question in plain words, and of the topic before it; small words count little."""
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
    if after:
        features[f"after {after}:"] = _FOLLOWS
    return unit(features)
