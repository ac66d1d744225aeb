"""A card stays under 8000 characters, title and text together, and the address of an image under 2000.

passes: 600 characters
fails:  8001 characters
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "card-length"
SOURCE = "https://developer.amazon.com/ja-JP/docs/custom-skills/include-a-card-in-your-skills-response.html"
GRADE = "A"
LEVEL = "error"

LIMIT = 8000
LONGEST_URL = 2000


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            size = sum(len(str(exchange.card.get(part) or "")) for part in ("title", "content", "text"))
            if size > LIMIT:
                yield exchange.problem(f"has a card of {size} characters; {LIMIT} is the limit")
            for url in (exchange.card.get("image") or {}).values():
                if len(str(url)) > LONGEST_URL:
                    yield exchange.problem(
                        f"has an image's address of {len(url)} characters; {LONGEST_URL} is the limit"
                    )
