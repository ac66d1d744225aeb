"""The session opens and closes."""

from __future__ import annotations

from skill.alexa.handlers.base import AnswerHandler
from skill.alexa.request import EVENT, EXCEPTION
from skill.reply import Reply
from skill.turn import Turn


class LaunchHandler(AnswerHandler):
    """The skill is opened without a question."""

    intents = frozenset({"LaunchRequest", "AMAZON.StartOverIntent"})

    def reply(self, turn: Turn) -> Reply:
        """What can be asked."""
        return self.answers.opening.welcome(turn)


class GoodbyeHandler(AnswerHandler):
    """Stop, cancel, home."""

    intents = frozenset({"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"})

    def reply(self, turn: Turn) -> Reply:
        """Goodbye."""
        return self.answers.opening.goodbye(turn)


class EndedHandler(AnswerHandler):
    """The session is over, or Alexa reports something: nothing may be said in return."""

    intents = frozenset({"SessionEndedRequest", EXCEPTION})

    def wants(self, turn: Turn) -> bool:
        """Skill events have no one listening either."""
        return super().wants(turn) or turn.intent.startswith(EVENT)

    def reply(self, turn: Turn) -> Reply:
        """Nothing."""
        return self.answers.opening.silence(turn)
