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
_PIECE = 4
"""So long are the pieces of words, with the bounds of the word."""
_WHOLE = 3
"""Words of so few letters are not cut in pieces."""


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


def question_features(plain: str, after: str = "") -> list[str]:
    """The features of a question in plain words: stems, pairs of them, pieces of words; and the topic before it."""
    words = plain.split()
    stems = [stem(word) for word in words]
    pairs = [f"{one} {two}" for one, two in pairwise(["<", *stems, ">"])]
    padded = [f"({word})" for word in words if len(word) > _WHOLE]
    pieces = [f"#{word[start : start + _PIECE]}" for word in padded for start in range(len(word) - _PIECE + 1)]
    return [*stems, *pairs, *pieces, *([f"after {after}:"] if after else [])]
