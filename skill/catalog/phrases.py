"""Phrases: what the catalog listens for beside topics and dangers; see patterns.py."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, repr=False)
class YesNo:
    """Yes and no in one's own words."""

    begins_yes: tuple[str, ...]
    """A yes that wants what was offered in words of its own, where nothing else answers them."""
    says_yes: tuple[str, ...]
    """A yes that is the whole of what was said; so is the no of `says_no`."""
    says_no: tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Listening:
    """Phrases that tell what kind of thing was said; see patterns.py."""

    question: tuple[str, ...]
    order: tuple[str, ...]
    """Words of an order or a question: less than that, such as "just a few", goes on about a danger."""
    begins_order: tuple[str, ...]
    """What an order begins with; nobody who says that is thanked for telling us."""
    repeat: tuple[str, ...]
    """An order to say the last thing again, whatever stands around it."""
    perhaps_repeat: tuple[str, ...]
    """The same, in so few words that they likely mean it."""
    about_them: tuple[str, ...]
    """Words that are still about someone in danger, such as "is she going to be okay"."""
    goodbye: tuple[str, ...]
    """Words that take leave, as a whole, such as "cheers bye"."""
    no_goodbye: tuple[str, ...]
    """Words beside which it is someone else who is taken leave of, as in "tell my mom goodbye"."""
    animals: tuple[str, ...]
    """Words that name an animal: without one, what is said of animals is told only to who spoke of theirs."""
    goes_on: tuple[str, ...]
    """The first words of what goes on about an animal that was just spoken of, such as "he"."""
    corrects: tuple[str, ...]
    """Words that say that the last answer was not what was meant, such as "that's not what I asked"."""
    leads: tuple[str, ...]
    """Words that may stand before what is asked and say nothing of it, such as "thanks"."""
    comes_to: tuple[str, ...]
    """Words after which comes what is asked, whatever stands before them, such as "i just want to know"."""
    leans: tuple[str, ...]
    """Words that lean on what was said before, such as "what about that"."""
    puts_off: tuple[str, ...]
    """Words that may put off what won't wait, such as "my doctor has no time till thursday"."""
    seen_to: tuple[str, ...]
    """Words that say that what won't wait was looked at, such as "i went to the doctor"."""
    concludes: tuple[str, ...]
    """Words that draw a conclusion from the answer just heard, such as "so it's a good thing"."""
