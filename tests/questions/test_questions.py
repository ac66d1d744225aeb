"""Questions find their answer. Floors under what was measured, so that a change that loses speech is noticed."""

from __future__ import annotations

import pytest

from skill.catalog import Catalog
from skill.evaluate.labelled import key_facts, question_rows
from skill.evaluate.questions import HARD, Outcome, ask, tallies
from skill.speaker.speaker import Speaker


@pytest.fixture(scope="module")
def outcomes(one_speaker: Speaker) -> list[Outcome]:
    facts = key_facts()
    return [ask(question, one_speaker.say, facts) for question in question_rows("measuring")]


def test_there_are_enough_questions_and_the_parts_share_none():
    measuring = [(question.words, question.before) for question in question_rows("measuring")]
    development = {(question.words, question.before) for question in question_rows("development")}
    assert len(measuring) >= 400
    assert not development & set(measuring)


def test_every_topic_has_key_facts_and_its_answer_holds_them(catalog: Catalog):
    facts = key_facts()
    assert set(facts) == {*catalog.topics, "helpline"}
    place = catalog.place("en-US")
    for topic, wanted in facts.items():
        if topic in catalog.topics:
            words = catalog.topics[topic].answer.plain(place).lower()
            assert all(any(part.lower() in words for part in fact.split("|")) for fact in wanted), topic


def test_questions_get_the_right_answer(outcomes: list[Outcome]):
    kinds = tallies(outcomes, lambda outcome: "hard" if outcome.question.kind in HARD else "easy")
    assert kinds["easy"].right / kinds["easy"].said >= EASY
    assert kinds["hard"].right / kinds["hard"].said >= HARD_ONES
    assert sum(tally.right for tally in kinds.values()) / len(outcomes) >= ALL
    assert sum(tally.wrong for tally in kinds.values()) / len(outcomes) <= WRONG


EASY, HARD_ONES, ALL, WRONG = 0.85, 0.62, 0.75, 0.16
