"""Speech that nobody labelled, and what was taught of it, hold nothing that measures the models."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from skill.catalog.catalog_file import load
from skill.evaluate.labelled import measuring_utterances, rows
from skill.files import AFTER_MODEL, CATALOG, ROOT, SIGNS, TOPIC_MODEL
from skill.risk.signs import load_signs
from skill.words.plain import Plain

UNLABELLED = sorted((ROOT / "tests" / "unlabelled").glob("*.tsv"))
TAUGHT = {"after": AFTER_MODEL, "topics": TOPIC_MODEL}


@pytest.fixture(scope="module")
def plain() -> Plain:
    return Plain(load_signs(SIGNS, load(CATALOG)).heard_as)


@pytest.fixture(scope="module")
def measured(plain: Plain) -> set[str]:
    words = {plain(utterance) for utterance in measuring_utterances()}
    assert len(words) > 3000
    return words


@pytest.mark.parametrize("path", UNLABELLED, ids=lambda path: path.stem)
def test_no_measuring_utterance_is_among_what_nobody_labelled(path: Path, plain: Plain, measured: set[str]) -> None:
    spoken = {plain(row["utterance"]) for row in rows(path)}
    assert spoken
    assert not spoken & measured


@pytest.mark.parametrize("lesson", TAUGHT)
def test_no_measuring_utterance_was_taught(lesson: str, measured: set[str]) -> None:
    spoken = {words for words, _, _ in taught(lesson)}
    assert len(spoken) > 10_000
    assert not spoken & measured


@pytest.mark.parametrize(("lesson", "model"), TAUGHT.items())
def test_what_was_taught_is_of_labels_that_the_model_has(lesson: str, model: Path) -> None:
    labels = set(json.loads(model.read_text(encoding="utf-8"))["labels"])
    named = {label.partition("=")[0] for _, _, shares in taught(lesson) for label in shares.split()}
    assert named <= labels


def taught(lesson: str) -> list[list[str]]:
    with gzip.open(ROOT / "models" / "taught" / f"{lesson}.tsv.gz", "rt", encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]
