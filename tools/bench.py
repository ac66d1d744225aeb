"""Compares what Lambda runs with a hello-world on the bare SDK, side by side, in one run: make bench.

Each peer is a folder as sam would deploy it, run by the runtime's own Python in fresh processes that write nothing. The
peers take turns, round by round, and the best of each counts, so that other work on the machine disturbs all alike. A
turn is timed in many short batches: a busy neighbour halves the speed of a core for seconds, and a batch of a few
milliseconds finds the gaps that a long one does not.

    start     from the start of a process to the first answer
    turn      processor time of one more answer, of a topic and of a danger
    memory    the most that was in use, after three thousand turns
    size      of the folder, zipped

It prints a table and adds a line to bench/history.md. Grown is this skill with twenty times the topics and twenty times
the features in the models of risk and of topics; the copies have features of their own.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from platform import machine

from build_lambda import LOCK, ROOT, TEMPLATE, build, compile_all, locked, pythons, runtime
from growing import grown

from skill.parts import prepare, read_sources

SAM = str(ROOT / ".venv-deploy" / "bin" / "sam")
HISTORY = ROOT / "bench" / "history.md"
ROUNDS, BATCHES, BATCH = 60, 150, 10
EVENTS = ("effects_long_term", "free_statement")
"""A question with an intent of its own, and free words that tell of a danger."""

HELLO_TEMPLATE = """
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties: {CodeUri: source, Handler: hello.handler, Runtime: python%s, Architectures: [%s]}
"""

SDK = (
    *("ask-sdk-core", "ask-sdk-model", "ask-sdk-runtime", "certifi", "charset-normalizer", "idna", "python-dateutil"),
    *("requests", "six", "tzdata", "urllib3"),
)
"""Everything that ask-sdk-core asks for."""

HELLO = """
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_request_type

builder = SkillBuilder()


@builder.request_handler(can_handle_func=is_request_type("IntentRequest"))
def hello(handler_input):
    return handler_input.response_builder.speak("Hello").ask("Hello?").response


handler = builder.lambda_handler()
"""

CONSTANT = """
ANSWER = {"version": "1.0", "response": {"outputSpeech": {"type": "SSML", "ssml": "<speak>Hello</speak>"}}}


def handler(event, context):
    return ANSWER
"""

DRIVE = """
import json, sys
from importlib import import_module

