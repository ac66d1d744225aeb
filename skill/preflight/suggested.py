"""Suggested: what the skill says -> the utterances that it gives for examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

_GIVEN = re.compile(r"(?:could (?:say|ask)|[Oo]r say), (.+?)[.?]")


def suggested(speech: str) -> Iterator[str]:
    """In: plain words, such as "You could say, what is detox, or, stop." Out: what is detox; stop."""
    for given in _GIVEN.findall(speech):
        yield from given.split(", or, ")
