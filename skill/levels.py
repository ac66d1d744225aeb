"""Levels of risk, in order of precedence. The names are those of `risk:` in the catalog and of tests/risk."""

from __future__ import annotations

from typing import Literal, get_args

Level = Literal["emergency", "harm", "crisis", "support", "none"]
LEVELS: tuple[Level, ...] = get_args(Level)
GRAVE = LEVELS[:3]
"""Those that take a turn over: a life or someone's safety is at stake."""
