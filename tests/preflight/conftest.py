"""The unbroken trees: a whole one for the rules that read files, a small one for those that let the skill speak."""

from __future__ import annotations

from pathlib import Path

import pytest

from skill.alexa.guard import GuardedSkill
from tests.preflight.tree import Tree


@pytest.fixture
def whole(tmp_path: Path, skill: GuardedSkill) -> Tree:
    return Tree(tmp_path, skill.respond)


@pytest.fixture
def small(whole: Tree) -> Tree:
    return whole.few_intents()
