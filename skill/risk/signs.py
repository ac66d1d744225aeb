"""Signs: signs.yaml -> Signs, typed, frozen and checked when loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.catalog.catalog import Catalog
from skill.levels import GRAVE, LEVELS
from skill.shape import Shaper, read_yaml
from skill.words.patterns import Patterns


@dataclass(frozen=True, eq=False, repr=False)
class Sign:
    """One kind of thing people say when there is danger."""

    reply: str
    """The risk reply in the catalog; its level is the sign's."""
    hears: tuple[str, ...]
    """Examples that must be found; a test reads them."""
    phrases: tuple[str, ...] = ()
    """These are plain: one is enough."""
    hints: tuple[str, ...] = ()
    """These are no proof; the model weighs them."""
    unless: tuple[str, ...] = ()
    """Beside these it is another danger that is told of."""
    ignores: tuple[str, ...] = ()
    """Examples that must not."""
    even: tuple[str, ...] = ()
    """Ways of speaking that do not take this sign away."""
    or_replies: tuple[str, ...] = ()
    """Other replies of its level that its words may call for; which_danger.py says which."""


@dataclass(frozen=True, eq=False, repr=False)
class Calm:
    """A way of speaking that takes the danger out of words: a story, a question in general, something long over."""

    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    """Phrases that bring the danger back, such as "right now"."""


@dataclass(frozen=True, eq=False, repr=False)
class Signs:
    """The whole of signs.yaml."""

    heard_as: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    harmless: tuple[str, ...]
    """Figures of speech; they are taken out before anything is looked for."""
    calm: Mapping[str, Calm]
    signs: Mapping[str, Sign]
    about_me: Mapping[str, tuple[str, ...]]
    """Phrases by which the speaker means themselves, though someone else is named too; by level."""
    about_me_surely: tuple[str, ...]
    """Phrases by which only the speaker can be meant, whoever is named besides."""
    reported: tuple[str, ...]
    """Phrases by which the words of another are told, so that "i" is not the speaker."""
    about_other: tuple[str, ...]
    """Phrases by which someone else is meant after all."""
    asks_for_self: tuple[str, ...]
    """Phrases by which someone asks for themselves, whoever is named besides."""
    asks_for_other: tuple[str, ...]
    """Phrases by which someone asks for another."""
    they_themselves: tuple[str, ...]
    """Phrases by which a mere "he" is the one meant, even in the talk of someone who told of their own use."""
    by_level: Mapping[str, str]
    """The reply when the model, not a sign, gave the level."""
    perhaps: Mapping[str, str]
    """The same where the model is not sure, for levels that have words of their own for that."""
    over: Mapping[str, str]
    """The reply when a sign of that level is long over."""
    in_doubt: Mapping[str, str]
    """The reply when a danger of that level is neither heard nor ruled out."""
    perhaps_heard: Mapping[str, str]
    """The same when the model hears it, but is not sure, and something else is talked about."""

    @property
    def general(self) -> frozenset[str]:
        """The replies to what no sign tells of."""
        mappings = (self.by_level, self.perhaps, self.in_doubt, self.perhaps_heard)
        return frozenset(reply for mapping in mappings for reply in mapping.values())


def load_signs(path: Path, catalog: Catalog) -> Signs:
    """Read and check the signs. Raises DataError with every problem: "file: key: reason"."""
    shaper = Shaper(path, {})
    signs: Signs = shaper.build(Signs, read_yaml(path))
    shaper.finish()
    for name, sign in signs.signs.items():
        if sign.reply not in catalog.risk:
            shaper.problem(f"signs.{name}.reply", f"the catalog has no risk reply {sign.reply!r}")
            continue
        of_level = {reply for reply, risk in catalog.risk.items() if risk.level == catalog.risk[sign.reply].level}
        for reply in sorted(set(sign.or_replies) - of_level):
            shaper.problem(f"signs.{name}.or_replies", f"the catalog has no risk reply {reply!r} of the sign's level")
        for calm in sign.even:
            if calm not in signs.calm:
                shaper.problem(f"signs.{name}.even", f"there is no way of speaking {calm!r}")
    if "over" not in signs.calm:
        shaper.problem("calm.over", "is missing")
    for missing in sorted(set(LEVELS) - set(signs.about_me)):
        shaper.problem(f"about_me.{missing}", "is missing")
    for key in ("by_level", "perhaps", "over", "in_doubt", "perhaps_heard"):
        replies: Mapping[str, str] = getattr(signs, key)
        for level, reply in replies.items():
            if level not in LEVELS:
                shaper.problem(f"{key}.{level}", f"is not a level; levels are {', '.join(LEVELS)}")
            if reply not in catalog.risk:
                shaper.problem(f"{key}.{level}", f"the catalog has no risk reply {reply!r}")
    for key, named in (("in_doubt", signs.in_doubt), ("perhaps_heard", signs.perhaps_heard)):
        for missing in sorted(set(GRAVE) - set(named)):
            shaper.problem(f"{key}.{missing}", "is missing")
    for key, phrases in _phrases(signs):
        for phrase in phrases:
            try:
                Patterns({phrase: ""}, signs.groups).check()
            except ValueError as error:
                shaper.problem(key, str(error))
    shaper.finish()
    return signs


def _phrases(signs: Signs) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in signs.groups:
        yield f"groups.{name}", (f"{{{name}}}",)
    yield "harmless", signs.harmless
    yield "about_me_surely", signs.about_me_surely
    yield "reported", signs.reported
    yield "about_other", signs.about_other
    yield "asks_for_self", signs.asks_for_self
    yield "asks_for_other", signs.asks_for_other
    yield "they_themselves", signs.they_themselves
    for level, phrases in signs.about_me.items():
        yield f"about_me.{level}", phrases
    for name, calm in signs.calm.items():
        yield f"calm.{name}.phrases", calm.phrases
        yield f"calm.{name}.unless", calm.unless
    for name, sign in signs.signs.items():
        yield f"signs.{name}.phrases", sign.phrases
        yield f"signs.{name}.hints", sign.hints
        yield f"signs.{name}.unless", sign.unless
