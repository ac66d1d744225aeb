"""Lines: the names by which a text of the catalog calls who to call, and the blanks that it may have besides."""

from __future__ import annotations

from typing import Literal, get_args

LineName = Literal[
    "emergency", "crisis", "poison", "helpline", "public", "violence", "assault", "eldercare", "trafficking"
]
LINES: frozenset[str] = frozenset(get_args(LineName))
BESIDES = frozenset({"poison", "violence", "assault", "eldercare", "trafficking"})
"""Lines for one kind of danger, which its reply names beside the emergency number."""
BLANKS = frozenset({"name", "question", "line", "section", "source"})
"""What else may stand in braces in a text, to be filled in where it is said."""
