"""The reading level, against grades worked out by hand."""

from __future__ import annotations

import pytest

from skill.review.reading import beats, grade


@pytest.mark.parametrize(
    ("word", "count"), [("call", 1), ("taken", 2), ("dependency", 4), ("helped", 1), ("needed", 2), ("can't", 1)]
)
def test_beats(word: str, count: int):
    assert beats(word) == count


def test_grade():
    one = 0.39 * 6 + 11.8 * 6 / 6 - 15.59
    assert grade("The cat sat on the mat.") == pytest.approx(one)
    assert grade("The cat sat on the mat. The cat sat on the mat.") == pytest.approx(one)
    assert grade("The cat sat on the mat, so the cat sat on the mat.") > one
    assert grade("Dependency and complications are possibilities.") > 12


def test_a_number_and_the_name_of_a_helpline_count_for_nothing():
    assert grade("Call 1-800-615-1067 now.") == grade("Call now.")
    assert grade("Call the National Addiction Helpline now.") == grade("Call the now.")
    assert grade("911") == 0
