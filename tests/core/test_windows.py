"""The network reads three words at a time, from a file that says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from skill.files import WINDOWS
from skill.shape import DataError
from skill.table import write
from skill.windows import UNKNOWN, Windows


def network() -> Windows:
    """One filter that fires where "not" stands left of "breathing", and two labels that it parts."""
    rows = {UNKNOWN: (0, 0, 0), "not": (10, 0, 0), "breathing": (0, 10, 0), "well": (0, 0, -10)}
    head = {
        "labels": ["danger", "none"],
        "scale": 0.1,
        "bias": [-1.5],
        "out": [[4.0], [-4.0]],
        "out_bias": [-1.0, 1.0],
    }
    return Windows(head, rows)


def test_it_hears_words_beside_each_other_and_in_their_order():
    sure = network().likelihoods("he is not breathing".split())
    assert sure["danger"] > 0.8
    assert sum(sure.values()) == pytest.approx(1)
    for calm in ("breathing not", "he is breathing", "not breathing well", "", "words it never saw"):
        assert network().likelihoods(calm.split())["danger"] < 0.2, calm


def test_it_says_which_words_counted():
    assert network().why("he is not breathing".split(), "danger", "none") == ["not breathing"]


def test_what_is_written_is_read_again(tmp_path: Path):
    write(tmp_path / "some.model", network().head, "b", dict(network().rows.items()))
    read = Windows.load(tmp_path / "some.model")
    assert read.likelihoods(["not", "breathing"]) == network().likelihoods(["not", "breathing"])


@pytest.mark.parametrize("content", [b"", b"{}\n", b"not json\n123", WINDOWS.read_bytes()[:-1]])
def test_a_broken_file_is_named(tmp_path: Path, content: bytes):
    (tmp_path / "some.model").write_bytes(content)
    with pytest.raises(DataError, match=r"some\.model: is not a table .+; write it again with: make learn"):
        Windows.load(tmp_path / "some.model")


@pytest.mark.parametrize("head", [{}, {"labels": []}, {**network().head, "bias": [0, 0]}])
def test_a_table_that_is_no_network_is_named(tmp_path: Path, head: dict[str, object]):
    write(tmp_path / "some.model", head, "b", dict(network().rows.items()))
    with pytest.raises(DataError, match=r"some\.model: is not a network; write it again with: make learn"):
        Windows.load(tmp_path / "some.model")


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DataError, match=r"none\.model: cannot be read"):
        Windows.load(tmp_path / "none.model")
