"""Linear: for each feature a weight for each label, added up; tools/learn_risk.py writes the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import add

from skill.models.learnt import Adding


class LinearModel(Adding):
    """Estimates how likely each label is. The numbers of a feature are its weights."""

    def _sums(self, total: Sequence[float]) -> Sequence[float]:
        return list(map(add, total, self._bias))

    def counts(self, features: Iterable[str], label: str) -> dict[str, float]:
        """How much each feature counts for a label against "none", for explanations."""
        one, none = self.labels.index(label), self.labels.index("none")
        known = self._known(features)
        scale = self._scale_of(known)
        return {feature: (row[one] - row[none]) * scale for feature, row in known}
