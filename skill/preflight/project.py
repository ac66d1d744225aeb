"""Project: the repository's files, read once, and the skill's entry."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from skill.alexa.load import load_skill
from skill.catalog.catalog import Catalog
from skill.catalog.catalog_file import load
from skill.files import ROOT
from skill.package.listing import Listing, load_listing
from skill.package.manifest import manifest
from skill.preflight.model_file import ModelFile, load_model_file
from skill.preflight.template import load_template
from skill.preflight.turns import Turns
from skill.speaker.speaker import Respond

ENDPOINT = {"uri": "arn:aws:lambda:us-east-1:123456789012:function:any:live"}
"""Stands in the manifest for the endpoint, which only `package` is told."""


class Project:
    """What is checked. Every part raises DataError when its file can't be read."""

    def __init__(
        self, root: Path = ROOT, respond: Respond | None = None, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        """In: the repository, the skill's entry (default: the real one), and what times a turn, in seconds."""
        self.root = root
        self._respond = respond
        self._clock = clock

    @cached_property
    def catalog(self) -> Catalog:
        """What the skill can say."""
        return load(self.catalog_path)

    @property
    def catalog_path(self) -> Path:
        """Its file."""
        return self.root / "responses.yaml"

    @cached_property
    def models(self) -> tuple[ModelFile, ...]:
        """What the skill can hear, a model a locale."""
        return tuple(load_model_file(path) for path in sorted((self.root / "interaction_model").glob("*.json")))

    def model(self, locale: str) -> ModelFile | None:
        """The model of a locale, if there is one."""
        return next((file for file in self.models if file.locale == locale), None)

    @cached_property
    def turns(self) -> tuple[Turns, ...]:
        """The skill's turns, a locale each."""
        respond = self._respond or load_skill().respond
        return tuple(Turns(file, respond, self._clock) for file in self.models)

    @property
    def listing_path(self) -> Path:
        """The folder of the store pages."""
        return self.root / "listing"

    @cached_property
    def listing(self) -> Listing:
        """What the store is told."""
        return load_listing(self.listing_path)

    @property
    def store_path(self) -> Path:
        """The file of what holds for every store page."""
        return self.listing_path / "skill.yaml"

    def page_path(self, locale: str) -> Path:
        """The file of one store page."""
        return self.listing_path / f"{locale}.yaml"

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What `package` would write into skill.json, but for the endpoint."""
        whole: dict[str, Any] = manifest(self.listing, self.catalog, ENDPOINT)["manifest"]
        return whole

    @property
    def template_path(self) -> Path:
        """How the skill is deployed."""
        return self.root / "template.yaml"

    @cached_property
    def template(self) -> dict[str, Any]:
        """The SAM template, as values."""
        return load_template(self.template_path)
