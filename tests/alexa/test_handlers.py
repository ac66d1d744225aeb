"""Which handler answers does not depend on their order, but where the conversation or the risk decides.

These are danger, a yes or no in one's own words, trouble, and a self-check under way.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from skill.alexa.handlers import IN_ORDER
from skill.alexa.handlers.danger import SupportHandler
from skill.alexa.handlers.followup import ShortHandler, YesNoHandler
from skill.catalog.catalog import Catalog
from skill.conversation import Conversation
from skill.parts import Parts
from skill.reply import Risk
from skill.turn import Turn


def test_no_intent_is_answered_by_two_families():
    for one, other in combinations(IN_ORDER, 2):
        assert not one.intents & other.intents, (one, other)


def test_no_intent_of_a_family_is_that_of_a_topic_or_of_free_words(catalog: Catalog):
    named = {intent for handler in IN_ORDER for intent in handler.intents}
    assert len(named) > 20
    assert not [intent for intent in named if catalog.topic_of(intent) or Turn(intent=intent).free]


def test_every_short_question_that_the_catalog_leads_on_from_is_handled(catalog: Catalog):
    leads = [catalog.then, *(topic.then for topic in catalog.topics.values())]
    assert {intent for then in leads for intent in then} <= ShortHandler.intents


def test_a_yes_comes_before_a_guess_at_trouble_and_after_a_sign_of_it(parts: Parts):
    guess = Risk("support", reply="perhaps_trouble", guessed=True)
    yes = Turn("WordsPhraseIntent", conversation=Conversation(said="topic:detox"), plain="oh yes", risk=guess)
    for turn, first in ((yes, YesNoHandler), (replace(yes, risk=replace(guess, guessed=False)), SupportHandler)):
        assert next(handler for handler in IN_ORDER if handler(parts.answers).wants(turn)) is first
