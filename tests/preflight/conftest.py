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


@pytest.fixture(scope="module")
def sound_whole(tmp_path_factory: pytest.TempPathFactory, skill: GuardedSkill) -> Tree:
    """Not to be broken: what one rule has read or driven is there for the next."""
    return Tree(tmp_path_factory.mktemp("whole"), skill.respond)


@pytest.fixture(scope="module")
def sound_small(tmp_path_factory: pytest.TempPathFactory, skill: GuardedSkill) -> Tree:
    """Not to be broken, either."""
    return Tree(tmp_path_factory.mktemp("small"), skill.respond).few_intents()
