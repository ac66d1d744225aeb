"""Command: python -m skill script -> everything the skill can say as one page, which a clinician signs."""

from __future__ import annotations

import sys

from skill.review.as_html import as_html
from skill.review.as_markdown import as_markdown
from skill.review.page import make_page
from skill.shape import DataError


def main(locale: str, *, html: bool) -> int:
    """Print the page. Returns the exit status: 1 when it can't, and then says every reason on stderr."""
    try:
        page = make_page(locale)
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(as_html(page) if html else as_markdown(page))
    return 0
