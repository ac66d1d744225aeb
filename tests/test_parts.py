"""What a build prepares is what the files say."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from skill.alexa.app import build
from skill.evaluate.labelled import risk_utterances
from skill.parts import Parts, prepare, read_prepared, read_sources
from skill.shape import DataError

ROOT = Path(__file__).resolve().parents[1]
EVENTS = sorted((ROOT / "tests" / "events").glob("*.json"))


@pytest.fixture(scope="module")
def parts() -> Parts:
    return read_sources()


@pytest.fixture(scope="module")
def folder(parts: Parts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prepared")
    prepare(parts, folder)
    return folder


@pytest.fixture(scope="module")
def prepared(folder: Path) -> Parts:
    return read_prepared(folder)


def test_catalog_and_signs_are_equal(parts: Parts, prepared: Parts):
    assert asdict(prepared.catalog) == asdict(parts.catalog)
    assert asdict(prepared.detector.signs) == asdict(parts.detector.signs)
    assert prepared.finder.topics == parts.finder.topics


def test_risk_and_topic_are_the_same_for_whatever_is_said(parts: Parts, prepared: Parts):
    said = [utterance.words for utterance in risk_utterances("measuring")]
    assert len({parts.detector.read(words).level for words in said}) == 5
    for words in said:
        assert asdict(prepared.detector.read(words)) == asdict(parts.detector.read(words))
        one, other = prepared.finder.find(words), parts.finder.find(words)
        assert (one and one.topic) == (other and other.topic)
        assert (one and one.likelihood) == (other and pytest.approx(other.likelihood, abs=0.01))
    # A table takes a name that it lacks for another once in some 25,000 times, which may turn a per cent that is told.
    assert sum(prepared.detector.why(words) != parts.detector.why(words) for words in said) <= len(said) / 200


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_the_responses_are_the_same(parts: Parts, prepared: Parts, path: Path):
    event = json.loads(path.read_text())
    one, other = (build(kept) for kept in (parts, prepared))
    assert json.dumps(one.respond(event)) == json.dumps(other.respond(event))


def test_what_is_prepared_is_loaded_without_yaml_and_without_json_models(folder: Path):
    code = f"""
import sys
from dataclasses import asdict
from pathlib import Path
from skill.parts import read_prepared
read_prepared(Path({str(folder)!r}))
print([name for name in ("yaml", "skill.catalog.catalog_file") if name in sys.modules])
"""
    command = [sys.executable, "-W", "error", "-c", code]
    assert subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout == "[]\n"


def test_a_part_that_is_missing_is_named(folder: Path, tmp_path: Path):
    with pytest.raises(DataError, match=r"parts\.pickle: cannot be read"):
        read_prepared(tmp_path)
    (tmp_path / "parts.pickle").write_bytes((folder / "parts.pickle").read_bytes())
    with pytest.raises(DataError, match=r"\.table: cannot be read"):
        read_prepared(tmp_path)


@pytest.mark.parametrize("raw", [b"", b"no pickle", b"\x80\x05N.", b"cskill.parts\nGone\n."])
def test_another_file_is_said_to_be_one(raw: bytes, tmp_path: Path):
    (tmp_path / "parts.pickle").write_bytes(raw)
    with pytest.raises(DataError, match=r"parts\.pickle: .*build it again"):
        read_prepared(tmp_path)
