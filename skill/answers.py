"""Answers: a turn -> Reply. What is asked is answered here, or by the parts; compose.py puts a reply together."""

from __future__ import annotations

from dataclasses import replace

from skill.catalog.catalog import Catalog
from skill.danger.in_danger import InDanger
from skill.danger.told_after import ToldAfter
from skill.finding.asked import Asked
from skill.finding.finder import HELPLINE, REPEAT, Finder, Found
from skill.finding.leaning import Leaning
from skill.replies.compose import Composer
from skill.replies.script import last_key, tells, topic_in
from skill.reply import Ask, Reply
from skill.talk.follow_up import FollowUp
from skill.talk.numbers import Numbers
from skill.talk.opening import Opening
from skill.talk.self_check import SelfCheck
from skill.talk.subject import Subject
from skill.talk.teller import Teller
from skill.talk.unclear import Unclear
from skill.talk.weighing import Weighing
from skill.turn import Turn


class Answers:
    """Decides what to say. It knows the catalog, the finder, and what is told after a danger, and nothing of Alexa."""

    def __init__(self, catalog: Catalog, finder: Finder, after: ToldAfter) -> None:
        self.catalog = catalog
        self._after = after
        self._compose = Composer(catalog)
        self._asked = Asked(catalog, finder)
        self._subject = Subject(self._compose, finder)
        self._leaning = Leaning(catalog)
        self.check = SelfCheck(self._compose, self._asked)
        self._danger = InDanger(self._compose, self._asked, after)
        self.opening = Opening(self._compose, self._danger, after)
        self.numbers = Numbers(self._compose, self.check)
        self.follow = FollowUp(self._compose, self.check, self._danger, self.numbers, self.opening)
        self.unclear = Unclear(self._compose, self.check, self._danger, self._asked)
        self.weighing = Weighing(self._asked, self._danger, self.check, self.follow, self._subject, after)
        self.teller = Teller(self._compose, self.check, self._danger, self._subject)

    def support(self, turn: Turn) -> Reply:
        """Trouble, or a danger that is over or in doubt. A mere remark is answered as free words are."""
        return self.weighing.support(turn) or self.free(turn)

    def question(self, turn: Turn) -> Reply:
        """A question that has an intent of its own."""
        main = str(self.catalog.topic_of(turn.intent))
        weighs, which = self.catalog.topics[main].weighs, self.catalog.topics[main].which
        topic = (self.catalog.comparison(turn.ids) if weighs else None) or self._leaning.weighed(turn, weighs=weighs)
        topic = topic or self._asked.named(turn)
        if not topic and turn.words:
            topic = self._asked.plainly(turn)
            if not topic and which:
                return self._compose.prompt(turn, "which_one", Ask(which, which))
        return self.teller.tell(turn, topic or main)

    def free(self, turn: Turn) -> Reply:
        """Free words: the topic they ask for, one that they perhaps mean by its name, or an honest "I don't know"."""
        if self._asked.takes_leave(turn):
            return self.opening.goodbye(turn)
        if self._asked.wants_again(turn):
            return self.follow.repeat(turn)
        found = self._asked.find_after(turn)
        if turn.conversation.danger:
            if self.weighing.is_about_danger(turn, found):
                return self._danger.still(turn)
            turn = replace(turn, conversation=turn.conversation.forgotten())
        elif turn.conversation.told and self._after.told_later(turn, may_guess=not (found and found.plainly)):
            return self._danger.still(turn)
        if remarked := self._remarked(turn, found):
            return remarked
        if found is None or not self._asked.may_be_meant(turn, found) or self._subject.is_comforted(turn, found.topic):
            return self.unknown(turn, near=self._asked.beside(turn, found))
        wants_check = found.topic == self.catalog.self_check.topic == turn.conversation.topic
        if wants_check and (begun := self.follow.agreed(turn)):
            return begun  # "yes start"
        if found.topic == REPEAT:
            return self.follow.repeat(turn)
        if found.topic == HELPLINE:
            wishes_to_die = self._danger.wishes_to_die(turn.conversation)  # "tell me the number" is then that one
            return self.numbers.that_number(turn) if wishes_to_die else self.numbers.helpline(turn)
        if found.plainly or self._goes_on_about(turn, found):
            return self._told_plainly(turn, found)
        likely = self._asked.may_be_told(turn, found) and (found.likely or not self._concluded(turn))
        perhaps = self.teller.tell(turn, found.topic, asks_on=True, perhaps=True) if likely else None
        return (perhaps and self._compose.fitting(perhaps)) or self.unknown(turn, near=found.topic)

    def short(self, turn: Turn) -> Reply:
        """A short question that leans on the answer before, such as "why is that"."""
        before = turn.conversation
        asks_whom_to_call = turn.intent == "WhoIntent"  # after a danger that is about it, even one that stands no more
        if before.danger_stands or (before.danger and asks_whom_to_call):
            return self._danger.still(turn, whole=turn.intent == "HelpsIntent")
        topic = self._leaning.leads(turn)
        return self.teller.tell(turn, topic, asks_on=True) if topic else self.unknown(turn)

    def compare_with(self, turn: Turn) -> Reply:
        """What they talk about, compared with what they name."""
        if turn.conversation.danger_stands:
            return self._danger.still(turn)
        topic = self._leaning.compared(turn) or self._leaning.leads(replace(turn, intent="DownsideIntent"))
        return self.teller.tell(turn, topic) if topic else self.unknown(turn)

    def retracted(self, turn: Turn) -> Reply:
        """Just kidding: that takes no danger back."""
        return self._danger.still(turn) if turn.conversation.danger else self.opening.topics(turn)

    def for_other(self, turn: Turn) -> Reply:
        """It's about someone else: the answer in question in words for them, or how to help."""
        if turn.conversation.danger:
            return self._danger.for_whom(turn, other=True)
        before = turn.conversation
        turn = replace(turn, conversation=replace(before, other=True))
        topic = self.catalog.topics.get(before.topic)
        if topic and topic.other:
            return self.teller.tell(turn, before.topic, asks_on=before.other)
        return self.teller.tell(turn, self._asked.named(turn) or self.catalog.help_other)

    def for_me(self, turn: Turn) -> Reply:
        """It's about the speaker after all."""
        if turn.conversation.danger:
            return self._danger.for_whom(turn, other=False)
        turn = replace(turn, conversation=replace(turn.conversation, other=False))
        ask = self._compose.open_question(self.catalog.prompts.declined_ask)
        return self._compose.prompt(turn, "for_me", ask)

    def unknown(self, turn: Turn, near: str = "") -> Reply:
        """Nothing fits, but for the subject of the talk. In: the turn, and the topic that is near."""
        if turn.risk.whom:
            turn = replace(turn, conversation=replace(turn.conversation, other=turn.risk.whom == "other"))
        subject = self._subject.goes_on(turn, asks=self._asked.is_question(turn), puts_off=self._asked.puts_off(turn))
        if subject and not self._asked.is_other(turn, subject):
            return self.teller.tell(turn, subject, asks_on=True)
        if concluded := self._concluded(turn):
            return self.teller.tell(turn, concluded, asks_on=True)
        return self.follow.agreed(turn) or self.unclear.unknown(turn, near)

    def _remarked(self, turn: Turn, found: Found | None) -> Reply | None:
        """What a mere remark goes on about, or the words for it; None for all else. In: also what was found."""
        remark = self._asked.remark(turn)
        told = remark or (found.topic if found and not self._asked.informs(found.topic) else "")
        if subject := self._subject.remarked_on(turn, told, puts_off=self._asked.puts_off(turn)):
            return self.teller.tell(turn, subject, asks_on=True)
        return self.teller.tell(turn, remark) if remark else None

    def _told_plainly(self, turn: Turn, found: Found) -> Reply:
        """A topic; with its name first where the words lean on what was said before, and another may be meant.

        Not where that would take too long to hear.
        """
        told, before = self.teller.tell(turn, found.topic, asks_on=True), turn.conversation.topic
        if found.plainly_leaning(after=bool(before)) or found.topic == before or not self._asked.leans(turn):
            return told
        return self._compose.fitting(self.teller.tell(turn, found.topic, asks_on=True, perhaps=True)) or told

    def _concluded(self, turn: Turn) -> str:
        """The topic that was just told, where a few words draw a conclusion from it; else empty."""
        talk = turn.conversation
        told = talk.topic in self.catalog.topics and tells(last_key(talk.said), talk.topic)
        return talk.topic if told and self._asked.concludes(turn) else ""

    def _goes_on_about(self, turn: Turn, found: Found) -> bool:
        """Whether they likely mean what was just offered, or ask on about what was just told. In: what was found."""
        talk = turn.conversation
        told = found.topic == talk.topic and self._asked.is_question(turn)
        return (told or found.topic == topic_in(talk.offer)) and not self._asked.holds_denial(turn)
