"""The contract of `python -m skill package`: a whole folder, or every reason why not."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARN = "arn:aws:lambda:us-east-1:123456789012:function:kratom-guide:live"
URLS = ("--privacy", "https://www.example.org/privacy", "--terms", "https://www.example.org/terms")


def package(out: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "skill", "package", "--out", str(out), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    done = package(folder, "--endpoint", ARN, *URLS)
    assert done.returncode == 0, done.stderr
    assert {Path(line) for line in done.stdout.splitlines()} == {path for path in folder.rglob("*") if path.is_file()}
    return folder


def test_the_tree_is_the_one_that_the_ask_cli_deploys(out: Path):
    assert sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()) == [
        "ask-resources.json",
        "skill-package/assets/images/icon-108.png",
        "skill-package/assets/images/icon-512.png",
        "skill-package/interactionModels/custom/en-US.json",
        "skill-package/skill.json",
    ]


def test_the_model_is_the_one_the_skill_hears_with(out: Path):
    packed = out / "skill-package" / "interactionModels" / "custom" / "en-US.json"
    assert packed.read_bytes() == (ROOT / "interaction_model" / "en-US.json").read_bytes()


def test_the_manifest_holds_the_parameters_and_the_lines_of_the_catalog(out: Path):
    manifest = json.loads((out / "skill-package" / "skill.json").read_text())["manifest"]
    assert manifest["apis"]["custom"]["endpoint"] == {"uri": ARN}
    assert manifest["privacyAndCompliance"]["locales"]["en-US"] == {
        "privacyPolicyUrl": URLS[1],
        "termsOfUseUrl": URLS[3],
    }
    page = manifest["publishingInformation"]["locales"]["en-US"]
    assert "the National Addiction Helpline, 1-800-615-1067." in page["description"]
    assert "{" not in json.dumps(page["description"]) + manifest["publishingInformation"]["testingInstructions"]


@pytest.mark.parametrize("size", [108, 512])
def test_the_icons_the_manifest_names_are_there_in_their_sizes(out: Path, size: int):
    page = json.loads((out / "skill-package" / "skill.json").read_text())["manifest"]["publishingInformation"]
    uri = page["locales"]["en-US"]["smallIconUri" if size == 108 else "largeIconUri"]
    icon = (out / "skill-package" / uri.removeprefix("file://")).read_bytes()
    assert struct.unpack(">4sII", icon[12:24]) == (b"IHDR", size, size)


def test_the_icons_are_what_their_source_draws():
    subprocess.run([sys.executable, "tools/draw_icons.py", "--check"], cwd=ROOT, check=True, capture_output=True)


def test_an_address_gets_a_certificate(tmp_path: Path):
    done = package(tmp_path, "--endpoint", "https://skill.example.org/alexa", "--certificate", "Wildcard", *URLS)
    assert done.returncode == 0, done.stderr
    manifest = json.loads((tmp_path / "skill-package" / "skill.json").read_text())["manifest"]
    assert manifest["apis"]["custom"]["endpoint"]["sslCertificateType"] == "Wildcard"


def test_before_there_is_an_endpoint_it_is_left_out_and_asked_for(tmp_path: Path):
    done = package(tmp_path, *URLS)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "skill-package" / "skill.json").read_text())["manifest"]["apis"] == {"custom": {}}
    assert (
        "It has no endpoint yet, so nothing answers: when there is one, make it again with --endpoint." in done.stderr
    )


def test_a_certificate_needs_an_endpoint(tmp_path: Path):
    done = package(tmp_path, "--certificate", "Trusted", *URLS)
    assert (done.returncode, done.stderr) == (1, "--endpoint: is missing, and --certificate is about it\n")


def test_a_function_without_its_alias_is_refused(tmp_path: Path):
    done = package(tmp_path, "--endpoint", ARN.removesuffix(":live"), *URLS)
    assert done.returncode == 1
    assert "Alexa may call the alias alone; paste SkillEndpoint" in done.stderr


def test_every_reason_is_said_at_once_and_nothing_is_written(tmp_path: Path):
    done = package(tmp_path, "--endpoint", "http://nowhere", "--privacy", "https://alexa.example.org")
    assert done.returncode == 1
    assert "--endpoint: 'http://nowhere' is neither the ARN" in done.stderr
    assert "en-US.yaml: privacy_policy_url: 'https://alexa.example.org' has Amazon's brand" in done.stderr
    assert "en-US.yaml: terms_of_use_url: is not filled in" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_second_run_keeps_what_the_ask_cli_knows(tmp_path: Path):
    assert package(tmp_path, "--endpoint", ARN, *URLS).returncode == 0
    (tmp_path / "ask-resources.json").write_text('{"profiles": {"default": {"mine": true}}}')
    (tmp_path / ".ask").mkdir()
    (tmp_path / ".ask" / "ask-states.json").write_text("{}")
    assert package(tmp_path, "--endpoint", ARN.replace("live", "later"), *URLS).returncode == 0
    assert "mine" in (tmp_path / "ask-resources.json").read_text()
    assert (tmp_path / ".ask" / "ask-states.json").exists()
    assert "function:kratom-guide:later" in (tmp_path / "skill-package" / "skill.json").read_text()


def test_a_strange_file_in_the_package_is_named_and_not_deployed(tmp_path: Path):
    stranger = tmp_path / "skill-package" / "interactionModels" / "custom" / "de-DE.json"
    stranger.parent.mkdir(parents=True)
    stranger.write_text("{}")
    done = package(tmp_path, "--endpoint", ARN, *URLS)
    assert done.returncode == 1
    assert "de-DE.json: is not from this command" in done.stderr
    assert not (tmp_path / "skill-package" / "skill.json").exists()
