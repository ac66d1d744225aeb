"""The real ASK CLI deploys the package, to a stand-in for the management API on loopback."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.amazon.smapi import SKILL_ID, Smapi, serving

TOKEN = "Atza|stand-in"


@pytest.fixture
def smapi() -> Iterator[Smapi]:
    with serving() as standing_in:
        yield standing_in


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home as `ask configure` leaves it."""
    token = {
        "access_token": TOKEN,
        "refresh_token": "Atzr|stand-in",
        "token_type": "bearer",
        "expires_in": 3600,
        "expires_at": "2099-01-01T00:00:00.000Z",
    }
    profile = {"token": token, "vendor_id": "M0STANDIN", "aws_profile": None}
    config = tmp_path / "home" / ".ask" / "cli_config"
    config.parent.mkdir(parents=True)
    config.write_text(json.dumps({"profiles": {"default": profile}, "share_usage": False}))
    return config.parents[1]


def deploy(tools: Path, package: Path, home: Path, smapi: Smapi) -> subprocess.CompletedProcess[str]:
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "ASK_SMAPI_SERVER_BASE_URL": smapi.url,
        "ASK_SHARE_USAGE": "false",
    }
    return subprocess.run(
        [str(tools / "ask"), "deploy", "--target", "skill-metadata"],
        cwd=package,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_ask_cli_deploys_the_package(tools: Path, package: Path, home: Path, smapi: Smapi):
    done = deploy(tools, package, home, smapi)
    assert done.returncode == 0, done.stdout + done.stderr
    assert smapi.calls == [
        ("POST", "/v1/skills/uploads"),
        ("PUT", "/upload"),
        ("POST", "/v1/skills/imports"),
        ("GET", "/v1/skills/imports/import-1"),
    ]
    assert smapi.imports == [{"location": f"{smapi.url}/upload", "vendorId": "M0STANDIN"}]
    assert smapi.tokens == {TOKEN}
    folder = package / "skill-package"
    written = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    sent, ours = json.loads(smapi.files.pop("skill.json")), json.loads(written.pop("skill.json"))
    assert sent == ours  # as values, since the CLI writes the manifest anew when it is done
    assert smapi.files == written


def test_a_second_deployment_updates_the_same_skill(tools: Path, package: Path, home: Path, smapi: Smapi):
    assert deploy(tools, package, home, smapi).returncode == 0
    manifest = package / "skill-package" / "skill.json"
    manifest.write_text(manifest.read_text().replace("Plain answers", "Clear answers"))
    done = deploy(tools, package, home, smapi)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ("POST", f"/v1/skills/{SKILL_ID}/imports") in smapi.calls
    assert "vendorId" not in smapi.imports[-1]
    assert b"Clear answers" in smapi.files["skill.json"]


def test_a_package_without_a_manifest_is_not_deployed(tools: Path, package: Path, home: Path, smapi: Smapi):
    (package / "skill-package" / "skill.json").unlink()
    done = deploy(tools, package, home, smapi)
    assert done.returncode != 0
    assert "skill.json" in done.stdout + done.stderr
    assert smapi.calls == []
