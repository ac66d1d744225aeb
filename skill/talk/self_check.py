"""Self-check: three yes-or-no questions about the warning signs, for someone who wants to look at their own use.

It is offered and never pushed. Whether any sign was noticed is known until the last question and then forgotten; it is
never a score, and never a diagnosis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from skill.catalog.text import Text
from skill.finding.asked import Asked
from skill.replies.compose import Composer
from skill.reply import Ask, Reply
from skill.turn import Turn
from skill.words.patterns import Patterns


class SelfCheck:
    """Asks the questions of the catalog one by one."""

    def __init__(self, composer: Composer, asked: Asked) -> None:
        """In: what puts replies together, and what tells questions from what answers one."""
        self._compose = composer
        self._asked = asked
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

    def under_way(self, turn: Turn) -> bool:
        """Whether a question waits for an answer."""
        return 1 <= turn.conversation.check <= len(self._texts.questions)

    def is_answered(self, turn: Turn) -> bool:
        """Whether a question waits for an answer, and free words are no question of their own."""
        if not self.under_way(turn):
            return False
        if not turn.free or self._meaning(turn) != "unclear":
            return True
        found = self._asked.find(turn) if self._asked.is_question(turn) else None
        return not (found and found.sure)

    def is_plainly_answered(self, turn: Turn) -> bool:
        """Whether a question waits for an answer, and the words begin with a plain one."""
        return self.under_way(turn) and self._meaning(turn) in ("yes", "no")

    def heard(self, turn: Turn, means: str = "") -> Reply:
        """What follows on an answer to the question that waits.

        In: the turn, and what its intent means ("yes", "no", "skip", "back", "start", "again", "why" or "unclear");
        empty for free words.
        """
        match means or self._meaning(turn):
            case "yes" | "no" as answer:
                return self.answer(turn, yes=answer == "yes")
            case "skip":
                return self._skip(turn)
            case "back":
                return self._back(turn)
            case "start":
                return self.question(turn, 1)
            case "again":
                return self._again(turn)
            case "why":
                return self._again(turn, self._texts.why)
            case "stop":
                return self._stop(turn)
            case _:
                prompts = self._compose.catalog.prompts
                return self._unclear(turn, () if turn.free else (prompts.fallback, prompts.fallback_again))

    def offered(self, offer: str) -> int:
        """The question that an offer such as "check:2" names; 0 when it names none that there is."""
        numbers = range(1, len(self._texts.questions) + 1)
        return next((number for number in numbers if offer == f"check:{number}"), 0)

    def question(self, turn: Turn, number: int, *, noticed: bool = False) -> Reply:
        """Question `number`, counted from one; beyond the last one, what the answers amount to."""
        if number > len(self._texts.questions):
            return self._compose.tell(turn, "check:some" if noticed else "check:none")
        return self._waiting(turn, number, noticed=noticed)

    def answer(self, turn: Turn, *, yes: bool) -> Reply:
        """An answer to the question under way."""
        before = turn.conversation
        return self.question(turn, before.check + 1, noticed=before.noticed or yes)

    def goes_on(self, turn: Turn, reply: Reply) -> Reply:
        """A reply that came between two questions, with an offer to go on; the reply as it is where none waits."""
        if not self.under_way(turn):
            return reply
        return self._offering(reply, turn.conversation.check, noticed=turn.conversation.noticed)

    def after_support(self, turn: Turn, reply: Reply) -> Reply:
        """An answer that told of trouble was met with a line; the questions can go on, and after the last they end."""
        number = turn.conversation.check + 1
        if number > len(self._texts.questions):
            return reply
        return self._offering(reply, number, noticed=turn.conversation.noticed or turn.risk.level == "support")

    def _meaning(self, turn: Turn) -> str:
        """What free words say to a question: "yes", "no", "why" or "stop"; else "unclear"."""
        return next((meaning for meaning, phrases in self._means if phrases.any_in(turn.plain)), "unclear")

    def _skip(self, turn: Turn) -> Reply:
        """They don't know, or would rather not say."""
        return self.question(turn, turn.conversation.check + 1, noticed=turn.conversation.noticed)

    def _again(self, turn: Turn, *say: Text) -> Reply:
        """The question under way once more, after what is said, if anything is."""
        return self._waiting(turn, turn.conversation.check, noticed=turn.conversation.noticed, say=say)

    def _back(self, turn: Turn) -> Reply:
        """The question before the one under way, or the first one."""
        return self._waiting(turn, max(turn.conversation.check - 1, 1), noticed=turn.conversation.noticed)

    def _stop(self, turn: Turn) -> Reply:
        """No more questions; nothing is made of the answers."""
        prompts = self._compose.catalog.prompts
        state = self._compose.understood(turn, said="prompt:declined", offer="", declined=True)
        ask = self._compose.open_question(prompts.declined_ask)
        return self._compose.reply(turn, (prompts.declined,), ask, state)

    def _unclear(self, turn: Turn, say: Sequence[Text] = ()) -> Reply:
        """The question under way once more, after a word of help; when there is no more to say, the next one.

        In: the turn, and what is said the first time, the second time and so on, where it is not the catalog's own.
        """
        before, say = turn.conversation, say or (self._texts.unclear,)
        if before.misses >= len(say):
            return self._skip(turn)
        reply = self._waiting(turn, before.check, noticed=before.noticed, say=(say[before.misses],))
        return replace(reply, conversation=replace(reply.conversation, misses=before.misses + 1))

    def _offering(self, reply: Reply, number: int, *, noticed: bool) -> Reply:
        ask = Ask(self._texts.go_on_ask, self._texts.go_on_ask)
        state = replace(reply.conversation, offer=f"check:{number}", noticed=noticed)
        return replace(reply, ask=ask, conversation=state)

    def _waiting(self, turn: Turn, number: int, *, noticed: bool, say: tuple[Text, ...] = ()) -> Reply:
        question = self._texts.questions[number - 1]
        said = f"check:{number}"
        state = self._compose.understood(turn, said=said, offer="", check=number, noticed=noticed)
        say = (*self._compose.reminder(turn), *say)
        return self._compose.reply(turn, say, Ask(question, self._texts.reprompt.fill("question", question)), state)
