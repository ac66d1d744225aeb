"""Conversation: what one session remembers, and nothing that a person said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

WELCOME = "welcome"
"""What was said last, where only the welcome was."""
STANDS = "stands"
"""A danger was told of, and nothing else was asked since."""
LOOSE = "loose"
"""So too, but it may be none, and holds on to nothing asked: only guessed, and unsure or named again; or denied."""
EASED = "eased"
"""So too, and they told since that it is none now: what they ask is answered, what they tell may still be about it."""
LEFT = "left"
"""Something else was asked since."""
OVER = "over"
"""Others have taken over, or it never was one, or a loose one was left."""
STAGES = (STANDS, LOOSE, EASED, LEFT, OVER)


@dataclass(frozen=True, eq=False, repr=False)
class Conversation:
    """The state between two turns. It travels in the session attributes and ends with the session."""

    said: str = ""
    """Key of the last thing said, so that it can be said again; see script.py."""
    topic: str = ""
    """The topic talked about last."""
    subject: str = ""
    """The topic that stays in mind, such as a pregnancy: what is asked next is likely about it, too."""
    role: str = ""
    """The topic told last that tells who is speaking, such as a parent or a child."""
    offer: str = ""
    """What "yes" would bring: a key, or nothing."""
    heard: tuple[str, ...] = ()
    """Topics already answered, in order."""
    line: str = ""
    """The line named by the last risk reply."""
    told: str = ""
    """The risk reply to that danger, and whether it is about the speaker ("crisis:self") or someone else."""
    named: str = ""
    """The line that an answer named last. After a danger: the second line of its reply, such as Poison Control."""
    stage: str = ""
    """How far they are from that danger: empty without one, else one of STAGES."""
    guessed: bool = False
    """Whether only the model heard that danger, in words that no sign knows, and it is none to a life right now."""
    sure: bool = False
    """Whether a sign or an intent told of that danger, and not only the model; then it was not guessed."""
    on_line: bool = False
    """Whether they told since that help is on the phone, or on its way."""
    remind: bool = False
    """Whether that line is still to be named once more: while the danger stands, and once after it."""
    disclaimed: bool = False
    """Whether the disclaimer was heard."""
    other: bool = False
    """Whether they ask for someone else."""
    check: int = 0
    """The question of the self-check that waits for an answer, counted from one; 0 for none."""
    noticed: bool = False
    """Whether an answer of the self-check under way named a sign."""
    misses: int = 0
    """How many turns in a row were not understood."""
    declined: bool = False
    """Whether the last offer was declined."""

    @property
    def danger(self) -> bool:
        """Whether a danger was told of, and nothing else was asked since."""
        return self.stage in (STANDS, LOOSE, EASED)

    @property
    def danger_stands(self) -> bool:
        """Whether a danger stands, so that what is asked is about it."""
        return self.stage == STANDS

    @property
    def let_go(self) -> bool:
        """Whether a danger holds on to nothing that is asked, and what is heard next may be another."""
        return self.stage in (LOOSE, OVER)

    @property
    def told_reply(self) -> str:
        """The risk reply to the danger told of, whoever it is about; empty without one."""
        return self.told.partition(":")[0]

    @property
    def told_whom(self) -> str:
        """Whom the danger told of is about: "self", "other", or empty without one."""
        return self.told.partition(":")[2]

    @property
    def midway(self) -> bool:
        """Whether something was said before, other than the welcome."""
        return self.said not in ("", WELCOME)

    @property
    def just_after_danger(self) -> bool:
        """Whether the last answer was the first one since a danger."""
        return self.said.startswith(("remember:", "unheard:"))

    def named_again(self) -> Conversation:
        """The same once the line of a danger is named again: one that was only guessed is loose then."""
        return replace(self, stage=LOOSE) if self.danger and self.guessed else self

    def gone_on(self) -> Conversation:
        """The same once something else is asked."""
        return replace(self, stage=_GONE_ON[self.stage]) if self.danger else self

    def forgotten(self) -> Conversation:
        """The same, but a danger that only a model had heard is forgotten, but for its line, unless it stands."""
        if self.stage in (STANDS, EASED) or self.sure:
            return self
        return replace(self, stage="", told="", guessed=False)

    def attributes(self) -> dict[str, Any]:
        """The state as JSON values; what is at its default is left out."""
        state = {name: getattr(self, name) for name in _DEFAULTS}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in state.items()
            if value != _DEFAULTS[name]
        }

    @staticmethod
    def of(attributes: Mapping[str, Any] | None) -> Conversation:
        """The state from session attributes. What does not fit (they come from outside) is left at its default."""
        state: dict[str, Any] = {}
        for name, value in (attributes or {}).items():
            if isinstance(value, list) and all(isinstance(item, str) for item in value):
                value = tuple(value)
            if name in _DEFAULTS and type(value) is type(_DEFAULTS[name]):
                state[name] = value
        return Conversation(**state)


_GONE_ON = {STANDS: LEFT, LOOSE: OVER, EASED: LEFT}
_DEFAULTS: Mapping[str, Any] = {field.name: field.default for field in fields(Conversation)}
"""What a conversation begins with."""
