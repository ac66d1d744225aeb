"""Whose danger it is, and for whom someone asks, by the phrases of signs.yaml; which_danger.py weighs what is open."""

from __future__ import annotations

from skill.levels import LEVELS, Level
from skill.reply import Whom
from skill.risk.signs import Signs
from skill.words.patterns import Patterns


class Whose:
    """Tells the speaker from someone else. What it reads are plain words."""

    def __init__(self, signs: Signs) -> None:
        """In: the signs, whose phrases these are."""
        groups = signs.groups
        self._others = Patterns.of(("{other}",), groups)
        self._people = Patterns.of(("{kin}", "{partner}", "{child}", "{acquaintance}"), groups)
        self._mine = {level: Patterns.of(signs.about_me[level], groups) for level in LEVELS}
        self._surely_mine = Patterns.of(signs.about_me_surely, groups)
        self._reported = Patterns.of(signs.reported, groups)
        self._not_mine = Patterns.of(signs.about_other, groups)
        self._for_self = Patterns.of(signs.asks_for_self, groups)
        self._for_other = Patterns.of(signs.asks_for_other, groups)
        self._themselves = Patterns.of(signs.they_themselves, groups)

    def asks_for(self, plain: str) -> Whom:
        """For whom they ask, where that can be told."""
        if self._for_self.any_in(plain):
            return "self"
        return "other" if self._for_other.any_in(plain) else ""

    def names_other(self, plain: str) -> bool:
        """Whether someone else is named at all."""
        return self._others.any_in(plain)

    def names_person(self, plain: str) -> bool:
        """Whether someone else is named by more than "he" or "they"."""
        return self._people.any_in(plain)

    def means_another(self, plain: str) -> bool:
        """Whether someone else is meant, whatever the talk is about: named, or a "he" who takes it, too."""
        return self.names_person(plain) or self._themselves.any_in(plain)

    def is_other(self, plain: str, level: Level) -> bool:
        """Whether it is someone else who is in danger of that level."""
        if not self.names_other(plain) or self.is_surely_mine(plain):
            return False
        return self._not_mine.any_in(plain) if self._mine[level].any_in(plain) else True

    def is_surely_mine(self, plain: str) -> bool:
        """Whether only the speaker can be meant, whoever is named besides."""
        return self._surely_mine.any_in(plain) and not self._reported.any_in(plain)
