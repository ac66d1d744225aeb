"""Self-check: three yes-or-no questions about the warning signs, for someone who wants to look at their own use.

It is offered and never pushed. Whether any sign was noticed is known until the last question and then forgotten; it is
never a score, and never a diagnosis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from skill.compose import Composer
from skill.patterns import Patterns
from skill.reply import Ask, Reply
from skill.text import Text
from skill.turn import Turn


class SelfCheck:
    """Asks the questions of the catalog one by one."""

    def __init__(self, composer: Composer) -> None:
        self._compose = composer
        self._texts = composer.catalog.self_check
        self._yes = Patterns.of(self._texts.says_yes)
        self._no = Patterns.of(self._texts.says_no)

    def question(self, turn: Turn, number: int, *, noticed: bool = False) -> Reply:
        """Question `number`, counted from one; beyond the last one, what the answers amount to."""
        if number > len(self._texts.questions):
            return self._compose.tell(turn, "check:some" if noticed else "check:none")
        return self._asked(turn, number, noticed=noticed)

    def offered(self, offer: str) -> int:
        """The question that an offer such as "check:2" names; 0 when it names none that there is."""
        numbers = range(1, len(self._texts.questions) + 1)
        return next((number for number in numbers if offer == f"check:{number}"), 0)

    def under_way(self, turn: Turn) -> bool:
        """Whether a question waits for an answer."""
        return 1 <= turn.conversation.check <= len(self._texts.questions)

    def answer(self, turn: Turn, *, yes: bool) -> Reply:
        """An answer to the question under way."""
        before = turn.conversation
        return self.question(turn, before.check + 1, noticed=before.noticed or yes)

    def skip(self, turn: Turn) -> Reply:
        """They don't know, or would rather not say."""
        return self.question(turn, turn.conversation.check + 1, noticed=turn.conversation.noticed)

    def again(self, turn: Turn) -> Reply:
        """The question under way once more."""
        return self._asked(turn, turn.conversation.check, noticed=turn.conversation.noticed)

    def unclear(self, turn: Turn, say: Sequence[Text] = ()) -> Reply:
        """The question under way once more, after a word of help; when there is no more to say, the next one.

        In: the turn, and what is said the first time, the second time and so on, where it is not the catalog's own.
        """
        before, say = turn.conversation, say or (self._texts.unclear,)
        if before.misses >= len(say):
            return self.skip(turn)
        reply = self._asked(turn, before.check, noticed=before.noticed, say=(say[before.misses],))
        return replace(reply, conversation=replace(reply.conversation, misses=before.misses + 1))

    def means(self, plain: str) -> str:
        """In: plain words. Out: whether they say "yes" or "no" to a question; "unclear" when neither is clear."""
        padded = f" {plain} "
        if self._no.any_in(padded):
            return "no"
        return "yes" if self._yes.any_in(padded) else "unclear"

    def after_support(self, turn: Turn, reply: Reply) -> Reply:
        """An answer that told of trouble was met with a line; the questions can go on, and after the last they end."""
        number = turn.conversation.check + 1
        if number > len(self._texts.questions):
            return reply
        ask = Ask(self._texts.go_on_ask, self._texts.go_on_ask)
        noticed = turn.conversation.noticed or turn.risk.level == "support"
        state = replace(reply.conversation, offer=f"check:{number}", noticed=noticed)
        return replace(reply, ask=ask, conversation=state)

    def _asked(self, turn: Turn, number: int, *, noticed: bool, say: tuple[Text, ...] = ()) -> Reply:
        question = self._texts.questions[number - 1]
        said = f"check:{number}"
        state = self._compose.understood(turn, said=said, offer="", check=number, noticed=noticed)
        say = (*self._compose.reminder(turn), *say)
        return self._compose.reply(turn, say, Ask(question, self._texts.reprompt.fill("question", question)), state)
