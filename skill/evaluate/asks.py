"""Asks: interaction_model/*.asks.yaml -> for each topic of the catalog, ways in which people ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from skill.catalog.catalog import Catalog
from skill.finding.finder import REPEAT
from skill.shape import Shaper, read_yaml


def load_asks(path: Path, catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """Read and check the ways of asking. Raises DataError with every problem: "file: key: reason"."""
    shaper = Shaper(path, {})
    asks: Mapping[str, tuple[str, ...]] = shaper.build(Mapping[str, tuple[str, ...]], read_yaml(path))
    shaper.finish()
    owner: dict[str, str] = {}
    for topic, phrases in asks.items():
        if topic not in (*catalog.topics, REPEAT):
            shaper.problem(topic, "the catalog has no such topic")
        for phrase in phrases:
            if owner.setdefault(phrase, topic) != topic:
                shaper.problem(topic, f"{phrase!r} already stands under {owner[phrase]}")
    for topic in catalog.topics:
        if topic not in asks and not catalog.topics[topic].within:
            shaper.problem(topic, "is missing: nobody could ask for it")
    shaper.finish()
    return asks
