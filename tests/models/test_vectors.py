"""Vectors add up what features stand for, from a file that says what is wrong with it."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path

import pytest

from skill.models.learnt import read_model
from skill.models.vectors import Vectors
from skill.shape import DataError

ROWS = {"snappy": [10, 0], "irritable": [9, 0], "behind the": [0, 10], "=driving": [-40, 40], "=withdrawal": [40, -40]}
HEAD = {"labels": ["driving", "withdrawal"], "scale": 0.01, "bias": [0.5, 0.0]}


def test_features_of_like_numbers_mean_the_same():
    model = Vectors(HEAD, ROWS)
    for feature in ("snappy", "irritable"):
        likely = model.likelihoods([feature])
        assert likely["withdrawal"] > 0.9
        assert sum(likely.values()) == pytest.approx(1)
    assert model.likelihoods(["behind the"])["driving"] > 0.9
    assert model.likelihoods(["snappy", "never seen"]) == model.likelihoods(["snappy"])


def test_without_a_known_feature_the_commoner_label_is_likelier():
    assert Vectors(HEAD, ROWS).likelihoods([])["driving"] == pytest.approx(0.62, abs=0.01)


def test_it_is_read_from_a_file_with_a_feature_a_line(tmp_path: Path):
    shown = {name: b64encode(bytes(number % 256 for number in row)).decode() for name, row in ROWS.items()}
    (tmp_path / "some.json").write_text(json.dumps({**HEAD, "rows": shown}))
    assert read_model(tmp_path / "some.json", Vectors).likelihoods(["snappy"]) == Vectors(HEAD, ROWS).likelihoods(
        ["snappy"]
    )


@pytest.mark.parametrize(
    "content", ["", "{}", "null", '{"rows": {}}', '{"rows": {"a": 3}}', '{"labels": [], "rows": {}}']
)
def test_another_file_is_no_model(content: str, tmp_path: Path):
    (tmp_path / "some.json").write_text(content)
    with pytest.raises(DataError, match=r"some\.json: is not a model; write it again with: make model"):
        read_model(tmp_path / "some.json", Vectors)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DataError, match=r"nowhere\.json: cannot be read"):
        read_model(tmp_path / "nowhere.json", Vectors)


def test_a_label_without_its_row_is_no_silent_guess():
    with pytest.raises(ValueError, match="'withdrawal' has no row"):
        Vectors(HEAD, {name: row for name, row in ROWS.items() if name != "=withdrawal"}).likelihoods(["snappy"])
