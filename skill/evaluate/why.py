"""Why: what led to the risk level of one sentence."""

from __future__ import annotations

import sys

from skill.alexa.load import load_core
from skill.shape import DataError


def main(words: str) -> int:
    """Print the decision and its reasons. Returns the exit status."""
    try:
        _, detector = load_core()
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    risk = detector.read(words)
    reply = f", reply {risk.reply}" if risk.reply else ""
    sys.stdout.write(f"{risk.level}{reply}\n")
    for line in detector.why(words):
        sys.stdout.write(f"  {line}\n")
    return 0