events = [json.loads(line) for line in open(sys.argv[2])]
handler = import_module(sys.argv[1]).handler
answer = json.dumps(handler(events[0], None))
sys.stderr.write("answered\\n")
sys.stderr.flush()
if len(sys.argv) > 3:
    import time
    for event in events:
        for _ in range(100):
            handler(event, None)
        spent = []
        for _ in range(int(sys.argv[3])):
            before = time.process_time()
            for _ in range(int(sys.argv[4])):
                handler(event, None)
            spent.append(time.process_time() - before)
        sys.stderr.write(f"{min(spent) / int(sys.argv[4]) * 1000}\\n")
    sys.stderr.write(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@dataclass
class Peer:
    """A folder that Lambda could run, and what was measured of it."""

    name: str
    folder: Path
    module: str
    start: float = float("inf")
    """Milliseconds."""
    turns: list[float] = field(default_factory=lambda: [float("inf")] * len(EVENTS))
    """Milliseconds of processor time, for each event."""
    memory: float = float("inf")
    """Megabytes."""
    size: float = 0
    """Megabytes."""


def hello(folder: Path, version: str, python: str) -> None:
    """A hello-world with one intent on the bare SDK, without bytecode, as a plain sam build makes it."""
    room = folder.parent / "hello"
    (room / "source").mkdir(parents=True)
    lock = "".join(locked(LOCK.read_text(encoding="utf-8"), SDK))
    (room / "source" / "requirements.txt").write_text(lock, encoding="utf-8")
    (room / "source" / "hello.py").write_text(HELLO, encoding="utf-8")
    processor = "arm64" if machine() in ("aarch64", "arm64") else "x86_64"
    (room / "template.yaml").write_text(HELLO_TEMPLATE % (version, processor), encoding="utf-8")
    path = f"{Path(python).parent}:{os.environ['PATH']}"  # sam looks there for the runtime's Python
    built = subprocess.run(  # noqa: S603
        [SAM, "build", "--build-dir", "built"],
        cwd=room,
        env={**os.environ, "PATH": path, "SAM_CLI_TELEMETRY": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    if built.returncode:
        raise RuntimeError(f"sam build failed: {built.stderr}")
    shutil.copytree(room / "built" / "Hello", folder)


def measure(peer: Peer, python: str, events: Path, *, turns: bool) -> None:
    """One round: a fresh process, its first answer, and if wanted more turns."""
    command = [python, "-S", "-B", "-W", "ignore", "-c", DRIVE, peer.module, str(events)]
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603
        [*command, *([str(BATCHES), str(BATCH)] if turns else [])],
        cwd=peer.folder,
        env={"PYTHONPATH": str(peer.folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        if process.stderr is None or process.stderr.readline() != "answered\n":
            raise RuntimeError(f"{peer.name} did not answer: {process.stderr and process.stderr.read()}")
        peer.start = min(peer.start, (time.perf_counter() - began) * 1000)
        rest = process.stderr.read().split()
    if turns:
        *spent, memory = map(float, rest)
        peer.turns = [min(pair) for pair in zip(peer.turns, spent, strict=True)]
        peer.memory = min(peer.memory, memory / 1024)


def zipped(folder: Path) -> float:
    """The size of a folder in a zip, in megabytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in folder.rglob("*"):
            archive.write(path, path.relative_to(folder))
    return len(packed.getvalue()) / 1e6


def table(peers: list[Peer]) -> list[str]:
    """What was measured, as Markdown."""
    lines = [
        "| | start, ms | turn (topic), ms | turn (danger), ms | memory, MB | size, MB |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for peer in peers:
        turns = " | ".join(f"{turn:.3f}" for turn in peer.turns)
        lines.append(f"| {peer.name} | {peer.start:.0f} | {turns} | {peer.memory:.1f} | {peer.size:.2f} |")
    return lines


def goals(ours: Peer, bare: Peer, compiled: Peer, larger: Peer) -> list[tuple[str, float, float]]:
    """What was aimed at: what it is, the ratio measured, the most it may be."""
    return [
        ("start, to hello-world as sam builds it", ours.start / bare.start, 0.5),
        ("start, to hello-world with bytecode", ours.start / compiled.start, 1.15),
        ("turn (topic), to hello-world", ours.turns[0] / compiled.turns[0], 1.3),
        ("turn (danger), to hello-world", ours.turns[1] / compiled.turns[1], 1.3),
        ("memory, to hello-world with bytecode", ours.memory / compiled.memory, 1.15),
        ("size in MB", ours.size, 6),
        ("start, grown twenty times", larger.start / ours.start, 1.5),
        ("turn (topic), grown twenty times", larger.turns[0] / ours.turns[0], 1.1),
        ("turn (danger), grown twenty times", larger.turns[1] / ours.turns[1], 1.1),
    ]


def main() -> None:
    """Build the peers, measure them, print and note the figures."""
    version = runtime(TEMPLATE.read_text(encoding="utf-8"))
    python = next(pythons(version), None)
    if python is None:
        sys.exit(f"No Python {version} is on this machine, and only the runtime's own would give figures of use.")
    with tempfile.TemporaryDirectory() as scratch:
        room = Path(scratch)
        events = room / "events"
        folder = ROOT / "tests" / "events"
        events.write_text(
            "".join(json.dumps(json.loads((folder / f"{name}.json").read_text())) + "\n" for name in EVENTS)
        )
        constant = Peer("a function that returns a constant", room / "constant", "constant")
        bare = Peer("hello-world on the SDK, as sam builds it", room / "bare", "hello")
        compiled = Peer("hello-world on the SDK, with bytecode", room / "compiled", "hello")
        ours = Peer("this skill", room / "ours", "skill.lambda_function")
        larger = Peer("this skill, grown twenty times", room / "grown", "skill.lambda_function")
        constant.folder.mkdir()
        (constant.folder / "constant.py").write_text(CONSTANT)
        hello(bare.folder, version, python)
        shutil.copytree(bare.folder, compiled.folder)
        build(ours.folder)
        build(larger.folder)
        prepare(grown(read_sources()), larger.folder / "prepared")
        compile_all(constant.folder, python)
        compile_all(compiled.folder, python)
        peers = [constant, bare, compiled, ours, larger]
        for peer in peers:
            peer.size = zipped(peer.folder)
        for number in range(ROUNDS):
            for peer in peers:
                measure(peer, python, events, turns=number < 8)
    reached = goals(ours, bare, compiled, larger)
    lines = [*table(peers), "", "| goal | measured | at most | |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {what} | {ratio:.2f} | {most} | {'' if ratio <= most else 'missed'} |" for what, ratio, most in reached
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    note(ours, reached)


def note(ours: Peer, reached: list[tuple[str, float, float]]) -> None:
    """Add a line to the history."""
    if not HISTORY.exists():
        HISTORY.parent.mkdir(exist_ok=True)
        columns = ["date", "commit", "start, ms", "memory, MB", *(what for what, _, _ in reached)]
        title = "# Figures of make bench, the latest last\n\n"
        HISTORY.write_text(f"{title}| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n", encoding="utf-8")
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    figures = [f"{datetime.now(UTC):%Y-%m-%d}", commit, f"{ours.start:.0f}", f"{ours.memory:.1f}"]
    figures += [f"{ratio:.2f}" for _, ratio, _ in reached]
    with HISTORY.open("a", encoding="utf-8") as file:
        file.write(f"| {' | '.join(figures)} |\n")


if __name__ == "__main__":
    main()
