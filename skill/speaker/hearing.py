"""Hearing: a line of text -> an intent and its slots, from the interaction model alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from skill.shape import read_yaml
from skill.speaker.model import SEARCH_QUERY, Filled, Model
from skill.speaker.paraphrase import COMMON, Paraphrases, root

FALLBACK = "AMAZON.FallbackIntent"
_BUILT_INS = Path(__file__).with_name("built_ins.yaml")
_VERY_CLOSE, _CLOSE = 0.8, 0.7
_LEADS = re.compile(r"^(?:(?:um+|uh+|er|hmm|well|so|okay|ok|hey|hi|hello|please|and|but|oh|alexa|like|yeah) )+(?=\w)")
_DIGIT = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DIGITS = re.compile(r"(?<![\w.])(?:911|988|999|000|112|\d)(?![\w.])")
_TAILS = re.compile(r"(?: (?:please|alexa|thanks|thank you|now|um|uh))+$")


@dataclass(frozen=True)
class Heard:
    """What was understood."""

    intent: str
    slots: tuple[Filled, ...] = ()


@dataclass(frozen=True)
class _Around:
    """A sample with a free slot, as a pattern."""

    pattern: re.Pattern[str]
    intent: str
    slot: str
    words: int
    """How many words stand around the slot; the most exact sample wins."""


@dataclass(frozen=True)
class _Listed:
    """A slot that can be all that is said, with a list of what that may be."""

    intent: str
    slot: str
    type: str
    roots: frozenset[str]
    longest: int
    """Words."""


class Hearing:
    """Understands lines of text as Alexa would."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._exact: dict[str, Heard] = {}
        for words, intent, slots in model.spoken():
            self._exact.setdefault(clean(words), Heard(intent, slots))
        names = {intent.name for intent in model.intents}
        for intent, phrases in read_yaml(_BUILT_INS).items():
            for phrase in phrases if intent in names else ():
                self._exact.setdefault(clean(phrase), Heard(intent))
        self._around = _around(model)
        self._listed = list(_listed(model))
        self._slots: Mapping[str, Mapping[str, str]] = {intent.name: intent.slots for intent in model.intents}

    def hear(self, line: str) -> Heard:
        """In: what was said inside the skill. Out: the intent; FallbackIntent when nothing fits."""
        said = clean(line)
        bare = _TAILS.sub("", _LEADS.sub("", said))
        return (
            self._exact.get(said)
            or self._exact.get(bare)
            or self._close(bare, _VERY_CLOSE)
            or self._free(said)
            or self._free(bare)
            or self._close(bare, _CLOSE)
            or self._like_listed(bare)
            or self._free_later(bare)
            or Heard(FALLBACK)
        )

    @cached_property
    def _paraphrases(self) -> Paraphrases:
        return Paraphrases({words: heard.intent for words, heard in self._exact.items()})

    def _close(self, said: str, likeness: float) -> Heard | None:
        if " " not in said:  # "barely" is no way of saying "barely breathing"
            return None
        sample = self._paraphrases.closest(said, likeness)
        return self._exact[sample] if sample else None

    def _free(self, said: str) -> Heard | None:
        first, last = said.split(" ", 1)[0], said.rsplit(" ", 1)[-1]
        best: tuple[int, Heard] | None = None
        for around in (*self._around.get(f"{first} _", ()), *self._around.get(f"_ {last}", ())):
            if (best is None or around.words > best[0]) and (match := around.pattern.fullmatch(said)):
                best = (around.words, Heard(around.intent, (Filled(around.slot, match.group(1), SEARCH_QUERY),)))
        return best[1] if best else None

    def _like_listed(self, said: str) -> Heard | None:
        """Words that a list does not hold, but that are like its own: no more of them, and one that it knows.

        Alexa takes a list for examples, and the length of its values for a measure:
        https://medium.com/voiceflow/tips-and-gotchas-using-alexa-custom-slots-b88f97f26b06
        """
        words = said.split()
        roots = {root(word) for word in words} - COMMON
        fitting = [listed for listed in self._listed if len(words) <= listed.longest and roots & listed.roots]
        if not fitting:
            return None
        best = max(fitting, key=lambda listed: len(roots & listed.roots))
        return Heard(best.intent, (Filled(best.slot, said, best.type),))

    def _free_later(self, said: str) -> Heard | None:
        """Free words after a beginning of a word or three that no sample has."""
        words = said.split()
        rests = (" ".join(words[start:]) for start in range(1, min(4, len(words) - 1)))
        return next((heard for rest in rests if (heard := self._free(rest))), None)


def clean(words: str) -> str:
    """As Alexa's recogniser writes: lower case, no punctuation but apostrophes and the periods of spelled letters.

    A number to call in an emergency, such as 911, and a single digit are read out.
    """
    words = _DIGITS.sub(lambda match: " ".join(_DIGIT[int(digit)] for digit in match.group()), words)
    words = re.sub(r"[^\w'. ]", " ", words.lower().replace("\u2019", "'"))
    words = re.sub(r"(?<!\b\w)\.|\.(?=\w{2})", " ", words)
    return " ".join(words.split())


def _listed(model: Model) -> Iterator[_Listed]:
    for intent in model.intents:
        for slot, kind in intent.slots.items():
            if f"{{{slot}}}" in intent.samples and kind in model.types:
                phrases = [clean(words).split() for value in model.types[kind] for words in value.words]
                roots = frozenset(root(word) for phrase in phrases for word in phrase if word not in COMMON)
                yield _Listed(intent.name, slot, kind, roots, max(map(len, phrases)))


def _around(model: Model) -> dict[str, list[_Around]]:
    """The samples with a free slot, by their first word, or by their last when the slot comes first."""
    arounds: dict[str, list[_Around]] = {}
    for sample, intent, slot in model.free():
        before, after = (clean(part) for part in sample.split(f"{{{slot}}}"))
        pattern = re.compile(
            f"{re.escape(before)} ?(.+?) ?{re.escape(after)}"
            if before and after
            else (f"{re.escape(before)} (.+)" if before else f"(.+) {re.escape(after)}")
        )
        key = f"{before.split()[0]} _" if before else f"_ {after.split()[-1]}"
        words = len(before.split()) * 2 + len(after.split())  # a beginning says more than an end
        arounds.setdefault(key, []).append(_Around(pattern, intent, slot, words))
    return arounds
