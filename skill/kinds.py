"""Kinds: plain words -> the kinds of word in them, by the groups of signs.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

_OWN = frozenset("i me my myself you not want need going have help can feel think".split())
"""Words that are a kind by themselves."""


class Kinds:
    """Looks words up in their groups; a word may be of several kinds, and several words may be one entry."""

    def __init__(self, groups: Mapping[str, Sequence[str]]) -> None:
        self._kinds: dict[str, tuple[str, ...]] = {}
        for group in groups:
            for words in members(groups[group], groups):
                self._kinds[words] = tuple(dict.fromkeys((*self._kinds.get(words, ()), group)))
        self._longest = max((len(words.split()) for words in self._kinds), default=1)

    def of(self, plain: str) -> list[tuple[str, ...]]:
        """The kinds in plain words, in order; longer entries win over shorter ones."""
        words = plain.split()
        found: list[tuple[str, ...]] = []
        start = 0
        while start < len(words):
            size, kinds = self._at(words, start)
            if kinds:
                found.append(kinds)
            start += size
        return found

    def _at(self, words: Sequence[str], start: int) -> tuple[int, tuple[str, ...]]:
        for size in range(min(self._longest, len(words) - start), 0, -1):
            if kinds := self._kinds.get(" ".join(words[start : start + size])):
                return size, kinds
        return 1, (words[start],) if words[start] in _OWN else ()


def members(entries: Sequence[str], groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Every entry, with the {groups} it names written out. Raises KeyError for an unknown group."""
    for words in entries:
        if words.startswith("{"):
            yield from members(groups[words[1:-1]], groups)
        else:
            yield words
