"""Builds what AWS Lambda runs into a folder: make build-SkillFunction calls it, and that is what sam build calls.

    python tools/build_lambda.py FOLDER
    python tools/build_lambda.py --python    only say which Python runs it here: the runtime's own, or else this one

It holds the few packages that a turn loads, in the versions and with the hashes of requirements/lambda.txt; the core
and the Alexa folder; what skill/parts.py prepares of the catalog, the signs and the models; and bytecode. There is no
compiled C in it, so one artifact runs on every platform, and CI runs the very files that are deployed.

Lambda's file system is read-only: what is not compiled here is compiled again at every cold start. Bytecode is of use
to one minor version of Python only, so the runtime's own must be on this machine; any patch version will do. Without it
nothing is built, unless NO_BYTECODE=1 in the environment allows it: sam shows no warning of a build that went well.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from skill.parts import prepare, read_sources  # noqa: E402
from skill.shape import DataError  # noqa: E402

LOCK = ROOT / "requirements" / "lambda.txt"
TEMPLATE = ROOT / "template.yaml"
RUNS = ("ask-sdk-core", "ask-sdk-model", "ask-sdk-runtime", "six")
"""The packages of the lock that a turn loads. Left out: pyyaml, for the files are read here; requests and what it
needs, with which the SDK would call Alexa's services; dateutil, for skill/alexa/parser.py reads times; tzdata, for
Alexa's times are in UTC."""
LEFT_OUT = ("__main__.py", "evaluate", "package", "preflight", "review", "speaker", "web")
"""What Lambda has no use for: the commands and the other doors."""


def build(folder: Path) -> None:
    """Write the artifact. Raises DataError for a broken data file or no compiler, CalledProcessError when pip fails."""
    python = compiler(runtime(TEMPLATE.read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as scratch:
        lock = Path(scratch) / "requirements.txt"
        lock.write_text("".join(locked(LOCK.read_text(encoding="utf-8"), RUNS)), encoding="utf-8")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
        options = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--target", str(folder)]
        subprocess.run([*pip, *options, "-r", str(lock)], check=True)  # noqa: S603
    if python:
        compile_all(folder, python, "-b", "-o", "2")  # beside the sources, and without docstrings and asserts
    for path in [path for path in folder.rglob("*.py") if path.with_suffix(".pyc").exists()]:
        path.unlink()  # half the size; Python runs a .pyc that stands where its source would
    for path in folder.glob("*.dist-info/RECORD"):
        path.unlink()  # it lists the sources that are gone
    shutil.copytree(ROOT / "skill", folder / "skill", ignore=_left_out)
    prepare(read_sources(), folder / "prepared")
    if python:  # with the sources, so that a failure can be read in the log
        compile_all(folder / "skill", python, runs_at="/var/task/skill")


def _left_out(folder: str, names: list[str]) -> list[str]:
    """What is not copied of a folder."""
    left_out = LEFT_OUT if Path(folder) == ROOT / "skill" else ()
    return [name for name in names if name == "__pycache__" or name in left_out]


def locked(lock: str, names: tuple[str, ...]) -> Iterator[str]:
    """The entries of some packages in a lock with hashes. Raises KeyError for a package that it does not hold."""
    entries = {entry.split("==")[0]: entry for entry in re.split(r"(?m)^(?=\S)", lock) if "==" in entry}
    for name in names:
        yield entries[name]


def runtime(template: str) -> str:
    """The version of Python that the template asks of Lambda, such as 3.13."""
    found = re.search(r"^\s+Runtime: python(\d+\.\d+)$", template, re.MULTILINE)
    if found is None:
        raise DataError([f"{TEMPLATE}: names no Runtime of Python"])
    return found.group(1)


def compiler(version: str) -> str | None:
    """The Python of that version here. Raises DataError when there is none; None when NO_BYTECODE=1 allows that."""
    python = next(pythons(version), None)
    if python is None:
        missing = (
            f"No Python {version} is on this machine, and only that makes bytecode that Lambda can use. Without it "
            "the function compiles all of itself again at each cold start, which takes several times as long."
        )
        if os.environ.get("NO_BYTECODE") != "1":
            raise DataError([f"{missing} Put python{version} on PATH, or allow it with NO_BYTECODE=1."])
        sys.stdout.write(f"{missing} NO_BYTECODE=1 allows it.\n")
    return python


def compile_all(folder: Path, python: str, *more: str, runs_at: str = "/var/task") -> None:
    """Compile everything with that Python, with more options of compileall if wanted."""
    # Not checked against the sources: they can't change, and unpacking the zip may change their times.
    options = ["-q", "--invalidation-mode", "unchecked-hash", *more]
    compiling = [
        python,
        "-W",
        "ignore",
        "-m",
        "compileall",
        *options,
        "-s",
        str(folder),
        "-p",
        runs_at,
        str(folder),
    ]
    subprocess.run(compiling, check=True)  # noqa: S603


def pythons(version: str) -> Iterator[str]:
    """Interpreters of that version here: this one, the one on PATH, pyenv's. A shim that answers otherwise is none."""
    beside_pyenv = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for candidate in (sys.executable, shutil.which(f"python{version}"), *map(str, beside_pyenv)):
        if candidate is None:
            continue
        ask = [candidate, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        answer = subprocess.run(ask, capture_output=True, text=True, check=False)  # noqa: S603
        if answer.returncode == 0 and answer.stdout.strip() == version:
            yield candidate


if __name__ == "__main__":
    try:
        if sys.argv[1] == "--python":
            version = runtime(TEMPLATE.read_text(encoding="utf-8"))
            sys.stdout.write(next(pythons(version), sys.executable) + "\n")
        else:
            build(Path(sys.argv[1]))
    except DataError as error:
        sys.stdout.write(f"{error}\n")  # sam shows what make writes there
        sys.exit(1)
