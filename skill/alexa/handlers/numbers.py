"""Numbers to call, on request."""

from __future__ import annotations

from skill.alexa.handlers.base import AnswerHandler
from skill.reply import Reply
from skill.turn import Turn


class HelplineHandler(AnswerHandler):
    """The helpline number."""

    intents = frozenset({"HelplineIntent"})

    def reply(self, turn: Turn) -> Reply:
        """Name, number, number again."""
        return self.answers.numbers.helpline(turn)


class ThatNumberHandler(AnswerHandler):
    """What was that number?"""

    intents = frozenset({"ThatNumberIntent"})

    def reply(self, turn: Turn) -> Reply:
        """The line named last."""
        return self.answers.numbers.that_number(turn)


class CallHandler(AnswerHandler):
    """Can you call them?"""

    intents = frozenset({"CallForMeIntent"})

    def reply(self, turn: Turn) -> Reply:
        """Honestly: no, and the number."""
        return self.answers.numbers.call(turn)
