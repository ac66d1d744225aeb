"""Command: python -m skill check -> what Amazon would find, file by file; exit status 1 when there is an error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from skill.preflight.acceptance import load_acceptance
from skill.preflight.project import Project
from skill.preflight.report import Finding, as_lines, explained, listed, summed_up, told
from skill.preflight.rule import Rule, load_rules
from skill.shape import DataError


def main(chosen: list[str] | None, *, as_json: bool, list_rules: bool, explain: str | None) -> int:
    """In: ids of rules (None: all), and what to print. Returns the exit status: 1 for errors, 2 for an unknown rule."""
    rules = {rule.id: rule for rule in load_rules()}
    asked = [*(chosen or ()), *([explain] if explain else ())]
    if unknown := [name for name in asked if name not in rules]:
        sys.stderr.write(f"there is no rule {', '.join(unknown)}; python -m skill check --list names them\n")
        return 2
    if list_rules or explain:
        sys.stdout.write(explained(rules[explain]) if explain else listed(rules.values()))
        return 0
    logging.getLogger("skill").setLevel(logging.ERROR)  # the skill warns of each broken request that it is sent
    try:
        acceptance = load_acceptance(rules)
        run = [rules[name] for name in dict.fromkeys(chosen or rules)]
        found = check(run, Project())
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    findings = acceptance.rest(found)
    if as_json:
        sys.stdout.write(as_lines(findings))
    else:
        spent = acceptance.spent(found, [rule.id for rule in run])
        sys.stdout.write(told(findings) + "".join(f"{line}\n" for line in spent))
        sys.stdout.write(summed_up(len(run), findings, len(found) - len(findings)))
    return 1 if any(finding.rule.level == "error" for finding in findings) else 0


def check(rules: Sequence[Rule], project: Project) -> list[Finding]:
    """What the rules find. Raises DataError when a file can't be read."""
    return [Finding(rule, problem) for rule in rules for problem in rule.check(project)]
