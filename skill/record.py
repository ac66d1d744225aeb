"""Record: what may be known of a turn afterwards. Never a word that was said, and never who said it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

OTHER = "other"
"""Stands for a name that we did not give: it comes from outside and could hold anything."""

Failure = Literal["", "raised", "unheard", "unknown"]
"""Why somebody got no answer. raised: our own code failed, and the error reply was said. unheard: Alexa tells that she
could not use what we said, so nothing was heard. unknown: no request that this version knows, or none that can be read;
the error reply was said."""


@dataclass(frozen=True, eq=False, repr=False)
class Record:
    """One turn, in names of our own."""

    intent: str
    """An intent or a request type that the skill knows; all free-word intents are one, "PhraseIntent"."""
    topic: str
    """The topic that was answered; empty when none was."""
    level: str
    """The level of risk."""
    locale: str
    """A locale that the catalog names."""
    milliseconds: float
    """From the parsed request to the response."""
    failure: Failure = ""
    """Why somebody got no answer; empty when they got one."""

    @property
    def failed(self) -> bool:
        """Whether somebody got no answer."""
        return bool(self.failure)


Recorder = Callable[[Record], None]
"""What a door does with a record; it must be quick, and it must not raise."""
