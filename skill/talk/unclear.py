"""Unclear: what is said when nothing was understood, when they ask for help, or when something is broken."""

from __future__ import annotations

from dataclasses import replace

from skill.conversation import Conversation
from skill.danger.in_danger import InDanger
from skill.finding.asked import Asked
from skill.replies.compose import AGAIN, Composer
from skill.replies.script import last_key, topic_in
from skill.reply import Ask, Reply
from skill.talk.self_check import SelfCheck
from skill.turn import Turn


class Unclear:
    """Says so, safely for someone in a crisis, and offers what there is."""

    def __init__(self, composer: Composer, check: SelfCheck, danger: InDanger, asked: Asked) -> None:
        self._compose = composer
        self._catalog = composer.catalog
        self._check = check
        self._danger = danger
        self._asked = asked

    def unknown(self, turn: Turn, near: str = "") -> Reply:
        """Nothing fits. Who told us something, or asked about someone, also hears whom to call, but for what is calm.

        They are offered the topic that is near, or after an answer what comes next to it.
        """
        before, prompts = turn.conversation, self._catalog.prompts
        asks, harmless = self._asks(turn, near), self._asked.is_harmless(turn)
        if before.told and turn.free and not (asks or harmless) and (before.remind or not turn.risk.calm):
            return self._danger.nothing_fits(turn)
        last = last_key(before.said)
        may_be_it = f"topic:{near}" if near and self._asked.may_be_offered(near) else ""
        following = self._compose.next_offer(before.heard, last) if topic_in(last) and not harmless else ""
        name, offer = "unknown_near" if may_be_it else "unknown", may_be_it or following
        if turn.free and not asks and not (harmless and self._asked.is_question(turn)):
            name = self._told(turn, harmless=harmless)
            mood = self._asked.mood(turn) if name == "unknown_remark" and not harmless else ""
            once_more = last.startswith(("prompt:unknown_statement", "prompt:unknown_remark"))
            if mood and not last.startswith(f"prompt:{name}_{mood}"):
                whom_to_call = "_first" if mood == "hard" and not before.midway else ""
                name, offer = f"{name}_{mood}{whom_to_call}", self._in_mood(before, mood) or offer
            elif once_more or (name == "unknown_statement" and before.topic):  # whom to call is known by then
                name = f"{name}_again"
        ask = self._compose.ask(turn, offer) if offer else self._compose.open_question(prompts.unknown_ask)
        return self._check.goes_on(turn, self._compose.prompt(turn, name, ask, offer))

    def _in_mood(self, before: Conversation, mood: str) -> str:
        """What is offered in a mood: the first that was not heard yet."""
        offers = self._catalog.moods.by_name[mood].offers_for(other=before.other)
        return next((f"topic:{name}" for name in offers if name not in before.heard), "")

    def _asks(self, turn: Turn, near: str) -> bool:
        """Whether it asks or orders something; where it may be about someone in danger, only if that is ruled out."""
        before = turn.conversation
        ruled_out = near and before.topic and not before.told and _is_calm(turn)
        about_them = self._asked.is_about_them(turn) and not ruled_out
        return (self._asked.is_question(turn) and not about_them) or self._asked.is_order(turn)

    def _told(self, turn: Turn, *, harmless: bool) -> str:
        """What is said to words that tell something: thanks alone, or whom to call too."""
        calm = _is_calm(turn) and not self._asked.is_question(turn)
        return "unknown_remark" if harmless or turn.risk.unsure or calm else "unknown_statement"

    def help(self, turn: Turn) -> Reply:
        """What can be asked, and who to call: "help me" arrives here too. Never the same words twice in a row."""
        prompts, before = self._catalog.prompts, turn.conversation
        ask = self._compose.open_question(prompts.help_ask)
        if not (before.danger or self._danger.wishes_to_die(before)):
            name = "help_again" if last_key(before.said) == "prompt:help" else "help"
            return self._check.goes_on(turn, self._compose.prompt(turn, name, ask))
        again = last_key(before.said) == "prompt:help_in_danger"
        still = self._danger.still(turn, whole=not again)  # "what do i do" arrives here too
        said = f"{still.conversation.said}+prompt:help_in_danger"
        state = replace(still.conversation, said=said)
        return replace(still, say=(*still.say, prompts.help_in_danger), ask=ask, conversation=state)

    def fallback(self, turn: Turn) -> Reply:
        """No words reached us, so it has to be safe for someone in crisis.

        The second time, and after a danger, it is shorter and firmer.
        """
        prompts, misses = self._catalog.prompts, turn.conversation.misses
        if turn.conversation.danger:
            ask = Ask(self._catalog.risk_ask, self._catalog.risk_reprompt.aim(turn.conversation.line))
            reply = self._compose.prompt(turn, "fallback_again", ask, offer=AGAIN)
        elif misses:
            ask = self._compose.open_question(prompts.fallback_again_ask)
            reply = self._compose.prompt(turn, "fallback_again", ask, offer="topic:warning_signs")
        else:
            reply = self._compose.prompt(turn, "fallback", self._compose.open_question(prompts.fallback_ask))
        return replace(reply, conversation=replace(reply.conversation, misses=misses + 1))

    def error(self, turn: Turn) -> Reply:
        """Something is broken on our side; the session starts afresh, lest it be the session that breaks us."""
        prompts = self._catalog.prompts
        ask = self._compose.open_question(prompts.error_ask)
        return self._compose.reply(turn, (prompts.error,), ask, Conversation(said="prompt:error"))

    def unexpected(self, turn: Turn) -> Reply:
        """A request that we don't know: the words of an error, and the conversation kept."""
        prompts = self._catalog.prompts
        return self._compose.prompt(turn, "error", self._compose.open_question(prompts.error_ask))


def _is_calm(turn: Turn) -> bool:
    """Whether danger is ruled out, as far as a model can; in the middle of a talk, danger to life or safety alone."""
    return turn.risk.calm or (turn.risk.safe and bool(turn.conversation.topic))
