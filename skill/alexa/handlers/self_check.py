"""The self-check, while one of its questions waits for an answer."""

from __future__ import annotations

from skill.alexa.handlers.base import AnswerHandler
from skill.reply import Reply
from skill.turn import Turn

_MEANS = {
    "AMAZON.YesIntent": "yes",
    "SometimesIntent": "yes",
    "AMAZON.NoIntent": "no",
    "UnsureIntent": "skip",
    "AMAZON.NextIntent": "skip",
    "AMAZON.PreviousIntent": "back",
    "AMAZON.StartOverIntent": "start",
    "AMAZON.RepeatIntent": "again",
    "AMAZON.MoreIntent": "again",
    "MoreIntent": "again",
    "WhyIntent": "why",
    "AMAZON.FallbackIntent": "unclear",
}


class SelfCheckHandler(AnswerHandler):
    """Yes, no, sometimes, skip, back, repeat, and answers in one's own words."""

    def wants(self, turn: Turn) -> bool:
        """By the conversation; a turn that is no answer goes on to the other handlers."""
        return (turn.free or turn.intent in _MEANS) and self.answers.check.is_answered(turn)

    def reply(self, turn: Turn) -> Reply:
        """The next question, or what the answers amount to."""
        return self.answers.check.heard(turn, _MEANS.get(turn.intent, ""))
