"""Acceptance: accepted.yaml -> which findings are known, and kept for a reason."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from skill.preflight.report import Finding
from skill.shape import Shaper, read_yaml

FILE = Path(__file__).with_name("accepted.yaml")


@dataclass(frozen=True)
class Accepted:
    """One finding, or several alike, that is kept."""

    rule: str
    finding: str
    """Its key and its reason, as they are told; * stands for anything."""
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one of these."""
        told = f"{finding.problem.key}: {finding.problem.reason}"
        return finding.rule.id == self.rule and fnmatchcase(told, self.finding)


@dataclass(frozen=True)
class Acceptance:
    """All that is kept."""

    accepted: tuple[Accepted, ...]

    def rest(self, findings: list[Finding]) -> list[Finding]:
        """The findings that are not kept."""
        return [finding for finding in findings if not any(item.covers(finding) for item in self.accepted)]

    def spent(self, findings: list[Finding], rules: Collection[str]) -> list[str]:
        """A line for each entry that covers nothing any more, among the rules that ran."""
        return [
            f"{FILE.name}: {item.rule}, {item.finding!r}: finds nothing any more; take it out"
            for item in self.accepted
            if item.rule in rules and not any(item.covers(finding) for finding in findings)
        ]


def load_acceptance(rules: Collection[str], path: Path = FILE) -> Acceptance:
    """In: the ids of all rules. Raises DataError with every problem: "file: key: reason"."""
    shaper = Shaper(path, {})
    loaded: Acceptance = shaper.build(Acceptance, read_yaml(path))
    shaper.finish()
    for index, item in enumerate(loaded.accepted):
        if item.rule not in rules:
            shaper.problem(f"accepted[{index}].rule", f"there is no rule {item.rule}")
    shaper.finish()
    return loaded
