"""Door 1: AWS Lambda. The skill is built once, when Lambda loads this file."""

from __future__ import annotations

import os
from typing import Any

from skill.alexa.load import load_skill

_skill = load_skill(os.environ.get("SKILL_ID") or None)


def handler(event: Any, context: Any) -> dict[str, Any]:  # noqa: ARG001
    """In: Alexa's request. Out: the response. Raises WrongSkillError when SKILL_ID is set and is not the request's."""
    return _skill.respond(event)
