"""Readme: puts measured tables between two marks of the README."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from skill.files import ROOT

README = ROOT / "README.md"


def refuses(part: str) -> bool:
    """Whether figures of a part don't belong into the README; says so."""
    if part != "measuring":
        sys.stderr.write("the README holds figures of the measuring part\n")
    return part != "measuring"


def write_between(start: str, lines: Sequence[str], end: str) -> None:
    """In: the mark before, the lines, and the mark after. What stood between the marks is replaced."""
    text = README.read_text(encoding="utf-8")
    first = text.index(start) + len(start)
    inside = "\n".join(lines).strip("\n")
    README.write_text(f"{text[:first]}\n{inside}\n{text[text.index(end, first) :]}", encoding="utf-8")
