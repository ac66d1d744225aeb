"""In danger: a turn that tells of danger or trouble -> Reply, the line to call first."""

from __future__ import annotations

from dataclasses import replace

from skill.catalog.lines import BESIDES, LINES
from skill.catalog.risk_reply import AfterDanger
from skill.conversation import EASED, LOOSE, OVER, STANDS, Conversation
from skill.danger.same_danger import SameDanger
from skill.danger.told_after import ToldAfter
from skill.finding.asked import Asked
from skill.replies.compose import Composer
from skill.reply import Reply
from skill.turn import Turn

_TALKS = LINES - {"emergency"}
"""The lines where someone has time to talk."""


class InDanger:
    """Names the line, for a danger that was just told of and for as long as it stands."""

    def __init__(self, composer: Composer, asked: Asked, after: ToldAfter) -> None:
        """In: what puts replies together, and what hears questions, and what is told after a danger."""
        self._asked = asked
        self._compose = composer
        self._after = after
        self._catalog = composer.catalog
        self._same = SameDanger(composer.catalog, after)

    def alarm(self, turn: Turn) -> Reply:
        """A life or someone's safety is at stake: the line to call, and nothing else."""
        reply, before = self._catalog.risk[turn.risk.reply], turn.conversation
        if (before.danger and self._same.tells_on(turn, reply)) or self._same.is_looked_after(turn):
            return self.still(turn)
        told = f"{turn.risk.reply}:{_whom(turn)}"
        say = (turn.risk.other and reply.other) or reply.say
        guessed = turn.risk.guessed and reply.level != "emergency" and (before.guessed or not before.danger)
        state = Conversation(
            line=reply.line,
            told=told,
            named=say.first(BESIDES),
            stage=LOOSE if guessed and turn.risk.doubt_after else STANDS,
            guessed=guessed,
            sure=not turn.risk.guessed or (before.danger and before.sure),
            disclaimed=before.disclaimed,
            other=before.other,
            role=before.role,
            topic=before.topic if guessed else "",
            subject=before.subject if guessed else "",
        )
        key = f"risk:{turn.risk.reply}:perhaps" if turn.risk.doubt and not before.danger else ""
        return self._compose.alarm(turn, key if self._compose.scripts.knows(key) else f"risk:{told}", state)

    def support(self, turn: Turn, asked: str, near: str = "", *, perhaps: bool = False) -> Reply:
        """Use that is out of hand, a danger that is over or in doubt: a warm word and a line, then what they asked.

        In: the turn, the topic they ask for or speak of, if there is one, and else one to offer, or to tell with a word
        that it may not be meant.
        """
        reply, before = self._catalog.risk[turn.risk.reply], turn.conversation
        says_so = turn.free and not turn.risk.guessed and not before.danger_stands  # in words that a sign knows
        asks = asked and not self._after.plainly(turn)
        if before.danger and (turn.risk.level == "none" or not (asks or says_so)):
            return self.still(turn)
        topic = asked or reply.answer
        # The line of a danger told of before stays the one to keep, also where another is not ruled out; that of one's
        # own wish to die stays whatever else is hard.
        wish = self.wishes_to_die(before)
        line = before.line if before.danger or wish or (before.told and turn.risk.doubt) else reply.line
        other = turn.risk.other or (before.other and turn.risk.whom != "self")
        remind = wish or (before.remind and before.danger)
        turn = replace(turn, conversation=replace(before, line=line, other=other, remind=remind))
        key = _risk_key(turn)
        known = turn.risk.unsure and before.line == reply.line  # it was named before, for this or for other trouble
        midway = reply.brief_midway and before.topic
        again = key in before.said.split("+")  # they tell more of the same: the number again, not the same words
        if known or midway or again:
            key = f"brief:{turn.risk.reply}"
        doubt = turn.risk.doubt if turn.risk.level == "support" and not (topic or before.danger) else ""
        if doubt:  # perhaps more than trouble: whom to call then, and nothing that is only perhaps meant
            key, perhaps = f"{key}+brief:{doubt}", False
        told = self._with_answer(turn, topic) if topic else self._compose.tell(turn, key)
        told = self._compose.fitting(told) or told
        if near and not topic and not before.danger:
            told = self._offering(turn, told, near)
            if perhaps:
                told = self._perhaps(turn, near) or told
        return told

    def _perhaps(self, turn: Turn, topic: str) -> Reply | None:
        """The line in few words, and what they perhaps speak of, with its name; None where that takes too long."""
        key = f"{self._before(turn, topic)}perhaps:{topic}+{self._key(turn, topic)}"
        return self._compose.fitting(self._compose.tell(turn, key, topic))

    def _with_answer(self, turn: Turn, topic: str) -> Reply:
        """The line in few words, and the answer, or that alone where it names lines of its own and time is short.

        An offer to answer, where even that takes too long to hear.
        """
        key = self._key(turn, topic)
        told = self._compose.tell(turn, f"{self._before(turn, topic)}{key}", topic)
        warm = self._catalog.risk[turn.risk.reply].warm
        if warm and self._catalog.topics[topic].answer.first(_TALKS) and not self._compose.fitting(told):
            told = self._compose.tell(turn, f"warm:{turn.risk.reply}+{key}", topic)
        if not told.conversation.offer.startswith("check:"):  # which the answer itself offers
            told = self._compose.offering(turn, told, "")
        line_alone = self._compose.tell(turn, _risk_key(turn))
        return self._compose.fitting(told) or self._offering(turn, line_alone, topic)

    def _offering(self, turn: Turn, told: Reply, topic: str) -> Reply:
        """The same with a topic that is offered; where that tells who is speaking, they stay so from then on."""
        offered = self._compose.offering(turn, told, f"topic:{topic}")
        if turn.conversation.role or not self._compose.tells_who(topic, turn.conversation):
            return offered
        return replace(offered, conversation=replace(offered.conversation, role=topic))

    def _key(self, turn: Turn, topic: str) -> str:
        return self._compose.asked_on(turn, topic) if turn.free else f"topic:{topic}"

    def _before(self, turn: Turn, topic: str) -> str:
        """What comes before the key of an answer, leaving out what the answer says itself."""
        reply, comforts = self._catalog.risk[turn.risk.reply], self._catalog.topics[topic].comforts
        if comforts and (turn.risk.guessed or (comforts == reply.line and not turn.risk.other)):
            return ""
        say = self._compose.scripts.of(self._key(turn, topic), other=turn.conversation.other).say
        names = reply.warm and any(text.names(reply.line) for text in say)
        return f"{'warm' if names else 'brief'}:{turn.risk.reply}+"

    def still(self, turn: Turn, *, whole: bool = False) -> Reply:
        """More about a danger that was just told of: its number is named, whatever is said to soften it.

        In: the turn, and whether all is said again that was said just before.
        """
        if turn.risk.takes_over and not turn.conversation.guessed:  # told again after a correction had let it go
            turn = replace(turn, conversation=replace(turn.conversation, stage=STANDS))
        before = turn.conversation.named_again()
        after = self._after.told(turn)
        item = self._after.item(after)
        ends = item is not None and item.ends and self._same.ends(turn, item)
        if item is None or (item.ends and not ends):
            if lets_go := self._after.lets_go(turn):
                return self._told(turn, lets_go)
            helped = before.on_line and not turn.risk.takes_over
            key = f"on_line:{before.line}" if helped else self._still_key(turn, before, whole=whole)
            return self._compose.alarm(turn, key, before)
        if item.quiet and not turn.risk.by_sign:
            return self._compose.reply(turn, (item.say,), None, Conversation())
        return self._told(turn, after)

    def _told(self, turn: Turn, after: str) -> Reply:
        """The words of an item, which may end the danger. In: the turn, and the item's name."""
        before, item = turn.conversation.named_again(), self._catalog.after_danger[after]
        besides = "" if item.say.names("crisis") else self._crisis_besides(turn, before)
        key = f"{self._after.key(after, before.line)}{besides}"
        if not item.ends:
            told = self._compose.alarm(turn, key, replace(before, on_line=self._after.is_on_line(turn, after)))
            stage = LOOSE if item.stands_for else EASED if self._eases(turn, item) else ""
            return self._loosened(turn, told, stage) if stage else told
        done = self._compose.offering(turn, self._compose.alarm(turn, key, replace(before, stage=OVER)), "")
        after_it = done.conversation.forgotten() if item.denies else done.conversation
        remind = item.denies and before.sure  # what a sign had heard is named with the next answer, too
        return replace(done, conversation=replace(after_it, remind=remind))

    @staticmethod
    def _eases(turn: Turn, item: AfterDanger) -> bool:
        """Whether what an item answers tells of no danger now, and none is heard in the words."""
        said_so = item.eases == "any" or (item.eases == "guessed" and not turn.conversation.sure)
        return said_so and turn.risk.level == "none" and not turn.risk.doubt

    def _loosened(self, turn: Turn, told: Reply, stage: str) -> Reply:
        """The same with a danger that holds on to nothing asked, and another question than for its number."""
        told = self._compose.offering(turn, told, "")
        return replace(told, conversation=replace(told.conversation, stage=stage))

    def instead(self, turn: Turn, topic: str) -> Reply | None:
        """What is said in place of a topic for as long as the danger stands; None where it may be told."""
        before = turn.conversation
        if not before.danger_stands:
            return None
        if instead := self._after.instead_of(topic, before):
            # "how long does narcan last" says more than that it is about naloxone
            return self.still(turn) if self._after.plainly(turn) else self._told(turn, instead)
        return None if self._catalog.topics[topic].in_danger else self.still(turn)

    def wishes_to_die(self, before: Conversation) -> bool:
        """Whether they told of their own wish to die, and nobody took over since, whatever else was asked."""
        return self._catalog.is_own_wish(before.told) and before.stage != OVER

    def nothing_fits(self, turn: Turn) -> Reply:
        """What nothing answers, from someone who told of a danger before and has gone on from it."""
        ask = self._compose.open_question(self._catalog.prompts.unknown_ask)
        kind = "on_line" if turn.conversation.on_line else "unheard"
        return self._compose.said(turn, f"{kind}:{turn.conversation.line}", ask)

    def _still_key(self, turn: Turn, before: Conversation, *, whole: bool) -> str:
        """The key of what is said about a danger that stands."""
        last = self._after.said(before.said)
        name, whom = before.told_reply, before.told_whom
        reply = self._catalog.risk.get(name)
        own = reply and (reply.still_other if whom == "other" and reply.other else reply.still)
        may_ask = not (turn.risk.takes_over or (reply and reply.no_asking(whom)))
        asks = turn.free and may_ask and self._asked.is_question(turn)
        if harm := self._harm_besides(turn, before):  # whose words may say to unlock the door
            return f"still_again:{before.line}{harm}"
        low = self._crisis_besides(turn, before)
        if (before.said.startswith("still:") or (not own and (last or asks))) and not whole:
            besides = f"+number:{before.named}" if before.named in BESIDES else ""
            return f"still_{'asked' if asks else 'again'}:{before.line}{low or besides}"
        return f"still:{name}:{whom}{low}" if own else f"still:{before.line}{low}"

    @staticmethod
    def _crisis_besides(turn: Turn, before: Conversation) -> str:
        """The key of the line for a wish to die that is told of beside another danger; else empty."""
        told = turn.risk.level == "crisis" and (turn.risk.by_sign or turn.risk.own_wish)
        return "+number:crisis" if told and before.line != "crisis" else ""

    def _harm_besides(self, turn: Turn, before: Conversation) -> str:
        """The key of the line for who is hurt by someone, where that is told of beside a life at risk; else empty."""
        if turn.risk.level != "harm" or not turn.risk.by_sign or before.told_reply == turn.risk.reply:
            return ""
        line = self._catalog.risk[turn.risk.reply].say.first(BESIDES)
        return f"+number:{line}" if line and line != before.line else ""

    def for_whom(self, turn: Turn, *, other: bool) -> Reply:
        """The danger once more, in words for whom it is about."""
        name, whom = turn.conversation.told_reply, "other" if other else "self"
        state = replace(turn.conversation, other=other, told=f"{name}:{whom}")
        key = f"risk:{state.told}"
        return self._compose.alarm(turn, key if self._compose.scripts.knows(key) else f"still:{state.line}", state)


def _risk_key(turn: Turn) -> str:
    return f"risk:{turn.risk.reply}:{_whom(turn)}"


def _whom(turn: Turn) -> str:
    return "other" if turn.risk.other else "self"
