"""The build makes bytecode, or says why it can't and fails: without it each cold start takes several times as long."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MISSING = "No Python 3.99 is on this machine"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """What a build needs, for a runtime whose Python no machine has."""
    for name in ("Makefile", "tools/build_lambda.py", "template.yaml", "requirements/lambda.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "skill", tmp_path / "skill", ignore=shutil.ignore_patterns("__pycache__"))
    template = tmp_path / "template.yaml"
    template.write_text(template.read_text().replace("Runtime: python3.13", "Runtime: python3.99"))
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')  # a link would lose the packages
    python.chmod(0o755)
    (tmp_path / ".venv" / "lambda.installed").touch()
    return tmp_path


def test_the_build_that_sam_calls_fails_without_the_runtimes_python(tree: Path):
    command = ["make", "build-SkillFunction", "ARTIFACTS_DIR=out"]
    environment = {name: value for name, value in os.environ.items() if name != "NO_BYTECODE"}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode != 0
    assert MISSING in done.stdout, "sam shows it"
    assert "NO_BYTECODE=1" in done.stdout
    assert not (tree / "out").exists()


@pytest.mark.parametrize("allowed", ["1", "0", ""])
def test_only_the_environment_allows_it(tree: Path, allowed: str):
    code = "import sys; sys.path.insert(0, 'tools'); from build_lambda import compiler; print(compiler('3.99'))"
    environment = {**os.environ, "NO_BYTECODE": allowed}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tree, env=environment, capture_output=True, text=True, check=False
    )
    if allowed == "1":
        assert done.stdout.startswith(MISSING)
        assert done.stdout.endswith("NO_BYTECODE=1 allows it.\nNone\n")
    else:
        assert done.returncode == 1
        assert MISSING in done.stderr


def test_the_runtimes_python_makes_bytecode_for_where_it_runs(tmp_path: Path):
    (tmp_path / "module.py").write_text("x = 1\n")
    here = "{}.{}".format(*sys.version_info)
    code = f"""
import sys
from pathlib import Path
sys.path.insert(0, "tools")
from build_lambda import compile_all, compiler
compile_all(Path({str(tmp_path)!r}), compiler({here!r}), "-b")
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)
    assert b"/var/task/module.py" in (tmp_path / "module.pyc").read_bytes()
