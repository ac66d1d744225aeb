"""Load: the project's own files -> the skill."""

from __future__ import annotations

from skill.alexa.app import build
from skill.alexa.guard import GuardedSkill
from skill.parts import load_parts
from skill.record import Recorder


def load_skill(skill_id: str | None = None, recorder: Recorder | None = None) -> GuardedSkill:
    """The skill on the project's own files; the recorder gets a Record of every turn. Raises DataError."""
    return build(load_parts(), skill_id, recorder)
