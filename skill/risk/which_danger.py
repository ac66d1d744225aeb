"""Which danger: the reply that fits a danger, and whether it is about someone else, where no sign says it plainly.

A small model, which tools/learn_danger.py learns from tests/danger, chooses among the risk replies of one level. That
there is danger, and how grave it is, is not for it to say (detector.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from skill.models.vectors import Vectors
from skill.words.features import question_features

_OTHER = "other"
_FITS_AT = 0.5
"""How likely a reply must be among those that may fit."""
_SURE_OF_WHOM = 0.65
"""How likely it must be whose danger it is, to count more than what the phrases of signs.yaml say of that."""


@dataclass(frozen=True, eq=False, repr=False)
class Which:
    """The likeliest reply, and whose danger it is."""

    reply: str
    """Empty where it knows none of them."""
    likelihood: float
    """Among the replies that may fit."""
    other: float
    """How likely it is that they speak of someone else."""

    @property
    def fits(self) -> bool:
        """Whether the reply is likely enough to be said."""
        return self.likelihood >= _FITS_AT

    def is_other(self, otherwise: bool) -> bool:
        """Whether they speak of someone else. In: what to believe where that is not sure."""
        if max(self.other, 1 - self.other) < _SURE_OF_WHOM:
            return otherwise
        return self.other > 0.5


class WhichDanger:
    """Tells dangers of one level apart. A label of its model is a reply and whose danger it is, as "overdose:other"."""

    def __init__(self, model: Vectors) -> None:
        """In: the trained model. Raises ValueError when a label is of another kind."""
        self._model = model
        self._labels = {label: tuple(label.split(":")) for label in model.labels}
        if any(len(parts) != 2 for parts in self._labels.values()):
            raise ValueError("a label is no reply and whose danger it is")

    @property
    def replies(self) -> frozenset[str]:
        """The replies that it tells apart."""
        return frozenset(reply for reply, _ in self._labels.values())

    def of(self, plain: str, replies: Collection[str]) -> Which:
        """In: plain words, and the replies of the level that was heard. Out: the likeliest of them."""
        likely = self._model.likelihoods(question_features(plain))
        among: dict[str, float] = defaultdict(float)
        other = 0.0
        for label, likelihood in likely.items():
            reply, whom = self._labels[label]
            other += likelihood if whom == _OTHER else 0.0
            if reply in replies:
                among[reply] += likelihood
        best = max(among, key=lambda reply: among[reply], default="")
        return Which(best, among[best] / sum(among.values()) if best else 0.0, other)
