"""Reply: what one turn says. The only shape an answer takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from skill.catalog.text import Place, Text
from skill.conversation import Conversation
from skill.levels import GRAVE, Level

Whom = Literal["", "self", "other"]


@dataclass(frozen=True, eq=False, repr=False)
class Ask:
    """The question a reply ends with, and what is said when nobody answers. With it the session stays open."""

    question: Text
    reprompt: Text


@dataclass(frozen=True, eq=False, repr=False)
class Card:
    """What the Alexa app and screens show. The texts are set one below the other."""

    title: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Risk:
    """Whether someone is in danger, and why we think so."""

    level: Level = "none"
    signs: tuple[str, ...] = ()
    """Names of the signs that led to it, never the words."""
    reply: str = ""
    """Key of the risk reply in the catalog."""
    other: bool = False
    """Whether they speak of someone else."""
    whom: Whom = ""
    """For whom they ask, where their words tell, danger or not."""
    judged: bool = False
    """Whether a model decided, whatever signs hint at."""
    guessed: bool = False
    """Whether only a model heard it, and no sign tells or hints of as grave a danger."""
    unsure: bool = False
    """Whether that is trouble, and the model is not sure of it."""
    doubt: str = ""
    """Key of the reply for a doubt: where it was guessed and the model is not sure of it, or more than mere trouble."""
    doubt_after: str = ""
    """The same for a few words in the middle of a talk, where the model must be surer."""
    calm: bool = False
    """Whether danger and trouble are ruled out, as far as a model can."""
    safe: bool = False
    """Whether a danger to life or safety is."""
    figure: bool = False
    """Whether there is no danger, and a figure of speech that only sounds like it."""

    @property
    def by_sign(self) -> bool:
        """Whether a sign tells of trouble, and not only a model's guess."""
        return self.level != "none" and not self.guessed

    @property
    def own_wish(self) -> bool:
        """Whether the speaker's own wish to die is heard, by a sign or by a model that is sure of it."""
        return self.level == "crisis" and not (self.other or self.doubt)

    @property
    def surely_takes_over(self) -> bool:
        """Whether nothing else may be answered in this turn because a sign says so, and not a model."""
        return self.takes_over and not self.judged

    @property
    def takes_over(self) -> bool:
        """Whether nothing else may be answered in this turn."""
        return self.level in GRAVE


@dataclass(frozen=True, eq=False, repr=False)
class Reply:
    """What one turn says. Speech, reprompt, card and whether the session stays open all follow from it."""

    say: tuple[Text, ...]
    ask: Ask | None
    place: Place
    conversation: Conversation
    card: Card | None = None
    topic: str = ""
    """The topic it answers, if it answers one."""
    risk: Risk = field(default=Risk())

    @property
    def seconds(self) -> float:
        """About how long it is heard, its question included."""
        texts = (*self.say, *((self.ask.question,) if self.ask else ()))
        return float(sum(text.seconds(self.place) for text in texts))
