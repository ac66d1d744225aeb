"""A table on disk answers as the JSON file it was made from, and says plainly when it is none."""

from __future__ import annotations

import json
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from skill.files import RISK_MODEL, TOPIC_MODEL
from skill.shape import DataError
from skill.table import Table, checksum, write

MODELS = [RISK_MODEL, TOPIC_MODEL]


@pytest.fixture(scope="module", params=MODELS, ids=lambda path: path.stem)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Table]:
    data = json.loads(request.param.read_text())
    path = tmp_path_factory.mktemp("table") / "model.table"
    write(path, {"labels": data["labels"], "bias": data["bias"]}, "h", data["weights"])
    return data, Table(path)


def test_every_feature_has_its_weights(both):
    data, table = both
    assert len(data["weights"]) > 10_000
    assert {name: list(table.get(name) or ()) for name in data["weights"]} == data["weights"]
    assert (table.head["labels"], table.head["bias"]) == (data["labels"], data["bias"])


def test_what_is_no_feature_has_none(both):
    data, table = both
    strange = ["", "\0", "\ud800", "é" * 70_000, *(f"{name}\0" for name in data["weights"])]
    taken = [name for name in strange if table.get(name) is not None]
    assert len(taken) <= len(strange) / 10_000  # by chance a few; nothing else of a name is kept than its checksum


def test_it_may_be_empty_and_hold_any_text(tmp_path: Path):
    write(tmp_path / "empty", {}, "h", {})
    assert Table(tmp_path / "empty").get("word") is None
    odd = {"": [0, -32768], "\ud800 é": [], "x" * 99_999: [0, 32767], "many": [0] * 65_535}
    write(tmp_path / "odd", {"labels": ["é"]}, "h", odd)
    table = Table(tmp_path / "odd")
    assert table.head["labels"] == ["é"]
    assert {name: list(table.get(name) or ()) for name in odd} == odd


def test_numbers_of_a_byte_take_a_byte(tmp_path: Path):
    rows = {f"word {place}": [-128, 127] * 50 for place in range(99)}
    for kind in ("b", "h"):
        write(tmp_path / kind, {}, kind, rows)
        table = Table(tmp_path / kind)
        assert {name: list(table.get(name) or ()) for name in rows} == rows
    assert (tmp_path / "h").stat().st_size - (tmp_path / "b").stat().st_size == 99 * 100


@pytest.mark.parametrize(
    ("kind", "rows"), [("h", {"word": [0, 32768]}), ("b", {"word": [128]}), ("h", {"word": [0] * 65_536})]
)
def test_what_has_no_room_is_refused(kind: str, rows: dict[str, list[int]], tmp_path: Path):
    with pytest.raises(DataError, match=r"model\.table: '.+ has no room"):
        write(tmp_path / "model.table", {}, kind, rows)


def test_names_that_it_could_not_tell_apart_are_refused(tmp_path: Path):
    names = [sha256(b"%d" % number).hexdigest() for number in range(200_000)]
    alike = next(pair for pair in pairwise(sorted(names, key=checksum)) if checksum(pair[0]) == checksum(pair[1]))
    with pytest.raises(DataError, match=r"model\.table: '\w+' has the checksum of another name"):
        write(tmp_path / "model.table", {}, "h", {name: [1] for name in alike})


@pytest.mark.parametrize("raw", [b"", b"{}", b"KGT5", b"KGT5" + bytes(40), b"KGT4\0\0\0\0\2\0\0\0{}", b"\xff" * 400])
def test_another_file_is_no_table(raw: bytes, tmp_path: Path):
    (tmp_path / "model.table").write_bytes(raw)
    with pytest.raises(DataError, match=r"model\.table: is not a table"):
        Table(tmp_path / "model.table")


def test_a_table_that_was_cut_off_is_no_table(tmp_path: Path):
    path = tmp_path / "model.table"
    write(path, {}, "h", {"word": [0, 1]})
    whole = path.read_bytes()
    for length in range(1, len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(DataError, match=r"model\.table: is not a table"):
            Table(path)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DataError, match=r"nowhere\.table: cannot be read"):
        Table(tmp_path / "nowhere.table")
