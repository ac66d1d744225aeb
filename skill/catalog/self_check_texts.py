"""Self-check texts: the questions of the self-check, what is said around them, and what answers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from skill.catalog.text import Text, Variants


@dataclass(frozen=True, eq=False, repr=False)
class SelfCheckTexts:
    """A look at one's own use, for who wants it."""

    mode: Literal["questions", "reflection"]
    """Questions wait for a yes or a no; a reflection only names what to ask oneself, and hears no answer."""
    topic: str
    """The topic that leads into it."""
    for_other: str
    """The topic that is told instead to someone who asks on another's behalf."""
    begin_ask: Text
    questions: Variants
    reprompt: Text
    unclear: Text
    why: Text
    """Said to who asks what the questions are for."""
    go_on_ask: Text
    """Asked after whatever came between two questions, such as a line to call, or an answer to a question of theirs."""
    asks_why: tuple[str, ...]
    """Phrases that ask what the questions are for, as in signs.yaml. What is asked stands before what is answered."""
    says_stop: tuple[str, ...]
    """The same for no more questions."""
    says_surely: tuple[str, ...]
    """The same for a yes that begins like a no."""
    says_no: tuple[str, ...]
    """The same for no."""
    says_yes: tuple[str, ...]
    """The same for yes."""
    title: Text
    some: Text
    """Said when a sign was noticed."""
    none: Text
    next: str
    """The topic offered afterwards."""
    reflection: Text

    @property
    def asks(self) -> bool:
        """Whether it asks questions."""
        return self.mode == "questions"
