"""Ear: SSML -> plain words, as heard."""

from __future__ import annotations

import html
import re

_NEXT_GROUP = re.compile(r'</say-as><break[^>]*/><say-as interpret-as="digits">')


def plain(ssml: str) -> str:
    """The words of an SSML text. Groups of digits that are read one after the other become one number."""
    words = re.sub(r"<[^>]+>", " ", _NEXT_GROUP.sub("-", ssml))
    words = " ".join(html.unescape(words).split())
    return re.sub(r" ([.,;:?!])", r"\1", words)
