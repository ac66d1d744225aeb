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
        texts = self._texts
        in_order = (
            ("why", texts.asks_why),
            ("stop", texts.says_stop),
            ("yes", texts.says_surely),
            ("no", texts.says_no),
            ("yes", texts.says_yes),
        )
        self._means = [(meaning, Patterns.of(phrases)) for meaning, phrases in in_order]

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

    def again(self, turn: Turn, *say: Text) -> Reply:
        """The question under way once more, after what is said, if anything is."""
        return self._asked(turn, turn.conversation.check, noticed=turn.conversation.noticed, say=say)

    def why(self, turn: Turn) -> Reply:
        """What the questions are for, and the one under way once more."""
        return self.again(turn, self._texts.why)

    def back(self, turn: Turn) -> Reply:
        """The question before the one under way, or the first one."""
        return self._asked(turn, max(turn.conversation.check - 1, 1), noticed=turn.conversation.noticed)

    def stop(self, turn: Turn) -> Reply:
        """No more questions; nothing is made of the answers."""
        prompts = self._compose.catalog.prompts
        state = self._compose.understood(turn, said="prompt:declined", offer="", declined=True)
        ask = Ask(prompts.declined_ask, prompts.welcome_reprompt)
        return self._compose.reply(turn, (prompts.declined,), ask, state)

    def goes_on(self, turn: Turn, reply: Reply) -> Reply:
        """A reply that came between two questions, with an offer to go on; the reply as it is where none waits."""
        if not self.under_way(turn):
            return reply
        return self._offering(reply, turn.conversation.check, noticed=turn.conversation.noticed)

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
        """In: plain words. Out: what they say to a question: "yes", "no", "why" or "stop"; else "unclear"."""
        return next((meaning for meaning, phrases in self._means if phrases.any_in(plain)), "unclear")

    def after_support(self, turn: Turn, reply: Reply) -> Reply:
        """An answer that told of trouble was met with a line; the questions can go on, and after the last they end."""
        number = turn.conversation.check + 1
        if number > len(self._texts.questions):
            return reply
        return self._offering(reply, number, noticed=turn.conversation.noticed or turn.risk.level == "support")

    def _offering(self, reply: Reply, number: int, *, noticed: bool) -> Reply:
        ask = Ask(self._texts.go_on_ask, self._texts.go_on_ask)
        state = replace(reply.conversation, offer=f"check:{number}", noticed=noticed)
        return replace(reply, ask=ask, conversation=state)

    def _asked(self, turn: Turn, number: int, *, noticed: bool, say: tuple[Text, ...] = ()) -> Reply:
        question = self._texts.questions[number - 1]
        said = f"check:{number}"
        state = self._compose.understood(turn, said=said, offer="", check=number, noticed=noticed)
        say = (*self._compose.reminder(turn), *say)
        return self._compose.reply(turn, say, Ask(question, self._texts.reprompt.fill("question", question)), state)
