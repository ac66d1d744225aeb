"""Conversation: what one session remembers, and nothing that a person said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

WELCOME = "welcome"
"""What was said last, where only the welcome was."""


@dataclass(frozen=True)
class Conversation:
    """The state between two turns. It travels in the session attributes and ends with the session."""

    said: str = ""
    """Key of the last thing said, so that it can be said again; see script.py."""
    topic: str = ""
    """The topic talked about last."""
    subject: str = ""
    """The topic that stays in mind, such as a pregnancy: what is asked next is likely about it, too."""
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
    danger: bool = False
    """Whether a danger was told of, and nothing else was asked since."""
    guessed: bool = False
    """Whether only the model heard that danger, in words that no sign knows, and it is none to a life right now."""
    let_go: bool = False
    """Whether the line of such a guess was named again, or a danger is over: it no longer holds on to what is asked."""
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
    def danger_stands(self) -> bool:
        """Whether a danger stands. One that was only guessed does until its line has been named twice."""
        return self.danger and not self.let_go

    @property
    def told_reply(self) -> str:
        """The risk reply to the danger told of, whoever it is about; empty without one."""
        return self.told.partition(":")[0]

    @property
    def own_crisis(self) -> bool:
        """Whether it is their own wish to die that they told of."""
        return self.line == "crisis" and self.told.endswith(":self")

    @property
    def midway(self) -> bool:
        """Whether something was said before, other than the welcome."""
        return self.said not in ("", WELCOME)

    @property
    def just_after_danger(self) -> bool:
        """Whether the last answer was the first one since a danger."""
        return self.said.startswith(("remember:", "unheard:"))

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


_DEFAULTS: Mapping[str, Any] = {field.name: field.default for field in fields(Conversation)}
"""What a conversation begins with."""
