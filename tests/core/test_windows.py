"""The network reads three words at a time, from a file that says what is wrong with it."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path

import pytest

from skill.learnt import UNKNOWN, read_model
from skill.shape import DataError
from skill.windows import Windows

ROWS = {UNKNOWN: (0, 0, 0), "not": (10, 0, 0), "breathing": (0, 10, 0), "well": (0, 0, -10)}


def network() -> Windows:
    """One filter that fires where "not" stands left of "breathing", and two labels that it parts."""
    head = {
        "labels": ["danger", "none"],
        "scale": 0.1,
        "bias": [-1.5],
        "out": [[4.0], [-4.0]],
        "out_bias": [-1.0, 1.0],
    }
    return Windows(head, ROWS)


def test_it_hears_words_beside_each_other_and_in_their_order():
    sure = network().likelihoods("he is not breathing".split())
    assert sure["danger"] > 0.8
    assert sum(sure.values()) == pytest.approx(1)
    for calm in ("breathing not", "he is breathing", "not breathing well", "", "words it never saw"):
        assert network().likelihoods(calm.split())["danger"] < 0.2, calm


def test_it_says_which_words_counted():
    assert network().why("he is not breathing".split(), "danger", "none") == ["not breathing"]


def test_it_is_read_from_a_file_with_a_word_a_line(tmp_path: Path):
    shown = {word: b64encode(bytes(number % 256 for number in row)).decode() for word, row in ROWS.items()}
    (tmp_path / "some.json").write_text(json.dumps({**network().head, "rows": shown}))
    read = read_model(tmp_path / "some.json", Windows)
    assert read.likelihoods(["not", "breathing"]) == network().likelihoods(["not", "breathing"])


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}\n",
        "not json",
        '{"labels": [], "rows": {}}',
        '{"rows": {"?": 3}}',
        '{"rows": {"?": "x"}}',
        "null",
        '{"rows": []}',
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, content: str):
    (tmp_path / "some.json").write_text(content)
    with pytest.raises(DataError, match=r"some\.json: is not a model; write it again with: make model"):
        read_model(tmp_path / "some.json", Windows)


@pytest.mark.parametrize("change", [{"bias": [0, 0]}, {"labels": None}, {"scale": None}])
def test_what_does_not_fit_together_is_refused(change: dict[str, object]):
    head = {key: value for key, value in {**network().head, **change}.items() if value is not None}
    with pytest.raises((KeyError, ValueError)):
        Windows(head, ROWS)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DataError, match=r"none\.json: cannot be read"):
        read_model(tmp_path / "none.json", Windows)
