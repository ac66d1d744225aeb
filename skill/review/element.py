"""Element: a tag and what is in it -> HTML in which every text is escaped and every tag is closed."""

from __future__ import annotations

import html
from collections.abc import Sequence


class Html(str):
    """What is HTML already; any other text is words, and is escaped."""

    __slots__ = ()


_IN_LINE = frozenset("a b code strong".split())


def element(tag: str, *inside: str, **attributes: str) -> Html:
    """In: the tag, words or HTML, and attributes (class_ for class). Out: the element."""
    named = "".join(f' {name.rstrip("_")}="{html.escape(value)}"' for name, value in attributes.items())
    end = "" if tag in _IN_LINE else "\n"
    return Html(f"<{tag}{named}>{join('', inside)}</{tag}>{end}")


def join(between: str, parts: Sequence[str]) -> Html:
    """Words and HTML, one after the other."""
    return Html(between.join(part if isinstance(part, Html) else html.escape(part, quote=False) for part in parts))
