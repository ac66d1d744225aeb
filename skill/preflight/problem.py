"""Problem: what a rule finds, and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """One thing that is not as it should be."""

    file: Path
    key: str
    """Where in the file; for a turn, the intent and what was said."""
    reason: str
    """In plain words, to be read after the key: "is missing"."""
