"""Rule: a file in rules/ -> its id, its page, and its check."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from skill.preflight import rules
from skill.preflight.problem import Problem
from skill.preflight.project import Project

GRADES = {
    "A": "Amazon's own page",
    "B": "Amazon's published code or models",
    "C": "a third party that restates Amazon",
    "D": "wording of Amazon's certification team, quoted in public",
    "E": "measured with Amazon's packages",
    "ours": "this project's own rule",
}
"""How well a rule is known."""
LEVELS = ("error", "warning")


@dataclass(frozen=True)
class Rule:
    """One rule."""

    id: str
    page: str
    """What it asks and why, with an example that passes and one that fails."""
    source: str
    """The address of the page where it is written, or the repository's own file."""
    grade: str
    """One of GRADES."""
    level: str
    """One of LEVELS; an error fails the check."""
    check: Callable[[Project], Iterator[Problem]]

    @property
    def asks(self) -> str:
        """The first line of its page."""
        return self.page.partition("\n")[0]


def load_rules() -> tuple[Rule, ...]:
    """Every rule of the folder, by id."""
    modules = (
        importlib.import_module(f"{rules.__name__}.{found.name}") for found in pkgutil.iter_modules(rules.__path__)
    )
    loaded = (
        Rule(module.ID, (module.__doc__ or "").strip(), module.SOURCE, module.GRADE, module.LEVEL, module.check)
        for module in modules
    )
    return tuple(sorted(loaded, key=lambda rule: rule.id))
