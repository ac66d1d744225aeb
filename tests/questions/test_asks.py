"""A broken file of ways of asking names the topic and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from skill.catalog.catalog import Catalog
from skill.evaluate.asks import load_asks
from skill.files import ASKS
from skill.finding.finder import REPEAT
from skill.shape import DataError


def test_every_topic_can_be_asked_for(catalog: Catalog):
    heard = {name for name, topic in catalog.topics.items() if topic.hears}
    assert set(load_asks(ASKS, catalog)) | heard == {*catalog.topics, REPEAT}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nowhere: [x]", "nowhere: the catalog has no such topic"),
        ("detox: [what is it]\nrehab: [what is it]", "rehab: 'what is it' already stands under detox"),
        ("detox: [a]", "rehab: is missing: nobody could ask for it"),
        ("detox: [a, 7]", r"detox\[1\]: must be a text, not 7"),
        ("detox: [a]\ndetox: [b]", "detox: is given twice"),
    ],
)
def test_a_broken_file_says_what_is_wrong(tmp_path: Path, catalog: Catalog, text: str, says: str):
    path = tmp_path / "en-US.asks.yaml"
    path.write_text(text)
    with pytest.raises(DataError, match=says):
        load_asks(path, catalog)
