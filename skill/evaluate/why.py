"""Why: what led to the risk level of one sentence."""

from __future__ import annotations

import sys

from skill.parts import load_parts
from skill.shape import DataError


def main(words: str) -> int:
    """Print the decision and its reasons. Returns the exit status."""
    try:
        detector = load_parts().detector
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    risk = detector.read(words)
    reply = f", reply {risk.reply}" if risk.reply else ""
    sys.stdout.write(f"{risk.level}{reply}\n")
    for line in detector.why(words):
        sys.stdout.write(f"  {line}\n")
    return 0
