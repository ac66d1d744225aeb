"""Door 1: AWS Lambda. The skill is built once, when Lambda loads this file."""

from __future__ import annotations

import gc
import os
from typing import Any

gc.disable()  # all that is loaded now stays: to look through it for garbage takes a hundredth of the start

from skill.alexa.load import load_skill  # noqa: E402
from skill.lambda_metrics import LambdaMetrics  # noqa: E402

_metrics = LambdaMetrics(os.environ.get("AWS_LAMBDA_FUNCTION_NAME", "here"))
_skill = load_skill(os.environ.get("SKILL_ID") or None, _metrics)
gc.enable()


def handler(event: Any, context: Any) -> dict[str, Any]:
    """In: Alexa's request. Out: the response. Raises WrongSkillError when SKILL_ID is set and is not the request's."""
    _metrics.request = getattr(context, "aws_request_id", "")
    return _skill.respond(event)
