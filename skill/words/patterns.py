"""Patterns: the small language in which signs.yaml says what people say.

    kill myself         these words, one after the other
    kill|end myself     one of several words
    be (dead|at peace)  one of several words or strings of words
    is? bleeding        a word that may be missing
    {child} ~ pills     a word of a group; and up to three words between
    took ... bottle     up to eight words between
    drive*              a word that begins so
    ^suicidal$          the whole of what was said; ^ alone is its beginning, $ its end

A gap never skips a denial, so that "took ... pills" is not found in "took no pills". A phrase is not found where it is
denied just before: "not suicidal", "no chest pain".
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

_DENIALS = "not|never|nobody|without|neither|no"
_GAP = rf"(?:(?!(?:{_DENIALS}) )\S+ )"
_DENIED = re.compile(r"(?: (?:not|never|nobody|without|neither)(?: \S+){0,2}| no(?: one)?(?: is| was| are)?) $")
_ELEMENT = re.compile(r"\([^()]*\)\??|[^\s()]+")
_WORD = re.compile(r"[\w']+\*?")
_WORDS = re.compile(rf"(?:[\w']+ )*{_WORD.pattern}")
_SUBJECTS = re.compile(r"(?:i|he|she|they|we|it|my|this|please|you|there|someone|somebody) ")
_DENIAL = re.compile(rf"\b(?:{_DENIALS})\b")
_NO = re.compile(r" no(?: one)?(?: is| was| are)? $")


def holds_denial(plain: str) -> bool:
    """Whether a word of plain words denies something, so that a gap would not skip it."""
    return bool(_DENIAL.search(plain))


@dataclass(frozen=True, eq=False, repr=False)
class Match:
    """Where a phrase was found in plain words."""

    start: int
    end: int
    phrase: str


class Patterns:
    """Phrases of one kind; only those whose words were all said are compiled and tried."""

    def __init__(self, phrases: Mapping[str, str], groups: Mapping[str, tuple[str, ...]]) -> None:
        """In: phrase -> what it stands for, and the word groups. Raises ValueError with a plain reason."""
        self._groups = groups
        self._phrases, self._names = tuple(phrases), tuple(phrases.values())
        self._needed: dict[int, tuple[frozenset[str], ...]] = {}
        self._compiled: dict[int, re.Pattern[str]] = {}  # only what was ever tried: compiling all takes 0.2 s at start
        by_word: dict[str, list[int]] = {}
        always: list[int] = []
        for index, phrase in enumerate(phrases):
            words = max(self._needs(phrase), key=_rarity, default=frozenset())
            for word in words:
                by_word.setdefault(word, []).append(index)
            if not words:
                always.append(index)
        self._always = tuple(always)
        self._by_word = {sys.intern(word): _places(tuple(indexes)) for word, indexes in by_word.items()}

    @staticmethod
    def of(phrases: Iterable[str], groups: Mapping[str, tuple[str, ...]] | None = None) -> Patterns:
        """Phrases that all stand for the same. Raises ValueError with a plain reason."""
        return Patterns(dict.fromkeys(phrases, ""), groups or {})

    def find(self, plain: str, *, denied: bool = False) -> Iterator[tuple[str, Match]]:
        """What the phrases found in plain words stand for, and where.

        With `denied`, phrases that are denied just before count too.
        """
        said, padded = plain.split(), f" {plain} "  # so that every word has a space before it and after it
        candidates = set(self._always)
        for word in self._by_word.keys() & said:
            candidates.update(self._by_word[word])
        for index in sorted(candidates):
            if not self._may_hold(index, said):
                continue
            phrase = self._phrases[index]
            if index not in self._compiled:
                self._compiled[index] = self._compile(phrase)
            for found in self._compiled[index].finditer(padded):
                if denied or not _is_denied(padded, found):
                    yield self._names[index], Match(found.start(), found.end() - 2, phrase)
                    break

    def _may_hold(self, index: int, said: list[str]) -> bool:
        """Whether a word was said for each that a phrase needs. Most phrases end here, so it is a plain loop."""
        needed = self._needed.get(index)
        if needed is None:
            needed = self._needed[index] = self._needs(self._phrases[index])
        for words in needed:  # noqa: SIM110 - any() costs a third more
            if words.isdisjoint(said):
                return False
        return True

    def any_in(self, plain: str) -> bool:
        """Whether plain words hold any of the phrases, denied or not."""
        return any(True for _ in self.find(plain, denied=True))

    def check(self) -> None:
        """Look at every word of every phrase. Raises ValueError with a plain reason."""
        for phrase in self._phrases:
            for element in _elements(phrase):
                if element not in ("~", "..."):
                    list(self._words(element, phrase))

    def _compile(self, phrase: str) -> re.Pattern[str]:
        pieces = [self._element(element, phrase) for element in _elements(phrase)]
        start = "^ " if phrase.startswith("^") else " "
        return re.compile(start + "".join(pieces) + ("$" if phrase.endswith("$") else ""))

    def _element(self, element: str, phrase: str) -> str:
        if element == "~":
            return f"{_GAP}{{0,3}}"
        if element == "...":
            return f"{_GAP}{{0,8}}"
        optional = element.endswith("?")
        words = sorted(self._words(element, phrase), key=len, reverse=True)
        choice = "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", " ") for word in words)
        return f"(?:(?:{choice}) )" + ("?" if optional else "")

    def _words(self, element: str, phrase: str) -> Iterator[str]:
        choices = element.removesuffix("?")
        written = _WORDS if choices.startswith("(") else _WORD
        for part in choices.strip("()").split("|"):
            group = re.fullmatch(r"\{([a-z_]+)\}", part)
            if group is None:
                if not written.fullmatch(part):
                    raise ValueError(f"{phrase!r}: {part!r} is no word, group or gap")
                yield part
            elif group.group(1) not in self._groups:
                raise ValueError(f"{phrase!r}: there is no group {part}")
            else:
                for word in self._groups[group.group(1)]:
                    yield from self._words(word, phrase) if word.startswith("{") else (word,)

    def _needs(self, phrase: str) -> tuple[frozenset[str], ...]:
        """For each element that must be there, words of which one must be: those that end its choices."""
        needs = []
        for element in _elements(phrase):
            if element in ("~", "...") or element.endswith("?"):
                continue
            words = frozenset(word.split()[-1] for word in self._words(element, phrase))
            if not any("*" in word for word in words):
                needs.append(words)
        return tuple(needs)


@cache
def _places(indexes: tuple[int, ...]) -> tuple[int, ...]:
    """The same tuple for the same indexes: most words stand in one phrase, and a thousand tuples are read at start."""
    return indexes


def _elements(phrase: str) -> list[str]:
    """The words, choices and gaps of a phrase. Raises ValueError for a stray parenthesis."""
    body = phrase.removeprefix("^").removesuffix("$")
    elements = _ELEMENT.findall(body)
    if " ".join(elements) != " ".join(body.split()):
        raise ValueError(f"{phrase!r}: a parenthesis is open or stray")
    return elements


_COMMON = frozenset(
    "i he she they it is not to the a my me am was have has do did on in up out can will want and".split()
)


def _rarity(words: frozenset[str]) -> tuple[bool, int]:
    return (not words & _COMMON, -len(words))


def _is_denied(padded: str, found: re.Match[str]) -> bool:
    before = padded[: found.start() + 1]
    denied = _DENIED.search(before)
    if denied is None:
        return False
    # "no i want to die" denies nothing: the no answers someone.
    return not (_NO.search(before) and _SUBJECTS.match(padded[found.start() + 1 :]))
