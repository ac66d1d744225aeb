"""Fuzz: python -m tests.fuzz --times 100000: every answer is 400, 413, or one that Alexa takes."""

from __future__ import annotations

import argparse
import faulthandler
import sys
import time
from collections import Counter

from tests.fuzz.mutate import Mutator
from tests.fuzz.target import Target

_HANGS = 20
"""Seconds after which a request counts as hanging; none takes a tenth of one."""


def main() -> int:
    """Ask, and print the first request of each kind that is answered wrongly. Out: the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--times", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with Target() as target:
        return fuzz(target, given.times, given.seed)


def fuzz(target: Target, times: int, seed: int) -> int:
    """Ask so many times. Out: the exit status."""
    mutator = Mutator(seed)
    statuses: Counter[int] = Counter()
    wrong: dict[str, bytes] = {}
    slowest, started = 0.0, time.monotonic()
    for number in range(times):
        if number % 1000 == 0:
            faulthandler.dump_traceback_later(_HANGS * 10, exit=True)
        body = mutator.body()
        begun = time.monotonic()
        if number % 20 == 0:  # seldom, since signing takes longer than answering
            status, found = target.verified(body, {**mutator.headers(), **target.signed(body)})
        elif number % 20 == 1:
            status, found = target.verified(body, mutator.headers())
        else:
            status, found = target.unverified(body, mutator.headers() if number % 5 == 0 else None)
        slowest = max(slowest, time.monotonic() - begun)
        statuses[status] += 1
        for problem in found:
            wrong.setdefault(problem[:100], body)
    faulthandler.cancel_dump_traceback_later()
    counted = ", ".join(f"{count} got {status}" for status, count in sorted(statuses.items()))
    print(f"{times} requests in {time.monotonic() - started:.0f} s: {counted}; the slowest took {slowest:.2f} s")
    for problem, body in wrong.items():
        print(f"{problem}: {body[:2000]!r}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
