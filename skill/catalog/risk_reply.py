"""Risk reply: what is said to a danger, and to what people tell after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from skill.catalog.lines import LineName
from skill.catalog.text import Text
from skill.levels import Level


@dataclass(frozen=True, eq=False, repr=False)
class RiskReply:
    """What to say when someone is, or may be, in danger."""

    level: Level
    line: LineName
    """The line that "repeat the number" gives afterwards."""
    title: Text
    say: Text
    other: Text | None = None
    """Said instead when they speak of someone else."""
    perhaps: Text | None = None
    """Said instead where no sign tells of that danger, and the model is not sure of it."""
    brief: Text | None = None
    """Said instead when the answer to their question follows."""
    brief_midway: bool = False
    """Whether it is said instead in the middle of a talk, too, where nothing follows."""
    warm: Text | None = None
    """Said instead of `brief` when that answer names the line itself, so that no number is heard twice."""
    still: Text | None = None
    """Said to whatever they say next about themselves, in place of risk_still."""
    still_other: Text | None = None
    """The same, where someone else is in danger and they hear `other`."""
    own_wish: bool = False
    """Whether it is a wish to die, where it is about the speaker: "fine" ends no such danger."""
    own_harm: bool = False
    """Whether they may hurt someone, where it is about the speaker: no question of theirs is sent on to be answered."""
    intent: str | None = None
    """The intent that means this danger without further words."""
    other_intent: str | None = None
    """The same, to someone else."""
    answer: str | None = None
    """The topic that follows when they asked nothing more exact."""

    def no_asking(self, whom: str) -> bool:
        """Whether a question may be one for a way to do it. In: whose danger it is, "self" or "other"."""
        return whom == "self" and (self.own_wish or self.own_harm)


@dataclass(frozen=True, eq=False, repr=False)
class AfterDanger:
    """What is said to something that people tell after a danger, such as that help is on its way."""

    say: Text
    hears: tuple[str, ...] = ()
    """Phrases that tell it, as in signs.yaml."""
    unless: tuple[str, ...] = ()
    """Phrases that take it back, such as "but he isn't"."""
    stays: bool = False
    """Whether help is on the phone or on its way then, so that what comes next is no longer told to call."""
    not_yet: tuple[str, ...] = ()
    """Phrases that say that it's still to come, so that nobody is on the phone yet."""
    hangs_up: bool = False
    """Whether nobody is on the phone then, whatever was told before."""
    after: tuple[str, ...] = ()
    """The risk replies after which alone it is said, as "crisis", or "crisis:self" or "crisis:other"; none for any."""
    instead_of: tuple[str, ...] = ()
    """The topics in whose place it is said for as long as the danger stands, such as the law."""
    over: bool = False
    """Whether others have taken over or cleared it, so that what is asked next is no longer about the danger."""
    denies: bool = False
    """Whether they say that it never was a danger. That may end one's own wish to die, too."""
    stands_for: tuple[str, ...] = ()
    """The items that deny a danger in whose place it is said, where one is likely meant and may not be said.

    The same to its own phrases, where no danger is heard beside them. What was told of then holds on to nothing asked.
    """
    eases: Literal["", "any", "guessed"] = ""
    """Whether what is asked next is answered, with the line named once more, for they tell of no danger now.

    "guessed" only where no sign told of it.
    """
    surely: tuple[str, ...] = ()
    """The phrases that alone are plain enough to end one's own wish to die."""
    later: bool = False
    """Whether it fits once help has taken over, too, such as whether they did it right."""
    taken_over: bool = False
    """Whether help is there, by a plain phrase: then it is over even where a sign hears what it is needed for."""
    once_there: bool = False
    """Whether it is only said with help on the phone, or right after they told that others have taken over."""
    if_guessed: bool = False
    """Whether it is only said where no sign told of the danger, and the model may have misheard."""
    quiet: bool = False
    """Whether they can't be heard: the session ends at once, and no number is read out."""

    @property
    def ends(self) -> bool:
        """Whether the danger no longer stands."""
        return self.over or self.denies or self.taken_over
