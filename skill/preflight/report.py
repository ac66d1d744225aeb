"""Report: findings and rules -> text for people, JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from skill.files import ROOT
from skill.preflight.problem import Problem
from skill.preflight.rule import GRADES, Rule

MOST = 10
"""How many problems of one rule are told to people; one fault can show in thousands of turns."""


@dataclass(frozen=True)
class Finding:
    """A problem, and the rule that found it."""

    rule: Rule
    problem: Problem

    @property
    def file(self) -> str:
        """As seen from the repository."""
        path = self.problem.file
        return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)


def told(findings: Sequence[Finding]) -> str:
    """For people: what is wrong, by rule."""
    lines: list[str] = []
    for rule, group in groupby(findings, key=lambda finding: finding.rule):
        of_rule = list(group)
        for finding in of_rule[:MOST]:
            lines.append(f"{finding.file}: {finding.problem.key}: {finding.problem.reason} [{rule.level} {rule.id}]")
        if len(of_rule) > MOST:
            lines.append(f"  ... and {len(of_rule) - MOST} more of [{rule.id}]; --json tells all")
        lines.append(f"  {rule.asks}\n  {GRADES[rule.grade]}: {rule.source}\n")
    return "".join(f"{line}\n" for line in lines)


def summed_up(rules: int, findings: Sequence[Finding], accepted: int) -> str:
    """The last line, in figures."""
    errors = sum(finding.rule.level == "error" for finding in findings)
    warnings = len(findings) - errors
    return f"{_count(rules, 'rule')}: {_count(errors, 'error')}, {_count(warnings, 'warning')}, {accepted} accepted\n"


def as_lines(findings: Iterable[Finding]) -> str:
    """For scripts: one object a line."""
    return "".join(
        json.dumps(
            {
                "file": finding.file,
                "key": finding.problem.key,
                "rule": finding.rule.id,
                "level": finding.rule.level,
                "reason": finding.problem.reason,
                "source": finding.rule.source,
                "grade": finding.rule.grade,
            },
            ensure_ascii=False,
        )
        + "\n"
        for finding in findings
    )


def listed(rules: Iterable[Rule]) -> str:
    """Every rule in a line: id, level, grade, what it asks."""
    return "".join(f"{rule.id:30} {rule.level:8} {rule.grade:5} {rule.asks}\n" for rule in rules)


def explained(rule: Rule) -> str:
    """The manual page of a rule."""
    return f"{rule.id} ({rule.level})\n\n{rule.page}\n\n{GRADES[rule.grade]}: {rule.source}\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
