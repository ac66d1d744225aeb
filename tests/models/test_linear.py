"""A linear model adds up what features weigh, from a file that says what is wrong with it, and tells what counted."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path

import pytest

from skill.models.learnt import read_model
from skill.models.linear import LinearModel
from skill.shape import DataError

ROWS = {"not breathing": [100, -100], "breathing": [10, -10], "calm": [-100, 100]}
HEAD = {"labels": ["danger", "none"], "scale": 0.03, "bias": [-1.0, 1.0]}


def test_what_features_weigh_is_added_up():
    model = LinearModel(HEAD, ROWS)
    sure = model.likelihoods(["not breathing", "breathing"])
    assert sure["danger"] > 0.8
    assert sum(sure.values()) == pytest.approx(1)
    for calm in ([], ["breathing"], ["calm", "breathing"], ["never seen"]):
        assert model.likelihoods(calm)["danger"] < 0.2, calm
    assert model.likelihoods(["not breathing", "never seen"]) == model.likelihoods(["not breathing"])


def test_it_says_what_counted():
    counts = LinearModel(HEAD, ROWS).counts(["not breathing", "calm", "never seen"], "danger")
    assert list(counts) == ["not breathing", "calm"]
    assert counts["not breathing"] > 0 > counts["calm"]


def test_it_is_read_from_a_file_with_a_feature_a_line(tmp_path: Path):
    shown = {name: b64encode(bytes(number % 256 for number in row)).decode() for name, row in ROWS.items()}
    (tmp_path / "some.json").write_text(json.dumps({**HEAD, "rows": shown}))
    read = read_model(tmp_path / "some.json", LinearModel)
    assert read.likelihoods(["not breathing"]) == LinearModel(HEAD, ROWS).likelihoods(["not breathing"])


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}\n",
        "not json",
        '{"labels": [], "rows": {}}',
        '{"rows": {"a": 3}}',
        '{"rows": {"a": "x"}}',
        '{"rows": []}',
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, content: str):
    (tmp_path / "some.json").write_text(content)
    with pytest.raises(DataError, match=r"some\.json: is not a model; write it again with: make model"):
        read_model(tmp_path / "some.json", LinearModel)


@pytest.mark.parametrize("change", [{"bias": [0]}, {"labels": None}, {"scale": None}])
def test_what_does_not_fit_together_is_refused(change: dict[str, object]):
    head = {key: value for key, value in {**HEAD, **change}.items() if value is not None}
    with pytest.raises((KeyError, ValueError)):
        LinearModel(head, ROWS)
