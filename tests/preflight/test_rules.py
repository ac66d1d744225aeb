"""A rule is a file with a page, a source and a grade, and a test that breaks the skill in its one way."""

from __future__ import annotations

import importlib

import pytest

from skill.preflight.rule import GRADES, LEVELS, Rule
from tests.preflight import test_listing_rules, test_model_rules, test_session_rules, test_speech_rules
from tests.preflight.tree import ROOT, RULES

BROKEN = {
    item[0]
    for tests in (test_listing_rules, test_model_rules, test_session_rules, test_speech_rules)
    for item in tests.BREAKS
}
BROKEN |= {"turns-are-quick"}  # test_session_rules.test_slow_turns


def test_every_rule_is_broken_by_a_test():
    assert set(RULES) == BROKEN


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_says_what_it_asks_and_where_that_is_written(rule: Rule):
    assert rule.id == importlib.import_module(f"skill.preflight.rules.{rule.id.replace('-', '_')}").ID
    assert rule.grade in GRADES
    assert rule.level in LEVELS
    assert rule.source.startswith("https://") or (ROOT / rule.source).exists()
    assert rule.asks.endswith(".")
    assert "\npasses: " in rule.page
    assert "\nfails:  " in rule.page
