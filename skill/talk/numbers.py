"""Numbers: "what was that number", "can you call them", "the helpline, please" -> Reply."""

from __future__ import annotations

from skill.catalog.lines import BESIDES
from skill.replies.compose import Composer
from skill.reply import Reply
from skill.talk.self_check import SelfCheck
from skill.turn import Turn


class Numbers:
    """Reads out the line that is asked for."""

    def __init__(self, composer: Composer, check: SelfCheck) -> None:
        self._compose = composer
        self._check = check

    def call(self, turn: Turn) -> Reply:
        """They want us to place the call."""
        return self._compose.number(turn, f"call:{_line(turn)}{_besides(turn)}")

    def that_number(self, turn: Turn) -> Reply:
        """The number of the last danger they told of, or else the one named last, or the helpline."""
        line = _line(turn)
        return self._compose.number(turn, "helpline" if line == "helpline" else f"number:{line}{_besides(turn)}")

    def helpline(self, turn: Turn) -> Reply:
        """The helpline; after a danger with a line of its own besides, that one: "who can I call" arrives here too."""
        besides = turn.conversation.named if turn.conversation.danger_stands else ""
        read = self._compose.number(turn, f"number:{besides}" if besides in BESIDES else "helpline")
        return self._check.goes_on(turn, read)


def _besides(turn: Turn) -> str:
    """What names the line that a danger has besides its own, such as Poison Control; empty where it has none."""
    named = turn.conversation.named
    return f"+number:{named}" if named in BESIDES and named != _line(turn) else ""


def _line(turn: Turn) -> str:
    told, named = turn.conversation.line, turn.conversation.named
    return told if told not in ("", "helpline") else named or "helpline"
