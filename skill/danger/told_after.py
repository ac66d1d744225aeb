"""Told after: what people tell or ask after a danger -> the item of after_danger in the catalog that answers it.

An item has phrases, and for as long as the danger stands a small model, which tools/learn_after.py learns from
tests/after, says which item is likely meant: where it is sure it decides, else a phrase does, else what is likely.
Where none of that may be said, an item with `stands_for` may be, which only lets the danger go.
"""

from __future__ import annotations

from skill.catalog.catalog import Catalog
from skill.catalog.risk_reply import AfterDanger
from skill.catalog.text import Text
from skill.conversation import Conversation
from skill.models.vectors import Vectors
from skill.turn import Turn
from skill.words.features import question_features
from skill.words.patterns import Patterns

NONE = "-"
"""The label of what no item answers."""
_SURE = 0.6
"""How likely an item must be to be said in place of one whose phrase was heard."""
_LIKELY = 0.4
"""How likely it must be where no phrase was heard."""
_SURE_OVER = 0.8
"""How likely it must be to end a danger."""
_SURE_LATER = 0.8
"""How likely it must be once something else was asked."""
_LET_GO = 0.6
"""How likely those together must be that say that it never was a danger, for it to be let go."""


class ToldAfter:
    """Finds what fits the danger told of. Each answer is the name of an item, or an empty text for none."""

    def __init__(self, catalog: Catalog, model: Vectors) -> None:
        """In: the catalog, and the trained model."""
        self._items = catalog.after_danger
        self._catalog = catalog
        self._model = model
        self._with: dict[str, list[str]] = {}  # the items that have a phrase: several may, after other dangers
        for name, item in self._items.items():
            for phrase in () if item.stands_for else item.hears:
                self._with.setdefault(phrase, []).append(name)
        self._hears = Patterns.of(self._with)
        self._unless = {name: Patterns.of(item.unless) for name, item in self._items.items() if item.unless}
        self._not_yet = {name: Patterns.of(item.not_yet) for name, item in self._items.items() if item.stays}
        self._letting_go = {name: Patterns.of(item.hears) for name, item in self._items.items() if item.stands_for}
        self._surely = {name: Patterns.of(item.surely) for name, item in self._items.items() if item.denies}

    def item(self, name: str) -> AfterDanger | None:
        """The item of a name."""
        return self._items.get(name)

    def said(self, key: str) -> AfterDanger | None:
        """The item that a key of what was said stands for."""
        return self._items.get(key.split(":")[1]) if key.startswith("after:") else None

    def overheard(self, conversation: Conversation) -> Text | None:
        """What is said to who must not be overheard, while a danger stands in which that may be so; else None."""
        quiet = (item.say for item in self._items.values() if item.quiet and self._fits(conversation, item))
        return next(quiet, None) if conversation.danger else None

    @staticmethod
    def key(name: str, line: str) -> str:
        """The key of an item's words, about a line."""
        return f"after:{name}:{line}"

    def told(self, turn: Turn) -> str:
        """What the words tell. That it is over counts by its phrase, whatever else they may mean."""
        heard = self.plainly(turn)
        if heard and self._items[heard].ends:
            return heard
        likely, likelihood = self._likely(turn.plain, turn.conversation) if turn.free else ("", 0.0)
        if likelihood >= _SURE:
            return likely
        return heard or (likely if likelihood >= _LIKELY else "")

    def plainly(self, turn: Turn) -> str:
        """The item of which a phrase was heard.

        Of several the quiet one, help that is there, the end, help on its way, or the first. What is denied tells
        neither that help is there nor that it is on its way: "i can't have cops here".
        """
        plain, conversation = turn.plain, turn.conversation
        undenied = {match.phrase for _, match in self._hears.find(plain)}
        heard = self._hears.find(plain, denied=True)
        told = (
            name
            for _, match in heard
            for name in self._with[match.phrase]
            if match.phrase in undenied or not (self._items[name].over or self._items[name].stays)
        )
        fitting = (name for name in told if self._may_be_said(name, plain, conversation))
        return max(fitting, key=lambda name: _weight(self._items[name]), default="")

    def is_on_line(self, turn: Turn, name: str) -> bool:
        """Whether help is on the phone or on its way, after an item was told. In: the turn, and the item's name."""
        item, before = self._items[name], turn.conversation.on_line
        if item.stays:
            return before or not self._not_yet[name].any_in(turn.plain)
        return before and not item.hangs_up

    def lets_go(self, turn: Turn) -> str:
        """What is said to who likely tells that a danger never was one: "dude it's a song". Else empty.

        Not while help is on the way, and not of one's own wish to die.
        """
        before = turn.conversation
        may = before.danger_stands and not (before.on_line or self._catalog.is_own_wish(before.told))
        if not (may and turn.free and turn.risk.safe):
            return ""
        fitting = (name for name in self._letting_go if self._may_be_said(name, turn.plain, before))
        return next((name for name in fitting if self._is_no_danger(turn, name)), "")

    def _is_no_danger(self, turn: Turn, name: str) -> bool:
        """Whether an item's phrase says that it never was one, or what it stands for is likely. In: the item's name."""
        likely = self._likelihoods(turn.plain, turn.conversation)
        others = [other for other in self._items[name].stands_for if not self._is_taken_back(other, turn.plain)]
        together = sum(likely.get(other, 0.0) for other in others)
        return together >= _LET_GO or self._letting_go[name].any_in(turn.plain)

    def denies(self, turn: Turn) -> bool:
        """Whether they say in a plain phrase that it was no danger."""
        item = self.item(self.plainly(turn))
        return bool(item and item.denies)

    def _likely(self, plain: str, conversation: Conversation) -> tuple[str, float]:
        """The likeliest item after a danger, and how likely it is."""
        if not (plain and conversation.told):
            return "", 0.0
        likely = self._likelihoods(plain, conversation)
        name = max(self._items, key=lambda name: likely.get(name, 0.0) * self._fits(conversation, self._items[name]))
        item, said = self._items[name], self._may_be_said(name, plain, conversation)
        if not said or item.quiet or (item.ends and likely[name] < _SURE_OVER):
            return "", 0.0
        return name, likely[name]

    def _likelihoods(self, plain: str, conversation: Conversation) -> dict[str, float]:
        return self._model.likelihoods(question_features(plain, conversation.told_reply))

    def _may_be_said(self, name: str, plain: str, conversation: Conversation) -> bool:
        if not self._fits(conversation, self._items[name]) or self._is_taken_back(name, plain):
            return False
        ends_own_wish = self._items[name].denies and self._catalog.is_own_wish(conversation.told)
        return not ends_own_wish or self._surely[name].any_in(plain)

    def _is_taken_back(self, name: str, plain: str) -> bool:
        unless = self._unless.get(name)
        return bool(unless and unless.any_in(plain))

    def told_later(self, turn: Turn, *, may_guess: bool) -> str:
        """What is told of a danger once something else was asked: right after that any, later what fits it alone.

        Later too that help is there or on its way, and what is told then. Where only the model heard the danger, or it
        is over, no more than that. In: the turn, and whether an item of which no phrase was heard may be told where it
        is likely beyond doubt, as it may where nothing else is heard in the words.
        """
        name, before = self.plainly(turn), turn.conversation
        if not name and turn.free and may_guess:
            likely, likelihood = self._likely(turn.plain, before)
            name = likely if likelihood >= _SURE_LATER else ""
        item = self._items.get(name)
        told_then = item and (item.stays or item.ends or item.later)
        fits = told_then or (item and item.after and not (before.guessed or before.let_go))
        return name if fits or before.just_after_danger else ""

    def instead_of(self, topic: str, conversation: Conversation) -> str:
        """What is said in place of a topic for as long as the danger stands."""
        own_wish = self._catalog.is_own_wish(conversation.told)  # which no intent ends, for it brings no words
        instead = (
            name for name, item in self._items.items() if topic in item.instead_of and not (item.denies and own_wish)
        )
        return next((name for name in instead if self._fits(conversation, self._items[name])), "")

    def _fits(self, conversation: Conversation, item: AfterDanger) -> bool:
        """Whether it may be said after that danger: a wish to die is not over because someone says "fine"."""
        fits = not item.after or conversation.told in item.after or conversation.told_reply in item.after
        last = self.said(conversation.said)
        there = not item.once_there or conversation.on_line or bool(last and last.over)
        may = not (item.if_guessed and conversation.sure)
        return fits and there and may and not (item.over and self._catalog.is_own_wish(conversation.told))


def _weight(item: AfterDanger) -> tuple[bool, bool, bool, bool]:
    return item.quiet, item.taken_over, item.ends, item.stays
