"""A table on disk answers as the JSON file it was made from, and says plainly when it is none."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from skill.files import RISK_MODEL, TOPIC_MODEL
from skill.models.learnt import read_model
from skill.models.linear import LinearModel
from skill.models.table import Table, checksum, write
from skill.models.vectors import Vectors
from skill.shape import DataError

MODELS = [read_model(RISK_MODEL, LinearModel), read_model(TOPIC_MODEL, Vectors)]


@pytest.fixture(scope="module", params=MODELS, ids=lambda model: type(model).__name__)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Table]:
    path = tmp_path_factory.mktemp("table") / "model.table"
    write(path, request.param.head, request.param.rows)
    return request.param, Table(path)


def test_every_name_has_its_numbers(both):
    model, table = both
    assert len(model.rows) > 10_000
    assert {name: table.get(name) for name in model.rows} == model.rows
    assert {name: table.head[name] for name in model.head} == model.head


def test_what_is_no_name_has_none(both):
    model, table = both
    strange = ["", "\0", "\ud800", "é" * 70_000, *(f"{name}\0" for name in model.rows)]
    taken = [name for name in strange if table.get(name) is not None]
    assert len(taken) <= len(strange) / 10_000  # by chance a few; nothing else of a name is kept than its checksum


def test_it_may_be_empty_and_hold_any_text(tmp_path: Path):
    write(tmp_path / "empty", {}, {})
    assert Table(tmp_path / "empty").get("word") is None
    odd = {"": [0, -128], "\ud800 é": [1, 2], "x" * 99_999: [0, 127]}
    write(tmp_path / "odd", {"labels": ["é"]}, odd)
    table = Table(tmp_path / "odd")
    assert table.head["labels"] == ["é"]
    assert {name: table.get(name) for name in odd} == odd


def test_a_number_takes_a_byte(tmp_path: Path):
    for width in (10, 11):
        write(tmp_path / str(width), {}, {f"word {place}": [1] * width for place in range(99)})
    assert (tmp_path / "11").stat().st_size - (tmp_path / "10").stat().st_size == 99


def test_many_names_need_less_of_their_checksums(tmp_path: Path):
    rows = {f"word {place}": [place % 100] for place in range(0x10001)}
    write(tmp_path / "table", {}, rows)
    table = Table(tmp_path / "table")
    assert {name: table.get(name) for name in rows} == rows


@pytest.mark.parametrize("rows", [{"word": [0, 128]}, {"word": [-129]}, {"word": [0, 0], "other": [0]}])
def test_what_has_no_room_is_refused(rows: dict[str, list[int]], tmp_path: Path):
    with pytest.raises(DataError, match=r"model\.table: '.+ has no room"):
        write(tmp_path / "model.table", {}, rows)


def test_names_that_it_could_not_tell_apart_are_refused(tmp_path: Path):
    names = [sha256(b"%d" % number).hexdigest() for number in range(200_000)]
    alike = next(pair for pair in pairwise(sorted(names, key=checksum)) if checksum(pair[0]) == checksum(pair[1]))
    with pytest.raises(DataError, match=r"model\.table: '\w+' has the checksum of another name"):
        write(tmp_path / "model.table", {}, {name: [1] for name in alike})


@pytest.mark.parametrize("raw", [b"", b"{}", b"KGT8", b"KGT8" + bytes(40), b"KGT7\0\0\0\0\2\0\0\0{}", b"\xff" * 400])
def test_another_file_is_no_table(raw: bytes, tmp_path: Path):
    (tmp_path / "model.table").write_bytes(raw)
    with pytest.raises(DataError, match=r"model\.table: is not a table"):
        Table(tmp_path / "model.table")


def test_a_table_that_was_cut_off_is_no_table(tmp_path: Path):
    path = tmp_path / "model.table"
    write(path, {}, {"word": [0, 1]})
    whole = path.read_bytes()
    for length in [*range(1, 100), *range(100, len(whole), 997), *range(len(whole) - 9, len(whole))]:
        path.write_bytes(whole[:length])
        with pytest.raises(DataError, match=r"model\.table: is not a table"):
            Table(path)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DataError, match=r"nowhere\.table: cannot be read"):
        Table(tmp_path / "nowhere.table")
