"""Tree: a copy of the repository's data that a test breaks in one way, and a skill whose answers it bends."""

from __future__ import annotations

import copy
import itertools
import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from skill.preflight.command import check
from skill.preflight.project import Project
from skill.preflight.rule import load_rules
from skill.speaker.speaker import Respond

ROOT = Path(__file__).resolve().parents[2]
RULES = {rule.id: rule for rule in load_rules()}
FEW = frozenset(
    "EffectsIntent WarningSignsIntent ProfessionalHelpIntent CompareSubstanceIntent FirstStepIntent HelplineIntent "
    "OverdoseIntent CrisisIntent IPhraseIntent WhatIsIntent".split()
)
"""Enough intents for the rules that let the skill speak: each kind of answer is among them."""

Values = dict[str, Any]


class Tree:
    """A copy that can be broken."""

    def __init__(self, root: Path, respond: Respond) -> None:
        self.root = root
        self._respond = respond
        self._clock: Callable[[], float] = time.perf_counter
        self._project: Project | None = None
        for name in ("responses.yaml", "template.yaml"):
            shutil.copy(ROOT / name, root / name)
        shutil.copytree(ROOT / "listing", root / "listing")
        (root / "interaction_model").mkdir()
        shutil.copy(ROOT / "interaction_model" / "en-US.json", root / "interaction_model" / "en-US.json")
        self.edit("listing/en-US.yaml", "privacy_policy_url:", "privacy_policy_url: https://www.example.org/privacy")
        self.edit("listing/en-US.yaml", "terms_of_use_url:", "terms_of_use_url: https://www.example.org/terms")

    def few_intents(self) -> Tree:
        """Only few intents with few samples, so that the skill's turns are driven in a moment."""

        def cut(language: Values) -> None:
            kept = [item for item in language["intents"] if item["name"] in FEW or item["name"].startswith("AMAZON.")]
            language["intents"] = [item | {"samples": item["samples"][:3]} for item in kept]

        return self.model(cut)

    def edit(self, name: str, old: str, new: str) -> Tree:
        """Replace a text in a file."""
        path = self.root / name
        text = path.read_text()
        assert old in text, f"{name} no longer holds {old!r}"
        path.write_text(text.replace(old, new, 1))
        return self._changed()

    def model(self, change: Callable[[Values], Any]) -> Tree:
        """Change the language model in place."""
        path = self.root / "interaction_model" / "en-US.json"
        whole = json.loads(path.read_text())
        change(whole["interactionModel"]["languageModel"])
        path.write_text(json.dumps(whole))
        return self._changed()

    def intent(self, name: str, change: Callable[[Values], Any]) -> Tree:
        """Change one intent in place."""
        return self.model(lambda language: change(next(item for item in language["intents"] if item["name"] == name)))

    def answers(self, change: Callable[[Values, Values], Any]) -> Tree:
        """Bend the skill's answers: `change` gets each request and its response, and changes the response in place."""
        respond = self._respond

        def bent(request: Values) -> Values:
            response = copy.deepcopy(respond(request))
            change(request, response)
            return response

        self._respond = bent
        return self._changed()

    def slow(self, seconds: float) -> Tree:
        """Let each look at the clock be so much later."""
        ticks = itertools.count()
        self._clock = lambda: next(ticks) * seconds
        return self._changed()

    def _changed(self) -> Tree:
        self._project = None  # what was read and driven is out of date
        return self

    def finds(self, rule: str) -> list[str]:
        """What a rule finds, as texts."""
        self._project = self._project or Project(self.root, self._respond, self._clock)
        found = check([RULES[rule]], self._project)
        return [f"{finding.problem.file.name}: {finding.problem.key}: {finding.problem.reason}" for finding in found]
