"""The risk model: what the signs do not say plainly, weighed by a small model.

It learns from words beside each other and pieces of words, and from signs that were found but are no proof.
tools/learn_risk.py trains it on tests/risk/development.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skill.levels import GRAVE, LEVELS, Level
from skill.models.linear import LinearModel

RAISE_AT = {"emergency": 0.3, "harm": 0.5, "crisis": 0.4, "support": 0.4}
"""How likely danger must be to raise the level, by which one is likeliest: a life weighs more than a false alarm.

Below, from DOUBT_AT on, the lines are named beside an answer.
"""
DOUBT_AT = 0.2
"""How likely a danger to life or safety must be for its line to be named too, where it doesn't give the level."""
SURE_AT = 0.8
"""How likely it must be to be believed against a question that is plainly about something else."""
SURE_AFTER = 0.9
"""The same for a few words in the middle of a talk: of 2,700 meant as no danger 4% were heard as one, most below."""
CALM_AT = 0.9
"""How likely it must be that nobody is in danger or trouble for no line to call in an emergency to be named unasked."""
SAFE_BELOW = 0.1
"""How unlikely a danger to life or safety must be for the same in the middle of a talk.

Of 191 dangers that new writers told of, none was as unlikely as that; of 506 remarks nine in ten were.
"""
FEWEST_WORDS = 2
"""A single word says too little for a model to weigh: a slot may hold just "daughter". Signs know the words that do."""


@dataclass(frozen=True, eq=False, repr=False)
class Judgement:
    """What the model makes of words that hold no plain sign."""

    level: Level = "none"
    sure: bool = True
    """Whether the level is likely enough to be believed whatever else may be meant."""
    sure_after: bool = True
    """The same for a few words in the middle of a talk."""
    doubt: str = ""
    """The danger to life or safety that is not ruled out, whatever the level."""
    calm: bool = False
    """Whether danger and trouble are ruled out, as far as a model can."""
    safe: bool = False
    """Whether a danger to life or safety is."""


class RiskModel:
    """Raises the level where no plain sign does."""

    def __init__(self, linear: LinearModel) -> None:
        self._linear = linear

    def judge(self, features: Sequence[str], words: Sequence[str]) -> Judgement:
        """In: features of what was said, and its plain words. Out: the likeliest danger if it is likely, or a doubt."""
        if len(words) < FEWEST_WORDS:
            return Judgement()
        likely = self._linear.likelihoods(features)
        level, danger = likeliest(likely, LEVELS[:-1]), 1 - likely["none"]
        grave = sum(likely[level] for level in GRAVE)
        doubt = likeliest(likely, GRAVE) if grave >= DOUBT_AT else ""
        if danger >= RAISE_AT[level]:
            return Judgement(level, danger >= SURE_AT, danger >= SURE_AFTER, doubt)
        return Judgement(doubt=doubt, calm=likely["none"] >= CALM_AT, safe=grave < SAFE_BELOW)

    def why(self, features: Sequence[str]) -> list[str]:
        """The likelihoods, and what counts most for the likeliest danger."""
        likely = self._linear.likelihoods(features)
        level = likeliest(likely, LEVELS[:-1])
        counts = self._linear.counts(features, level)
        most = sorted(counts, key=lambda feature: -counts[feature])[:6]
        shares = ", ".join(f"{name} {likely[name]:.0%}" for name in LEVELS)
        return [f"model: {shares}", f"most for {level}: {', '.join(most)}"]


def likeliest(likely: Mapping[str, float], levels: Sequence[Level]) -> Level:
    """The likeliest of some levels."""
    return max(levels, key=lambda level: likely[level])
