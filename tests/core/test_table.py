"""A table on disk answers as the JSON file it was made from, and says plainly when it is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from skill.shape import DataError
from skill.table import Table, write

MODELS = sorted((Path(__file__).resolve().parents[2] / "models").glob("*.json"))


@pytest.fixture(scope="module", params=MODELS, ids=lambda path: path.stem)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Table]:
    data = json.loads(request.param.read_text())
    path = tmp_path_factory.mktemp("table") / "model.table"
    write(path, data["labels"], data["bias"], data["weights"])
    return data, Table(path)


def test_every_feature_has_its_weights(both):
    data, table = both
    assert len(data["weights"]) > 10_000
    assert {name: list(table.get(name) or ()) for name in data["weights"]} == data["weights"]
    assert (table.labels, table.bias) == (data["labels"], data["bias"])


def test_what_is_no_feature_has_none(both):
    data, table = both
    strange = ["", "\0", "\ud800", "é" * 70_000, *(f"{name}\0" for name in data["weights"])]
    assert not [name for name in strange if table.get(name) is not None]


def test_it_may_be_empty_and_hold_any_text(tmp_path: Path):
    write(tmp_path / "empty", ["a"], [0], {})
    assert Table(tmp_path / "empty").get("word") is None
    odd = {"": [0, -32768], "\ud800 é": [], "x" * 65_535: [0, 32767]}
    write(tmp_path / "odd", ["é"], [-1], odd)
    table = Table(tmp_path / "odd")
    assert {name: list(table.get(name) or ()) for name in odd} == odd


@pytest.mark.parametrize("weights", [{"word": [0, 32768]}, {"x" * 65_536: [0, 1]}])
def test_what_has_no_room_is_refused(weights: dict[str, list[int]], tmp_path: Path):
    with pytest.raises(DataError, match=r"model\.table: '.+ has no room"):
        write(tmp_path / "model.table", ["a"], [0], weights)


@pytest.mark.parametrize("raw", [b"", b"{}", b"KGT2", b"KGT2" + bytes(40), b"KGT1\0\0\0\0\2\0\0\0{}", b"\xff" * 400])
def test_another_file_is_no_table(raw: bytes, tmp_path: Path):
    (tmp_path / "model.table").write_bytes(raw)
    with pytest.raises(DataError, match=r"model\.table: is not a table"):
        Table(tmp_path / "model.table")


def test_a_table_that_was_cut_off_is_no_table(tmp_path: Path):
    path = tmp_path / "model.table"
    write(path, ["a"], [0], {"word": [0, 1]})
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(DataError, match=r"model\.table: is not a table"):
        Table(path)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DataError, match=r"nowhere\.table: cannot be read"):
        Table(tmp_path / "nowhere.table")
