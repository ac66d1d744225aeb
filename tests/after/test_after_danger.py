"""What is said after a danger is answered. Floors stand under what was measured, so that a loss is noticed."""

from __future__ import annotations

import pytest

from skill.catalog.catalog import Catalog
from skill.danger.told_after import NONE
from skill.evaluate.after import Outcome, ask
from skill.evaluate.labelled import AFTER, SaidAfter, after_rows, rows
from skill.speaker.speaker import Speaker

RIGHT, WRONG = 0.56, 0.165
"""Three points from what was measured."""
OPENINGS = {row["told"]: row["utterance"] for row in rows(AFTER / "openings.tsv")}


@pytest.fixture(scope="module")
def outcomes(one_speaker: Speaker) -> list[Outcome]:
    return [ask(said, one_speaker.say, OPENINGS) for said in after_rows("measuring")]


@pytest.mark.parametrize("part", ["development", "measuring"])
def test_every_row_names_an_answer_that_fits_its_danger(catalog: Catalog, part: str):
    for said in after_rows(part):
        for name in (said.item, *said.also):
            assert name == NONE or name in catalog.after_danger, said
        after = catalog.after_danger[said.item].after if said.item != NONE else ()
        assert said.told in OPENINGS, said
        assert not after or {said.told, said.told.partition(":")[0]} & set(after), said


def test_none_that_is_measured_was_learnt():
    learnt = {(said.words, said.told) for said in after_rows("development")}
    assert not [said for said in after_rows("measuring") if (said.words, said.told) in learnt]


@pytest.mark.parametrize("told", OPENINGS)
def test_the_openings_tell_of_a_danger(one_speaker: Speaker, told: str):
    one_speaker.say("<reset>")
    attributes = one_speaker.say(OPENINGS[told])["response"]["sessionAttributes"]
    assert attributes["stage"] == "stands"
    assert not attributes.get("guessed")


def test_what_is_said_next_gets_its_answer(outcomes: list[Outcome]):
    assert sum(outcome.right for outcome in outcomes) / len(outcomes) >= RIGHT
    assert sum(outcome.wrong for outcome in outcomes) / len(outcomes) <= WRONG


def test_whatever_is_said_next_a_line_is_named(one_speaker: Speaker, catalog: Catalog):
    place = catalog.place("en-US")
    numbers = [str(line.number) for line in place.lines.values() if line.number]
    quiet = {item.say.plain(place) for item in catalog.after_danger.values() if item.quiet}
    for said in after_rows("measuring"):
        speech = _heard(one_speaker, said)
        assert speech in quiet or any(number in speech for number in numbers), said


def _heard(speaker: Speaker, said: SaidAfter) -> str:
    speaker.say("<reset>")
    speaker.say(OPENINGS[said.told])
    return speaker.say(said.words)["speech"]
