"""Weighing: is a danger that was heard believed, and what else is answered beside it? in_danger.py says it then."""

from __future__ import annotations

from dataclasses import replace

from skill.conversation import EASED
from skill.danger.in_danger import InDanger
from skill.danger.told_after import ToldAfter
from skill.finding.asked import Asked
from skill.finding.finder import Found
from skill.replies.script import tells
from skill.reply import Reply
from skill.talk.follow_up import FollowUp
from skill.talk.self_check import SelfCheck
from skill.talk.subject import Subject
from skill.turn import Turn


class Weighing:
    """Weighs danger and trouble against what is asked in the same breath."""

    def __init__(
        self, asked: Asked, danger: InDanger, check: SelfCheck, follow: FollowUp, subject: Subject, after: ToldAfter
    ) -> None:
        """In: what tells questions apart, what answers, what stays in mind, and what is told after a danger."""
        self._asked = asked
        self._danger = danger
        self._check = check
        self._follow = follow
        self._subject = subject
        self._after = after

    def danger(self, turn: Turn) -> Reply:
        """A life or someone's safety is at stake: the line to call, and nothing else.

        Where the model only guessed it, and something else is plainly asked: the lines, and the answer. So too in the
        middle of a talk ("i tried that, it didn't work"), with what answers it, if anything does; for an emergency only
        in a few words. While a danger stands that a sign told of, and the second time in a row, a guess is believed.
        """
        before, emergency = turn.conversation, turn.risk.level == "emergency"
        if self._tells_on_later(turn):
            return self._danger.still(turn)
        few = before.midway and self._asked.are_few(turn)
        doubt = turn.risk.doubt_after if few and not emergency else turn.risk.doubt
        if not doubt or (before.told and not before.let_go) or tells(before.said, doubt):
            return self._danger.alarm(turn)
        if self._asked.orders_again(turn):
            return self._follow.repeat(turn)
        turn = replace(turn, conversation=before.gone_on())
        doubtful = replace(turn, risk=replace(turn.risk, reply=doubt))
        topic = self._asked.surely(turn) or (self._asked.likely(turn) if before.midway and not emergency else "")
        softly = topic or (few if emergency else before.midway)
        return self._warmly(doubtful, topic) if softly else self._danger.alarm(turn)

    def support(self, turn: Turn) -> Reply | None:
        """Use that is out of hand, a danger that is over or in doubt: a warm word and a line, then what they asked.

        None for a mere remark, which is answered as if nothing had been heard in it.
        """
        if self._asked.orders_again(turn):
            return self._follow.repeat(turn)
        if self._is_a_mere_remark(turn):
            return None
        if turn.risk.guessed and turn.free and self._check.is_plainly_answered(turn):  # a yes leads to the helpline
            return self._check.heard(turn)
        asks = self._asked.is_question(turn)
        asked = self._asked.besides(turn) or self._grief(turn, asks=asks)
        if asked and (asks or not turn.risk.doubt or turn.risk.level == "none"):
            return self._warmly(turn, self._subject.of(turn, asked))
        near = self._asked.near(turn)
        perhaps = near is not None and (asks or not turn.risk.by_sign) and self._asked.may_be_told(turn, near)
        return self._warmly(turn, "", near=self._subject.of(turn, near.topic) if near else "", perhaps=perhaps)

    def _grief(self, turn: Turn, *, asks: bool) -> str:
        """The words to who grieves, where a question goes on about their loss, and trouble is only guessed in it."""
        subject = self._subject.goes_on(turn, asks=True, puts_off=False) if asks and turn.risk.unsure else ""
        return subject if subject and self._subject.comforts(subject) else ""

    def _warmly(self, turn: Turn, asked: str, near: str = "", *, perhaps: bool = False) -> Reply:
        """The line in a warm word, and what answers them; a self-check goes on where they asked nothing."""
        told = self._danger.support(turn, asked, near, perhaps=perhaps)
        return self._check.after_support(turn, told) if turn.conversation.check and not asked else told

    def is_about_danger(self, turn: Turn, found: Found | None) -> bool:
        """Whether free words just after a danger are about it, and no question of their own. In: what was found."""
        asked = found if found and self._asked.something_else(turn, found) else None
        if found and found.plainly and self._asked.is_question(turn) and self._after.denies(turn):
            return False
        if asked:
            item = self._after.item(self._after.plainly(turn))
            return item is not None and (not asked.beyond_doubt or asked.topic in item.instead_of)
        if turn.conversation.stage == EASED and not self._asked.is_question(turn):
            return True
        return turn.conversation.danger_stands or bool(self._after.told(turn))

    def _tells_on_later(self, turn: Turn) -> bool:
        """Whether what only the model takes for danger is known to be told after the one before: "he's in the ICU"."""
        news = turn.free and not (turn.risk.by_sign or turn.risk.own_wish)
        later = turn.conversation.told and not turn.conversation.danger and news
        return bool(later and self._after.told_later(turn, may_guess=False))

    def _is_a_mere_remark(self, turn: Turn) -> bool:
        """Whether it is small talk, or harm is only not ruled out in the middle of a talk: most such turns are calm.

        So too what may be trouble, just after the line for that was named, and what is known to be told after a danger.
        """
        if self._tells_on_later(turn):
            return True
        if self._asked.small_talk(turn) and not (turn.risk.by_sign or turn.conversation.danger):
            return True
        if turn.free and turn.risk.unsure and tells(turn.conversation.said, turn.risk.reply):
            return not turn.conversation.danger
        unsure = turn.free and turn.risk.level == "none" and bool(turn.risk.doubt)
        return unsure and turn.conversation.midway and not turn.conversation.danger
