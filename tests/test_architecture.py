"""The directions that hold the house up, read from the imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SKILL = Path(__file__).resolve().parents[1] / "skill"
DOORS = set("alexa lambda_function lambda_metrics web speaker preflight package evaluate review __main__".split())
STEPS = (
    {"shape", "files", "where", "levels"},
    {"words"},
    {"models"},
    {"catalog"},
    {"conversation", "reply", "turn", "record"},
    {"risk"},
    {"finding"},
    {"replies"},
    {"danger"},
    {"talk"},
    {"answers", "heard", "parts"},
)
"""The folders and files of the core, in order: each knows those before it and beside it, and none after."""
OUTSIDE = ("ask_sdk", "flask", "werkzeug", "gunicorn", "prometheus_client", "cryptography", "sklearn", "numpy")


def imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def room(path: Path) -> str:
    return path.relative_to(SKILL).parts[0].removesuffix(".py")


FILES = sorted(SKILL.rglob("*.py"))
CORE = [path for path in FILES if room(path) not in DOORS]


def test_there_is_a_core():
    assert {"catalog", "detector", "finder", "conversation", "reply", "answers"} <= {path.stem for path in CORE}


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.stem)
def test_the_core_knows_no_door_and_no_outside_library(path: Path):
    for name in imports(path):
        assert not name.startswith(OUTSIDE), name
        assert not (name.startswith("skill.") and name.split(".")[1] in DOORS), name


@pytest.mark.parametrize("path", [path for path in CORE if path.parent != SKILL or path.stem != "__init__"], ids=str)
def test_a_step_of_the_core_knows_none_that_stands_after_it(path: Path):
    place = next(place for place, rooms in enumerate(STEPS) if room(path) in rooms)
    after = set().union(*STEPS[place + 1 :])
    assert not [name for name in imports(path) if name.startswith("skill.") and name.split(".")[1] in after]


@pytest.mark.parametrize("path", [path for path in FILES if room(path) != "alexa" and room(path) != "web"], ids=str)
def test_only_the_alexa_folder_and_the_web_door_know_the_sdk(path: Path):
    assert not [name for name in imports(path) if name.startswith("ask_sdk")]


@pytest.mark.parametrize("path", [path for path in FILES if room(path) == "alexa"], ids=str)
def test_the_alexa_folder_knows_no_other_door(path: Path):
    others = tuple(f"skill.{door}" for door in DOORS - {"alexa"})
    assert not [name for name in imports(path) if name.startswith(others)]


def test_no_sentence_that_is_heard_stands_in_a_python_file():
    """A sentence for people is a string with a space that ends like one; logs and errors have none of these marks."""
    for path in CORE + [path for path in FILES if room(path) == "alexa"]:
        tree = ast.parse(path.read_text())
        docs = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        attribute_docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs | attribute_docs:
                assert not (" " in node.value.strip() and node.value.rstrip().endswith((".", "?", "!"))), (
                    f"{path}:{node.lineno}: {node.value!r}"
                )


def test_lambda_loads_neither_flask_nor_cryptography_nor_the_speaker():
    code = "import sys, skill.lambda_function; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    unwanted = ("flask", "werkzeug", "gunicorn", "prometheus_client", "cryptography", "sklearn", "numpy")
    unwanted += tuple(f"skill.{door}" for door in DOORS - {"alexa", "lambda_function", "lambda_metrics", "__main__"})
    assert not [name for name in loaded if name.startswith(unwanted)]
    assert "skill.alexa.app" in loaded
