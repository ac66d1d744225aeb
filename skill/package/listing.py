"""Listing: listing/*.yaml -> what the store shows and asks, typed and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.catalog.lines import LINES
from skill.catalog.text import Text
from skill.shape import DataError, Shaper, read_yaml


@dataclass(frozen=True)
class Page:
    """The store page in one locale."""

    name: str
    summary: str
    description: Text
    examples: tuple[str, ...]
    keywords: tuple[str, ...]
    privacy_policy_url: str | None = None
    terms_of_use_url: str | None = None


@dataclass(frozen=True)
class Privacy:
    """Answers to the store's questions about privacy and compliance."""

    allows_purchases: bool
    uses_personal_info: bool
    is_child_directed: bool
    is_export_compliant: bool
    contains_ads: bool
    uses_health_info: bool


@dataclass(frozen=True)
class Store:
    """What holds in every locale."""

    category: str
    countries: tuple[str, ...]
    privacy: Privacy
    testing: Text


@dataclass(frozen=True)
class Listing:
    """All that the store is told."""

    store: Store
    pages: Mapping[str, Page]
    """By locale, such as en-US."""


def load_listing(folder: Path) -> Listing:
    """Read skill.yaml and one file a locale. Raises DataError with every problem: "file: key: reason"."""
    paths = sorted(path for path in folder.glob("*.yaml") if path.stem != "skill")
    problems = [] if paths else [f"{folder}: holds no store page, such as en-US.yaml"]
    read: dict[str, object] = {}
    for path, kind in [(folder / "skill.yaml", Store), *((path, Page) for path in paths)]:
        try:
            shaper = Shaper(path, {Text: _text})
            read[path.stem] = shaper.build(kind, read_yaml(path))
            shaper.finish()
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(problems)
    store = read.pop("skill")
    assert isinstance(store, Store)  # noqa: S101 - the shaper built it, else there was a problem
    return Listing(store, {locale: page for locale, page in read.items() if isinstance(page, Page)})


def _text(raw: str) -> Text:
    return Text.parse(raw, LINES)
