"""A broken listing says file, key and reason, all at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from skill.package.listing import load_listing
from skill.shape import DataError

LISTING = Path(__file__).resolve().parents[2] / "listing"


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    return shutil.copytree(LISTING, tmp_path / "listing")


def problems(listing: Path) -> str:
    with pytest.raises(DataError) as error:
        load_listing(listing)
    return str(error.value)


def edit(path: Path, old: str, new: str) -> None:
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def test_problems_of_all_files_come_together(listing: Path):
    edit(listing / "en-US.yaml", "summary:", "sumary:")
    edit(listing / "en-US.yaml", "{helpline.name}", "{helpline.owner}")
    edit(listing / "skill.yaml", "contains_ads: false", "contains_ads: never")
    told = problems(listing)
    assert "en-US.yaml: sumary: is not known" in told
    assert "en-US.yaml: summary: is missing" in told
    assert "en-US.yaml: description: {helpline.owner}: after the dot comes one of name, at, reach" in told
    assert "skill.yaml: privacy.contains_ads: must be true or false, not 'never'" in told


def test_a_missing_file_is_named(listing: Path):
    (listing / "skill.yaml").unlink()
    (listing / "en-US.yaml").unlink()
    told = problems(listing)
    assert "skill.yaml: cannot be read" in told
    assert "holds no store page" in told
