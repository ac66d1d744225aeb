"""What the skill can do, and what to say when it did not understand."""

from __future__ import annotations

from skill.alexa.handlers.base import AnswerHandler
from skill.reply import Reply
from skill.turn import Turn


class HelpHandler(AnswerHandler):
    """Help. "Help me" arrives here too."""

    intents = frozenset({"AMAZON.HelpIntent"})

    def reply(self, turn: Turn) -> Reply:
        """What can be asked, and who to call."""
        return self.answers.unclear.help(turn)


class FallbackHandler(AnswerHandler):
    """Alexa matched nothing and passes no words on."""

    intents = frozenset({"AMAZON.FallbackIntent"})

    def reply(self, turn: Turn) -> Reply:
        """Safe for someone in crisis."""
        return self.answers.unclear.fallback(turn)


class TopicsHandler(AnswerHandler):
    """What can I ask?"""

    intents = frozenset({"TopicsIntent"})

    def reply(self, turn: Turn) -> Reply:
        """The subjects."""
        return self.answers.opening.topics(turn)


class SourcesHandler(AnswerHandler):
    """Where does this come from?"""

    intents = frozenset({"SourcesIntent"})

    def reply(self, turn: Turn) -> Reply:
        """The article."""
        return self.answers.opening.sources(turn)
