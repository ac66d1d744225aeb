"""The contract of `python -m skill check`: it passes on the repository, and speaks to people and to scripts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from skill.preflight.acceptance import load_acceptance
from skill.preflight.command import check
from skill.preflight.problem import Problem
from skill.preflight.project import Project
from skill.preflight.report import MOST, Finding, as_lines, summed_up, told
from skill.shape import DataError
from tests.preflight.tree import ROOT, RULES, Tree

RULE = RULES["example-count"]


def run(*arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "skill", "check", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def finding(key: str = "examples", rule: str = "example-count") -> Finding:
    return Finding(RULES[rule], Problem(ROOT / "listing" / "en-US.yaml", key, "holds 4 phrases"))


def test_the_repository_passes_every_rule():
    done = run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith(f"{len(RULES)} rules: 0 errors, ")
    assert done.stderr == ""


def test_one_rule_runs_alone():
    done = run("--rule", "example-count", "--rule", "icons-fit")
    assert (done.returncode, done.stdout) == (0, "2 rules: 0 errors, 0 warnings, 0 accepted\n")


def test_an_error_fails_and_says_where_and_why(whole: Tree):
    shutil.copytree(ROOT / "skill", whole.root / "skill", ignore=shutil.ignore_patterns("__pycache__"))
    whole.edit("listing/skill.yaml", "countries: [US]", "countries: [US, TH]")
    done = run("--rule", "us-only", root=whole.root)
    assert done.returncode == 1
    assert done.stdout.startswith("listing/skill.yaml: countries: must be US alone, not ['US', 'TH'] [error us-only]\n")
    assert done.stdout.endswith("1 rule: 1 error, 0 warnings, 0 accepted\n")
    (whole.root / "responses.yaml").write_text("prompts: {}")
    done = run("--rule", "us-only", root=whole.root)
    assert (done.returncode, done.stdout) == (1, "")
    assert "responses.yaml: topics: is missing" in done.stderr


def test_an_unknown_rule_is_named():
    done = run("--rule", "example-cuont")
    assert done.returncode == 2
    assert "there is no rule example-cuont" in done.stderr


def test_the_rules_are_listed_and_explained():
    listed = run("--list").stdout.splitlines()
    assert [line.split()[0] for line in listed] == sorted(RULES)
    assert "fails:  none; four" in run("--explain", "example-count").stdout


def test_a_warning_alone_does_not_fail():
    done = run("--rule", "pages-filled-in", "--json")
    assert done.returncode == 0
    assert {json.loads(line)["level"] for line in done.stdout.splitlines()} == {"warning"}


def test_people_read_file_key_reason_rule_and_source():
    text = told([finding()])
    assert text.startswith("listing/en-US.yaml: examples: holds 4 phrases [error example-count]\n")
    assert RULE.source in text
    assert RULE.asks in text
    assert summed_up(7, [finding(), finding(rule="pages-filled-in")], 2) == "7 rules: 1 error, 1 warning, 2 accepted\n"


def test_many_problems_of_a_rule_are_summed_up_for_people_and_told_to_scripts():
    many = [finding(f"examples[{index}]") for index in range(MOST + 5)]
    assert "... and 5 more of [example-count]" in told(many)
    assert len(as_lines(many).splitlines()) == MOST + 5


def test_scripts_get_an_object_a_line():
    (line,) = as_lines([finding()]).splitlines()
    assert json.loads(line) == {
        "file": "listing/en-US.yaml",
        "key": "examples",
        "rule": "example-count",
        "level": "error",
        "reason": "holds 4 phrases",
        "source": RULE.source,
        "grade": RULE.grade,
    }


def test_what_is_accepted_is_no_finding_and_an_entry_that_is_spent_is_told(tmp_path: Path):
    path = tmp_path / "accepted.yaml"
    path.write_text('accepted:\n  - {rule: example-count, finding: "exam*: holds *", reason: three are too few}\n')
    acceptance = load_acceptance(RULES, path)
    assert acceptance.rest([finding(), finding("name")]) == [finding("name")]
    assert acceptance.spent([finding()], ["example-count"]) == []
    assert "finds nothing any more" in acceptance.spent([finding("name")], ["example-count"])[0]
    assert acceptance.spent([], ["icons-fit"]) == []


def test_accepting_for_a_rule_that_is_none_is_an_error(tmp_path: Path):
    path = tmp_path / "accepted.yaml"
    path.write_text('accepted:\n  - {rule: gone, finding: "*", reason: none}\n')
    with pytest.raises(DataError, match=r"accepted\[0\].rule: there is no rule gone"):
        load_acceptance(RULES, path)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("interaction_model/en-US.json", "{", "is not JSON"),
        ("listing/skill.yaml", "category: HEALTH_AND_FITNESS", "skill.yaml: privacy: is missing"),
        ("template.yaml", "Parameters: {}", "template.yaml: Resources: is missing"),
        ("template.yaml", "a: [", "template.yaml: is not YAML"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(whole: Tree, name: str, text: str, reason: str):
    (whole.root / name).write_text(text)
    with pytest.raises(DataError, match=reason):
        check([RULES[rule] for rule in ("model-size", "store-lengths", "function-verifies")], Project(whole.root))
