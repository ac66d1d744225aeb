"""The real ASK CLI deploys the package, to a stand-in for the management API on loopback."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.amazon.conftest import ROOT, URLS, Make
from tests.amazon.smapi import SKILL_ID, Smapi, serving

ARN = "arn:aws:lambda:us-east-1:123456789012:function:kratom-guide:live"
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


def test_a_function_that_the_skill_may_not_call_is_refused(tools: Path, make: Make, home: Path, smapi: Smapi):
    done = deploy(tools, make("--endpoint", ARN, *URLS), home, smapi)
    assert done.returncode != 0
    assert f"The trigger setting for the Lambda {ARN} is invalid." in done.stdout + done.stderr


def steps() -> list[list[str]]:
    """The README's commands, from the package to the skill with its endpoint."""
    _, _, section = (ROOT / "README.md").read_text().partition("### The skill in Amazon's console\n")
    block = re.search(r"(?:^    .+\n)+", section, re.MULTILINE)
    assert block
    return [shlex.split(line) for line in block.group().splitlines()]


def test_the_steps_of_the_readme_lead_to_a_skill_with_an_endpoint(tools: Path, make: Make, home: Path, smapi: Smapi):
    ask = "../../tests/amazon/node_modules/.bin/ask"
    for step in steps():
        match step:
            case [".venv/bin/python", "-m", "skill", "package", *arguments]:
                package = make(*(ARN if argument == "ARN" else argument for argument in arguments))
            case [command, "deploy", "--target", "skill-metadata"] if command == ask:
                done = deploy(tools, package, home, smapi)
                assert done.returncode == 0, done.stdout + done.stderr
            case ["sam", "deploy", "--guided"]:
                smapi.triggers.add(ARN)  # now the alias is there, and the skill may call it
            case _:
                assert step in (
                    ["make", "amazon"],
                    ["cd", "build/alexa"],
                    [ask, "configure"],
                    ["cd", "../.."],
                    ["sam", "build"],
                )
    assert smapi.endpoint == ARN
    assert smapi.calls.count(("POST", f"/v1/skills/{SKILL_ID}/imports")) == 1


def test_a_package_without_a_manifest_is_not_deployed(tools: Path, package: Path, home: Path, smapi: Smapi):
    (package / "skill-package" / "skill.json").unlink()
    done = deploy(tools, package, home, smapi)
    assert done.returncode != 0
    assert "skill.json" in done.stdout + done.stderr
    assert smapi.calls == []
