"""A broken catalog says file, key and reason, all at once, and never starts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from skill.catalog.catalog_file import load
from skill.shape import DataError

ROOT = Path(__file__).resolve().parents[2]
CATALOG = ROOT / "responses.yaml"
BROKEN = yaml.safe_load((Path(__file__).parent / "broken_catalogs.yaml").read_text())


def problems_of(text: str, folder: Path) -> list[str]:
    path = folder / "responses.yaml"
    path.write_text(text)
    with pytest.raises(DataError) as error:
        load(path)
    assert all(line.startswith(str(path)) for line in error.value.problems)
    return [line.removeprefix(f"{path}: ") for line in error.value.problems]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["name"])
def test_a_broken_catalog_names_the_key_and_the_reason(case: dict[str, str], tmp_path: Path):
    text = CATALOG.read_text()
    if "text" in case:
        text = case["text"]
    else:
        assert re.search(case["replace"], text, re.M), "the case no longer fits the catalog"
        text = re.sub(case["replace"], lambda _: case["with"], text, count=1, flags=re.M)
    assert any(re.search(case["says"], problem) for problem in problems_of(text, tmp_path))


def test_all_problems_are_said_at_once(tmp_path: Path):
    text = (
        CATALOG.read_text().replace("next: [low_dose", "next: [nowhere").replace("reach: call or text", "reech: call")
    )
    text = re.sub(r"^risk_declined_ask: .*$", "risk_declined_ask: ''", text, flags=re.M)
    problems = problems_of(text, tmp_path)
    assert len(problems) >= 3


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DataError, match=r"nowhere\.yaml: cannot be read"):
        load(tmp_path / "nowhere.yaml")


def test_a_number_stands_in_one_place_only():
    """Every number of the catalog's lines stands once, as a number, in each place that has it."""
    data = yaml.safe_load(CATALOG.read_text())
    text = CATALOG.read_text()
    for lines in data["lines"].values():
        numbers = {line["number"] for line in lines.values() if "number" in line}
        for number in numbers - {"911", "988"}:  # shared by neighbouring countries
            users = [name for name, line in lines.items() if line.get("number") == number]
            assert text.count(f'"{number}"') == len(users), number


def test_the_default_helpline_is_the_articles(catalog):
    line = catalog.place("en-US").lines["helpline"]
    assert (line.name, line.number) == ("the National Addiction Helpline", "1-800-615-1067")


@pytest.mark.parametrize("locale", ["de-DE", "ja-JP", "xx", ""])
def test_a_place_without_lines_hears_no_number(catalog, locale: str):
    place = catalog.place(locale)
    assert not any(line.number for line in place.lines.values())
    assert not re.search(r"\d", catalog.risk["overdose"].say.plain(place))


@pytest.mark.parametrize("locale", ["en-GB", "en-AU", "en-IN"])
def test_988_is_never_said_where_it_does_not_work(catalog, locale: str):
    place = catalog.place(locale)
    for reply in catalog.risk.values():
        for text in (reply.say, reply.other, reply.title):
            assert text is None or not re.search(r"988|911", text.plain(place))
