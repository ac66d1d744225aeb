"""Same danger: is what is heard after a danger the same one, told on, or another, and may it end it?"""

from __future__ import annotations

from skill.catalog.catalog import Catalog
from skill.catalog.risk_reply import AfterDanger, RiskReply
from skill.conversation import OVER, Conversation
from skill.danger.told_after import ToldAfter
from skill.levels import GRAVE
from skill.turn import Turn


class SameDanger:
    """Weighs a turn against the danger that its conversation is about."""

    def __init__(self, catalog: Catalog, after: ToldAfter) -> None:
        """In: the catalog, and what hears what is told after a danger."""
        self._catalog = catalog
        self._after = after

    def tells_on(self, turn: Turn, reply: RiskReply) -> bool:
        """Whether it only says more of that danger, as "with my belt" does, or less than it. In: what it would hear."""
        return self._is_more(turn, reply) or self._is_less(turn, reply)

    def ends(self, turn: Turn, item: AfterDanger) -> bool:
        """Whether what ends a danger may end it: nothing else is heard, or only guessed beside a plain phrase.

        One's own wish to die only where the model is not sure, either: it stumbles over "not suicidal" itself. Where
        help is plainly there, a sign of the same danger tells only what it came for: "the medics came, they gave him
        narcan". What only the model heard ends by words in which it hears none.
        """
        if turn.risk.level == "none":
            return not item.if_guessed or turn.risk.calm or turn.risk.safe or not turn.plain
        unsure = bool(turn.risk.doubt) or turn.risk.level not in GRAVE
        guessed = turn.risk.guessed and (unsure or not self._catalog.is_own_wish(turn.conversation.told))
        theirs = item.taken_over and not self._is_anothers(turn) and turn.risk.level == self._level(turn.conversation)
        return (guessed or theirs) and not item.if_guessed and self._after.item(self._after.plainly(turn)) is item

    def is_looked_after(self, turn: Turn) -> bool:
        """Whether help is there, and what sounds like the danger is what they do: "they gave him narcan"."""
        if turn.conversation.stage != OVER:
            return False
        item = self._after.item(self._after.plainly(turn))
        return item is not None and item.taken_over and self.ends(turn, item)

    def _is_more(self, turn: Turn, reply: RiskReply) -> bool:
        """Whether it is likely the same danger.

        What tells of danger ends none, but for a phrase that says so, where only the model hears danger in it. So too
        what says that help is on its way: "i called poison control".
        """
        after = self._after.item(self._after.told(turn))
        same_reply = turn.risk.reply == turn.conversation.told_reply
        same_level = turn.risk.level == self._level(turn.conversation)
        own_wish = turn.risk.own_wish and turn.says_i  # "i should have died", of who lost someone
        anothers = (turn.risk.by_sign or own_wish) and self._is_anothers(turn)
        if after and after.stays and (turn.risk.judged or same_reply or (same_level and not anothers)):
            return True  # "they're coming but he's snoring funny"
        if anothers:
            return False
        if after and after.ends:
            return self.ends(turn, after)
        if turn.risk.guessed:
            news = turn.risk.level != "harm" and not turn.risk.doubt
            return reply.line == turn.conversation.line or not news or bool(after)
        same = turn.risk.judged or same_reply or (same_level and bool(self._after.plainly(turn)))
        return same and bool(after and after.after)

    def _is_less(self, turn: Turn, reply: RiskReply) -> bool:
        """Whether a life is at risk from what was told before, and what is told now is less: "on purpose, yes".

        Whoever wants to die beside someone who is dying is another matter.
        """
        before = turn.conversation
        stands = self._level(before) == "emergency" and not before.guessed and reply.level != "emergency"
        return stands and not (self._is_anothers(turn) and (reply.level == "crisis" or turn.risk.by_sign))

    def _level(self, before: Conversation) -> str:
        """The level of the danger told of before; empty without one."""
        told = self._catalog.risk.get(before.told_reply)
        return told.level if told else ""

    def _is_anothers(self, turn: Turn) -> bool:
        """Whether the speaker is in danger now, after someone else was; not from who wants to die, with a weapon."""
        weapon = self._level(turn.conversation) == "crisis" and turn.risk.level == "harm"
        return turn.conversation.told_whom == "other" and not turn.risk.other and not weapon
