"""Subject: the topic that stays in mind, such as a dog or a pregnancy, though other things are said since."""

from __future__ import annotations

from collections.abc import Mapping

from skill.finding.finder import Finder
from skill.replies.compose import Composer
from skill.replies.script import holds, last_key, tells, topic_in
from skill.turn import Turn
from skill.words.patterns import holds_denial

_FEW = 5
"""In so few words a pronoun stands for nobody who is named beside it."""


class Subject:
    """Tells what a question is about that leans on the subject."""

    def __init__(self, composer: Composer, finder: Finder) -> None:
        catalog = composer.catalog
        self._in_mind = composer.in_mind
        self._topics = catalog.topics
        self._own_use, self._help_other = catalog.own_use, catalog.help_other
        self._finder = finder

    def of(self, turn: Turn, topic: str) -> str:
        """In: a turn, and the topic that its words or its intent ask for. Out: what is meant, or that topic.

        "How long does it last", just after a dog that ate some, is no question about people, and "is it my fault" of a
        parent none of a child. Who told of another's use asks about them: "should i say something". An intent brings no
        words to lean: who is speaking counts for it, and right after the subject that.
        """
        talk, subject = turn.conversation, turn.conversation.subject
        role = self._rather(talk.role or (self._help_other if talk.other and turn.free else ""))
        before = self._rather(talk.topic or topic_in(talk.offer))
        names_them = turn.risk.whom == "other" if turn.free else topic == self._help_other
        anothers = talk.role == self._own_use and names_them  # "how do i help my brother"
        if topic in role and last_key(talk.said) == f"topic:{role[topic]}:again":  # which was told twice: they mean it
            return topic
        about_them = _means_them(turn) or (talk.other and _names_nobody(turn))
        if topic in role and not anothers and (not turn.free or self._leans(turn) or about_them):
            return role[topic]
        if topic in before and turn.free and self._leans(turn):
            return before[topic]
        if subject not in self._topics or topic not in self._topics[subject].instead_of:
            return topic
        meant = self._leans(turn) and not self._told_enough(turn, asks=self._topics[topic].asked)
        return subject if meant else topic

    def goes_on(self, turn: Turn, *, asks: bool, puts_off: bool) -> str:
        """The subject, where free words that nothing answers go on about it ("he's a little terrier"); else empty.

        One that won't wait is told again a few answers later, too ("my doctor can't see me till thursday").
        In: also whether the words ask something, and whether they put off what won't wait.
        """
        subject = turn.conversation.subject
        if subject not in self._topics or not turn.free or self._told_enough(turn, asks=asks):
            return ""
        topic, insists = self._topics[subject], self._in_mind.insists(turn) and (asks or puts_off)
        if not (insists or (self._still_on(turn) and (asks or topic.no_person or topic.comforts))):
            return ""
        grieves = bool(topic.comforts)  # "it's his birthday today" goes on about him
        return subject if grieves or not self._finder.everyday(turn.plain) else ""

    def remarked_on(self, turn: Turn, told: str, *, puts_off: bool) -> str:
        """The subject that a mere remark goes on about; else empty.

        It puts off what won't wait ("i'll wait till monday"), or tells more of who was lost ("he was twenty three").
        In: the topic that the remark would be answered with, empty for no remark, and whether it may put something off.
        """
        if told and puts_off and self._in_mind.insists(turn):
            return self.goes_on(turn, asks=False, puts_off=True)
        subject, remark = turn.conversation.subject, self._topics.get(told)
        just_told = last_key(turn.conversation.said) == f"topic:{subject}"
        grieves = just_told and self.comforts(subject) and remark is not None and remark.remark == "ends"
        return self.goes_on(turn, asks=False, puts_off=False) if grieves else ""

    def is_comforted(self, turn: Turn, topic: str) -> bool:
        """Whether a topic is words to who grieves or is low, and both ways of saying them were just heard."""
        return last_key(turn.conversation.said) == f"topic:{topic}:again" and self.comforts(topic)

    def comforts(self, topic: str) -> bool:
        """Whether a topic is words to someone who grieves or is low."""
        return topic in self._topics and bool(self._topics[topic].comforts)

    def _told_enough(self, turn: Turn, *, asks: bool) -> bool:
        """Whether the subject is not told again, whatever leans on it.

        It was told twice, unless it is an animal, or they ask on about what won't wait; they went on from a grief; or
        they say that it isn't so ("no i'm not having surgery").
        """
        talk = turn.conversation
        topic = self._topics[talk.subject]
        again = last_key(talk.said) == f"topic:{talk.subject}:again"
        twice = again or (bool(topic.insists) and holds(talk.said, "insists"))
        gone_on = bool(topic.comforts) and not self._still_on(turn)  # from words to who grieves
        denied = turn.plain.startswith("no ") and holds_denial(turn.plain[len("no ") :])
        return (twice and not (asks and topic.insists) and not topic.no_person) or gone_on or denied

    def _rather(self, topic: str) -> Mapping[str, str]:
        return self._topics[topic].rather if topic in self._topics else {}

    def _still_on(self, turn: Turn) -> bool:
        """Whether the subject was talked about last, or another answer about an animal."""
        topic, subject = turn.conversation.topic, turn.conversation.subject
        just_told = tells(last_key(turn.conversation.said), subject)
        return just_told or topic == subject or (topic in self._topics and self._topics[topic].no_person)

    def _leans(self, turn: Turn) -> bool:
        """Whether it leans on what was talked about. What is only told does, however sure it is: "i quit yesterday"."""
        if not turn.free:
            return self._still_on(turn)
        found = self._finder.find(turn.words)
        named = found is not None and found.beyond_doubt and not self._is_told(found.topic)
        return self._finder.leans(turn.plain) and not named

    def _is_told(self, topic: str) -> bool:
        """Whether a topic answers what is told, and not asked."""
        return topic in self._topics and self._topics[topic].told


def _names_nobody(turn: Turn) -> bool:
    """Whether a few words name nobody, and so are about whom the talk is about."""
    words = set(turn.plain.split()) - {"okay", "but", "so", "and", "well"}
    return len(words) <= _FEW and words.isdisjoint({"my", "me", "myself", "am"})


def _means_them(turn: Turn) -> bool:
    """Whether a mere pronoun says whom they mean: who was told of before."""
    words = set(turn.plain.split())
    return len(words) <= _FEW and not words.isdisjoint({"him", "her", "them"}) and "my" not in words
