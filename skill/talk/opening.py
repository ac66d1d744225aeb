"""Opening: what is said about the talk itself: how it opens and closes, what can be asked, where answers come from."""

from __future__ import annotations

from skill.conversation import WELCOME, Conversation
from skill.danger.in_danger import InDanger
from skill.danger.told_after import ToldAfter
from skill.replies.compose import MORE_TOPICS, Composer, choose
from skill.reply import Reply
from skill.turn import Turn


class Opening:
    """Opens and closes a talk. After a danger both name its line."""

    def __init__(self, composer: Composer, danger: InDanger, after: ToldAfter) -> None:
        """In: what puts replies together, what names the line in danger, and what hears what is told after it."""
        self._compose = composer
        self._catalog = composer.catalog
        self._danger = danger
        self._after = after

    def welcome(self, turn: Turn) -> Reply:
        """The session opens without a question."""
        if turn.conversation.danger_stands:  # who says "start over" is no less in danger
            return self._danger.still(turn, whole=True)
        prompts = self._catalog.prompts
        say = (*self._compose.reminder(turn), choose(prompts.welcome, turn), self._catalog.disclaimer.spoken)
        state = self._compose.understood(turn, said=WELCOME, offer="", disclaimed=True)
        return self._compose.reply(turn, say, self._compose.open_question(prompts.welcome_ask), state)

    def goodbye(self, turn: Turn) -> Reply:
        """They are done. After a danger its number is still named, whatever was asked since.

        Not while someone is in danger from a person, who may have come in.
        """
        if quiet := self._after.overheard(turn.conversation):
            return self._compose.reply(turn, (quiet,), None, Conversation())
        goodbye = choose(self._catalog.prompts.goodbye, turn)
        if turn.conversation.told:
            reply = self._catalog.risk.get(turn.conversation.told_reply)
            line = reply.line if reply else turn.conversation.line
            say = (self._catalog.prompts.remember.aim(line), goodbye)
            return self._compose.reply(turn, say, None, Conversation())
        return self._compose.reply(turn, (goodbye,), None, Conversation())

    def silence(self, turn: Turn) -> Reply:
        """The session has ended; nothing may be said."""
        return self._compose.reply(turn, (), None, Conversation())

    def topics(self, turn: Turn) -> Reply:
        """What can be asked, in two parts: nobody keeps a long list in their ear."""
        ask = self._compose.open_question(self._catalog.prompts.topics_ask)
        return self._compose.prompt(turn, "topics", ask, offer=MORE_TOPICS)

    def sources(self, turn: Turn) -> Reply:
        """Where the answers come from."""
        return self._compose.tell(turn, "sources")
