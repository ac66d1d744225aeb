"""Load: python -m tests.load compare | soak."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.load.client import Measured, ask, bad_requests, memory, requests
from tests.web.conftest import Alexa, alexas_service
from tests.web.shelf import opened_shelf

_GROWTH = 4.0
"""Megabytes a process may grow in a soak, after its first third."""


def compare(rounds: int, times: int, clients: int) -> int:
    """Ask a bare hello world and our skill in turn, and print both. One process each, so that a core is left to ask."""
    with (
        opened_shelf() as shelf,
        tempfile.TemporaryDirectory() as hello_folder,
        tempfile.TemporaryDirectory() as our_folder,
        alexas_service(shelf, Path(hello_folder), "tests.load.hello", SERVE_WORKERS="1") as hello,
        alexas_service(shelf, Path(our_folder), SERVE_WORKERS="1") as ours,
    ):
        whole = {"hello world": Measured(), "Kratom Guide": Measured()}
        rates: dict[str, list[float]] = {name: [] for name in whole}
        for number in range(rounds + 1):
            for (name, total), alexa in zip(whole.items(), (hello, ours), strict=True):
                measured = ask(alexa, requests(alexa), times, clients)
                if number:  # the first round warms up
                    total.add(measured)
                    rates[name].append(times / measured.seconds)
    print(f"{rounds} rounds in turn, {times} requests each, {clients} at once, 1 process, signatures verified\n")
    print("| | requests a second | median ms | p99 ms | server CPU ms a request | wrong answers |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, total in whole.items():
        print(
            f"| {name} | {median(rates[name]):.0f} | {total.percentile(0.5) * 1000:.1f} "
            f"| {total.percentile(0.99) * 1000:.1f} | {total.cpu / len(total.each) * 1000:.2f} | {total.refused} |"
        )
    bare, own = whole.values()
    print(
        f"| ratio | {median(rates['Kratom Guide']) / median(rates['hello world']):.2f} "
        f"| {own.percentile(0.5) / bare.percentile(0.5):.2f} | {own.percentile(0.99) / bare.percentile(0.99):.2f} "
        f"| {(own.cpu / len(own.each)) / (bare.cpu / len(bare.each)):.2f} | |"
    )
    return int(bare.refused + own.refused > 0)


def soak(minutes: float, clients: int) -> int:
    """Ask good and bad for so long, and print what each process holds. Out: 1 when one grows or answers wrongly."""
    with (
        opened_shelf() as shelf,
        tempfile.TemporaryDirectory() as folder,
        alexas_service(shelf, Path(folder)) as alexa,
    ):
        alexa.service.workers(2)
        return _soaked(alexa, minutes, clients)


def _soaked(alexa: Alexa, minutes: float, clients: int) -> int:
    workers, started, total = alexa.service.workers(), time.monotonic(), Measured()
    held: list[list[float]] = []
    while time.monotonic() - started < minutes * 60:
        total.add(ask(alexa, requests(alexa) * 5 + bad_requests(alexa), 1000, clients))
        held.append([memory(worker) for worker in workers])
    settled = held[len(held) // 3]
    growth = [end - start for start, end in zip(settled, held[-1], strict=True)]
    print(f"{len(total.each)} requests in {minutes} minutes, {total.refused} wrong answers")
    for worker, (start, end, grown) in enumerate(zip(settled, held[-1], growth, strict=True), 1):
        print(f"process {worker}: {start:.1f} MB of its own after a third, {end:.1f} MB at the end, {grown:+.1f} MB")
    return int(total.refused > 0 or max(growth) > _GROWTH or alexa.service.workers() != workers)


def main() -> int:
    """Run the chosen one. Out: the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.load")
    chosen = parser.add_subparsers(dest="what", required=True)
    comparing = chosen.add_parser("compare", help="our skill beside a bare hello world")
    comparing.add_argument("--rounds", type=int, default=7)
    comparing.add_argument("--times", type=int, default=2000)
    soaking = chosen.add_parser("soak", help="for a long time, for growing memory")
    soaking.add_argument("--minutes", type=float, default=30)
    for parsers in (comparing, soaking):
        parsers.add_argument("--clients", type=int, default=4)
    given = parser.parse_args()
    if given.what == "compare":
        return compare(given.rounds, given.times, given.clients)
    return soak(given.minutes, given.clients)


if __name__ == "__main__":
    sys.exit(main())
