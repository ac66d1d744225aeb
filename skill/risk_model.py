"""The risk model: what the signs do not say plainly, weighed by two small models that are asked together.

A linear model learns from words, from kinds of words (the groups of signs.yaml), and from signs that were found but are
no proof. A network (windows.py) learns from words beside each other. Each misses other things; together
they miss fewer. tools/learn_risk.py and tools/learn_windows.py train them on tests/risk/development.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skill.linear import LinearModel
from skill.windows import Windows

LEVELS = ("emergency", "harm", "crisis", "support", "none")
"""In order of precedence."""
GRAVE = LEVELS[:3]
"""Those that take a turn over: a life or someone's safety is at stake."""
RAISE_AT = 0.4
"""How likely danger of any level must be for the model to raise the level."""
DOUBT_AT = 0.2
"""How likely a danger to life or safety must be for a line to be named beside the answer, where it raises no level."""
SURE_AT = 0.7
"""How likely it must be to be believed against a question that is plainly about something else."""
_LINEAR = 0.6
"""How much the linear model's word counts; the network has the rest."""
FEWEST_WORDS = 2
"""A single word says too little for a model to weigh: a slot may hold just "daughter". Signs know the words that do."""


@dataclass(frozen=True)
class Judgement:
    """What the model makes of words that hold no plain sign."""

    level: str = "none"
    sure: bool = True
    """Whether the level is likely enough to be believed whatever else may be meant."""
    doubt: str = ""
    """The danger to life or safety that is not ruled out, where the level is none."""


class RiskModel:
    """Raises the level where no plain sign does."""

    def __init__(self, linear: LinearModel, windows: Windows) -> None:
        self._linear = linear
        self._windows = windows

    def judge(self, features: dict[str, float], words: Sequence[str]) -> Judgement:
        """In: features of what was said, and its plain words. Out: the likeliest danger if it is likely, or a doubt."""
        if len(words) < FEWEST_WORDS:
            return Judgement()
        likely = self._likely(features, words)
        if 1 - likely["none"] >= RAISE_AT:
            return Judgement(likeliest(likely, LEVELS[:-1]), 1 - likely["none"] >= SURE_AT)
        grave = sum(likely[level] for level in GRAVE)
        return Judgement(doubt=likeliest(likely, GRAVE) if grave >= DOUBT_AT else "")

    def why(self, features: dict[str, float], words: Sequence[str]) -> list[str]:
        """The likelihoods, and what counts most for the likeliest danger."""
        likely = self._likely(features, words)
        level = likeliest(likely, LEVELS[:-1])
        counts = self._linear.counts(features, level, "none")
        most = sorted(counts, key=lambda feature: -counts[feature])[:6]
        shares = ", ".join(f"{name} {likely[name]:.0%}" for name in LEVELS)
        return [
            f"models: {shares}",
            f"most for {level}: {', '.join(most)}",
            f"windows for {level}: {' / '.join(self._windows.why(words, level, 'none'))}",
        ]

    def _likely(self, features: dict[str, float], words: Sequence[str]) -> dict[str, float]:
        linear, windows = self._linear.likelihoods(features), self._windows.likelihoods(words)
        return {level: _LINEAR * linear[level] + (1 - _LINEAR) * windows[level] for level in LEVELS}


def likeliest(likely: Mapping[str, float], levels: Sequence[str]) -> str:
    """The likeliest of some levels."""
    return max(levels, key=lambda level: likely[level])
