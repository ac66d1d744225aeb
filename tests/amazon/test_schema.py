"""Model and manifest are what Amazon's published schema asks for, with no key that it does not know."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.amazon.conftest import URLS, Make

MODEL, MANIFEST = "v1.skill.interactionModel.InteractionModelData", "v1.skill.Manifest.SkillManifestEnvelope"


@pytest.fixture
def files(package: Path) -> dict[str, Path]:
    folder = package / "skill-package"
    return {MANIFEST: folder / "skill.json", MODEL: folder / "interactionModels" / "custom" / "en-US.json"}


def validate(files: dict[str, Path]) -> subprocess.CompletedProcess[str]:
    pairs = [str(part) for pair in files.items() for part in pair]
    command = ["node", str(Path(__file__).with_name("validate.js")), *pairs]
    return subprocess.run(command, capture_output=True, text=True, check=False)


ENDPOINTS = [
    (),
    ("--endpoint", "arn:aws:lambda:us-east-1:123456789012:function:kratom-guide:live"),
    ("--endpoint", "https://skill.example.org/alexa"),
]


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_the_package_fits_amazons_schema(make: Make, files: dict[str, Path], endpoint: tuple[str, ...]):
    make(*endpoint, *URLS)
    done = validate(files)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def misspelt(manifest: Any) -> None:
    manifest["manifest"]["publishingInformation"]["distributionCountrys"] = ["US"]


def mistyped(manifest: Any) -> None:
    manifest["manifest"]["privacyAndCompliance"]["containsAds"] = "no"


def uncertified(manifest: Any) -> None:
    manifest["manifest"]["apis"]["custom"]["endpoint"] = {"uri": "https://x.example.org", "sslCertificateType": "Any"}


def unknown_slot_key(model: Any) -> None:
    model["interactionModel"]["languageModel"]["intents"][0]["slots"][0]["kind"] = "DOSE"


@pytest.mark.parametrize(
    ("definition", "break_it", "told"),
    [
        (MANIFEST, misspelt, "distributionCountrys"),
        (MANIFEST, mistyped, "/manifest/privacyAndCompliance/containsAds: must be boolean"),
        (MANIFEST, uncertified, "/manifest/apis/custom/endpoint/sslCertificateType: must be equal to one of"),
        (MODEL, unknown_slot_key, '"additionalProperty":"kind"'),
    ],
)
def test_the_schema_sees_a_fault(files: dict[str, Path], definition: str, break_it: Callable[[Any], None], told: str):
    values = json.loads(files[definition].read_text())
    break_it(values)
    files[definition].write_text(json.dumps(values))
    done = validate(files)
    assert done.returncode == 1
    assert told in done.stdout
