"""All that can be set: what it is by default, what it may be, and that the manual says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from skill.shape import DataError
from skill.web.settings import VARIABLES, Settings, read

MANUAL = (Path(__file__).resolve().parents[2] / "deploy" / "README.md").read_text()
ID = {"SKILL_ID": "amzn1.ask.skill.1"}


def problems(environment: dict[str, str], **arguments: str) -> list[str]:
    with pytest.raises(DataError) as error:
        read(environment, **arguments)  # type: ignore[arg-type]
    return error.value.problems


def test_only_the_skills_id_must_be_set() -> None:
    assert read(ID) == Settings(skill_id="amzn1.ask.skill.1")
    assert read({}, verified=False) == Settings(verified=False)


def test_the_command_line_wins() -> None:
    settings = read(ID | {"SERVE_HOST": "::", "SERVE_PORT": "1"}, "0.0.0.0", "2")
    assert (settings.host, settings.port, settings.metrics_port) == ("0.0.0.0", 2, 3)


@pytest.mark.parametrize(("given", "port"), [("off", None), ("0", 0), ("9000", 9000), ("", 8081), (" ", 8081)])
def test_the_metrics_have_the_next_port_or_their_own_or_none(given: str, port: int | None) -> None:
    assert read(ID | {"SERVE_METRICS_PORT": given}).metrics_port == port


@pytest.mark.parametrize("name", sorted(VARIABLES - {"SKILL_ID", "SERVE_HOST", "SERVE_METRICS_HOST"}))
@pytest.mark.parametrize("value", ["-1", "1.5", "many", "99999999999999999999", "\u0663", "1e3"])
def test_a_number_that_can_not_be_is_named(name: str, value: str) -> None:
    (problem,) = problems(ID | {name: value})
    assert problem.startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("environment", "problem"),
    [
        (ID | {"SERVE_METRICS_PORT": "8080"}, "SERVE_METRICS_PORT: 8080 is the port that requests come to."),
        (ID | {"SERVE_PORT": "65535"}, "SERVE_METRICS_PORT: must be set when the port is the last one there is."),
        (ID | {"SERVE_WORKERS": "0"}, "SERVE_WORKERS: must be a whole number from 1 to 64, not '0'"),
    ],
)
def test_a_setting_that_can_not_be_is_said(environment: dict[str, str], problem: str) -> None:
    assert problems(environment) == [problem]


def test_all_problems_are_said_at_once() -> None:
    found = problems({"SERVE_WORKERS": "x", "SERVE_THREADS": "y", "SERVE_TREADS": "1", "SERVE_PORT": "z"})
    assert len(found) == 5


def test_every_setting_is_in_the_manual_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (\S+) \|", MANUAL, re.MULTILINE))
    assert rows.keys() == VARIABLES
    numbers = {name: value for name, value in rows.items() if value.isdigit()}
    fields = {name.removeprefix("SERVE_").lower(): int(value) for name, value in numbers.items()}
    assert {name: getattr(Settings, name) for name in fields} == fields
    assert len(fields) == 10
