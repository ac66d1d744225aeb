"""Turn: what one request brings, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from skill.conversation import Conversation
from skill.reply import Risk

PHRASE = "PhraseIntent"
"""How the name of an intent ends whose one slot takes free words.

Alexa drops the words around such a slot, so the slot is named after them: in `i_can_not` comes what followed "i can't",
in `words_kratom` what went before "kratom"; in `words` what followed something of no weight.
"""


@dataclass(frozen=True, eq=False, repr=False)
class Slot:
    """One slot that was filled."""

    name: str
    words: str
    """As they were heard."""
    ids: tuple[str, ...] = ()
    """What the words resolved to; empty when they are not among the slot's values."""


@dataclass(frozen=True, eq=False, repr=False)
class Turn:
    """One request."""

    intent: str
    slots: tuple[Slot, ...] = ()
    locale: str = "en-US"
    seed: int = 0
    """Chooses among variants; the same request gives the same reply."""
    conversation: Conversation = field(default=Conversation())
    plain: str = ""
    """The words in plain words (words/plain.py), made once, before the risk is asked."""
    risk: Risk = field(default=Risk())

    @property
    def free(self) -> bool:
        """Whether the words are free ones."""
        return self.intent.endswith(PHRASE)

    @property
    def words(self) -> str:
        """Every word that arrived, with the words around a free slot put back."""
        return " ".join(_put_back(slot) if self.free else slot.words for slot in self.slots)

    @property
    def says_i(self) -> bool:
        """Whether the words speak of the speaker."""
        return not {"i", "me", "my", "myself"}.isdisjoint(self.plain.split())

    @property
    def ids(self) -> tuple[str, ...]:
        """What all slots resolved to, each once, in order."""
        return tuple(dict.fromkeys(item for slot in self.slots for item in slot.ids))


def _put_back(slot: Slot) -> str:
    if slot.name == "words":
        return slot.words
    around = slot.name.replace("_", " ")
    return f"{slot.words} {around.removeprefix('words ')}" if around.startswith("words ") else f"{around} {slot.words}"
