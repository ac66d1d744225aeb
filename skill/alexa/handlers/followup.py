"""Following up on what was said: yes, no, more, next, previous, repeat."""

from __future__ import annotations

from skill.alexa.handlers.base import AnswerHandler
from skill.reply import Reply
from skill.turn import Turn


class YesNoHandler(AnswerHandler):
    """Yes or no in one's own words, to an offer or to a question of the self-check."""

    def wants(self, turn: Turn) -> bool:
        """By the conversation; nothing that a sign knows is taken for one."""
        return bool(self.answers.follow.yes_or_no(turn))

    def reply(self, turn: Turn) -> Reply:
        """What follows on it."""
        return self.answers.follow.answered(turn)


class YesHandler(AnswerHandler):
    """Yes."""

    intents = frozenset({"AMAZON.YesIntent", "SometimesIntent"})

    def reply(self, turn: Turn) -> Reply:
        """What was offered."""
        return self.answers.follow.yes(turn)


class NoHandler(AnswerHandler):
    """No."""

    intents = frozenset({"AMAZON.NoIntent"})

    def reply(self, turn: Turn) -> Reply:
        """Something else, or goodbye."""
        return self.answers.follow.no(turn)


class MoreHandler(AnswerHandler):
    """Tell me more."""

    intents = frozenset({"AMAZON.MoreIntent", "MoreIntent"})

    def reply(self, turn: Turn) -> Reply:
        """More of the topic."""
        return self.answers.follow.more(turn)


class NextHandler(AnswerHandler):
    """Next."""

    intents = frozenset({"AMAZON.NextIntent"})

    def reply(self, turn: Turn) -> Reply:
        """The next topic in line."""
        return self.answers.follow.next(turn)


class PreviousHandler(AnswerHandler):
    """Previous, go back."""

    intents = frozenset({"AMAZON.PreviousIntent"})

    def reply(self, turn: Turn) -> Reply:
        """The topic before."""
        return self.answers.follow.previous(turn)


class RepeatHandler(AnswerHandler):
    """Say that again."""

    intents = frozenset({"AMAZON.RepeatIntent"})

    def reply(self, turn: Turn) -> Reply:
        """The last thing said, numbers included."""
        return self.answers.follow.repeat(turn)


class UnsureHandler(AnswerHandler):
    """I don't know."""

    intents = frozenset({"UnsureIntent"})

    def reply(self, turn: Turn) -> Reply:
        """What can be asked."""
        return self.answers.follow.unsure(turn)


class ItemHandler(AnswerHandler):
    """The second one."""

    intents = frozenset({"ItemIntent"})

    def reply(self, turn: Turn) -> Reply:
        """One of the list that was heard."""
        return self.answers.follow.item(turn)


class ShortHandler(AnswerHandler):
    """A short question that leans on the answer before."""

    intents = frozenset(
        f"{kind}Intent"
        for kind in "Why Who How HowLong HowMuch DoesItWork Which Helps Dangerous Downside Where Example".split()
    )

    def reply(self, turn: Turn) -> Reply:
        """Where the catalog says that it leads."""
        return self.answers.short(turn)


class CompareWithHandler(AnswerHandler):
    """Compared to therapy?"""

    intents = frozenset({"CompareWithIntent"})

    def reply(self, turn: Turn) -> Reply:
        """The approach talked about beside the one that is named."""
        return self.answers.compare_with(turn)


class RetractionHandler(AnswerHandler):
    """Just kidding."""

    intents = frozenset({"RetractionIntent"})

    def reply(self, turn: Turn) -> Reply:
        """The line of the danger they told of, if they did."""
        return self.answers.retracted(turn)
