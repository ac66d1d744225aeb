"""Features: plain words -> what the models weigh. A change here asks for a new training."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from skill.words.plain import stem

_PIECE = 4
"""So long are the pieces of words, with the bounds of the word."""
_WHOLE = 3
"""Words of so few letters are not cut in pieces."""


def question_features(plain: str, after: str = "") -> list[str]:
    """The features of a question in plain words: stems, pairs of them, pieces of words; and the topic before it."""
    words = plain.split()
    stems = [stem(word) for word in words]
    pairs = [f"{one} {two}" for one, two in pairwise(["<", *stems, ">"])]
    return [*stems, *pairs, *_pieces(words), *([f"after {after}:"] if after else [])]


def risk_features(plain: str, hints: Iterable[str]) -> list[str]:
    """The features of what may tell of danger: as of a question, and threes of stems, with and without the middle one.

    In: plain words, and what the signs hint at.
    """
    words = plain.split()
    stems = ["<", *[stem(word) for word in words], ">"]
    pairs = [f"{one} {two}" for one, two in pairwise(stems)]
    threes = list(zip(stems, stems[1:], stems[2:], strict=False))
    whole = [f"{one} {two} {three}" for one, two, three in threes]
    around = [f"{one} * {three}" for one, _, three in threes]
    return [*stems[1:-1], *pairs, *whole, *around, *_pieces(words), *(f"!{hint}" for hint in hints)]


def _pieces(words: Iterable[str]) -> list[str]:
    padded = [f"({word})" for word in words if len(word) > _WHOLE]
    return [f"#{word[start : start + _PIECE]}" for word in padded for start in range(len(word) - _PIECE + 1)]
