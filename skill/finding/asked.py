"""Asked: what free words ask for, beside what the finder makes of them."""

from __future__ import annotations

import re

from skill.catalog.catalog import Catalog
from skill.catalog.topic import Topic
from skill.finding.finder import HELPLINE, REPEAT, Finder, Found
from skill.turn import Turn
from skill.words.patterns import Patterns, holds_denial


class Asked:
    """Tells questions, orders and remarks apart, by the phrases of `listening` in the catalog."""

    def __init__(self, catalog: Catalog, finder: Finder) -> None:
        self._topics = catalog.topics
        self._topic_of = catalog.topic_of
        self._finder = finder
        listening = catalog.listening
        self._question = Patterns.of(listening.question)
        comes_to, leads = ("|".join(map(re.escape, words)) for words in (listening.comes_to, listening.leads))
        self._leads = re.compile(rf"^(?:.*\b(?:{comes_to}) )?(?:(?:{leads}) )*")
        self._corrects = Patterns.of(listening.corrects)
        self._concludes = Patterns.of(listening.concludes)
        self._puts_off = Patterns.of(listening.puts_off)
        self._order = Patterns.of((*listening.order, *listening.begins_order))
        self._begins_order = Patterns.of(listening.begins_order)
        self._orders_again = Patterns.of(listening.repeat)
        self._again = Patterns.of((*listening.repeat, *listening.perhaps_repeat))
        self._goodbye = Patterns.of(listening.goodbye)
        self._no_goodbye = Patterns.of(listening.no_goodbye)
        self._animals = Patterns.of(listening.animals)
        self._about_them = Patterns.of(listening.about_them)
        self._of_animals = frozenset(name for name, topic in catalog.topics.items() if topic.no_person)
        self._unless = {name: Patterns.of(topic.unless) for name, topic in catalog.topics.items() if topic.unless}
        self._no_mood = {name: Patterns.of(mood.unless) for name, mood in catalog.moods.by_name.items()}
        small_talk = ((name, topic) for name, topic in catalog.topics.items() if topic.hears and not topic.within)
        self._small_talk = Patterns({phrase: name for name, topic in small_talk for phrase in topic.hears}, {})

    def find(self, turn: Turn) -> Found | None:
        """What is asked for, by what the words alone say."""
        return self._find(turn, "")

    def find_after(self, turn: Turn) -> Found | None:
        """The same, by the topic talked about, too."""
        return self._find(turn, turn.conversation.topic)

    def _find(self, turn: Turn, after: str) -> Found | None:
        """What is found, but for what is said of animals where none was spoken of: "should i make him throw up"."""
        found = self._found(turn, after)
        topic, in_mind = self._topic(found), self._topics.get(turn.conversation.subject)
        if found is None or not (topic and topic.no_person) or (in_mind and in_mind.no_person):
            return found
        # "Is it safe for my beagle"; but after a child swallowed some, "should i make him throw up" is about the child.
        breed = found.plainly and not (topic.within or turn.conversation.told)
        meant = breed or self._holds(self._animals, turn)
        return found if meant else self._found(turn, after, without=self._of_animals)

    def _found(self, turn: Turn, after: str, without: frozenset[str] = frozenset()) -> Found | None:
        """What is found in the words, or, where that is no sure answer, in what follows "no, i mean" or "thanks"."""
        asks, words = self.is_question(turn), turn.words
        found, bare = self._finder.find(words, after, asks=asks, without=without), self._leads.sub("", words.lower())
        while found and (self._sets_right(turn, found) or self.is_other(turn, found.topic)):
            without |= {found.topic}
            found = self._finder.find(words, after, asks=asks, without=without)
        if (found and found.sure and self.informs(found.topic)) or len(bare.split()) in (0, 1, len(words.split())):
            return found
        other = self._finder.find(bare, after, asks=asks, without=without)
        if found is None or other is None:
            return found or other
        asks_more = other.plainly and self.informs(other.topic)  # "that's not what I asked" is no answer by itself
        return other if asks_more or other.likelihood > found.likelihood else found

    def is_other(self, turn: Turn, topic: str) -> bool:
        """Whether something else than a topic is meant, by a phrase of the catalog, or in no such mood."""
        if topic in self._topics and self._topics[topic].glad and not self._fits_mood(turn, "good"):
            return True
        return topic in self._unless and self._unless[topic].any_in(turn.plain)

    def _sets_right(self, turn: Turn, found: Found) -> bool:
        """Whether they say that the last answer was not what they meant, and what was found is only that once more."""
        same = turn.free and found.topic == turn.conversation.topic and not found.plainly
        return same and self._holds(self._corrects, turn)

    def holds_denial(self, turn: Turn) -> bool:
        """Whether a denial is among the words."""
        return holds_denial(turn.plain)

    def is_question(self, turn: Turn) -> bool:
        """Whether the words are those of a question."""
        return self._holds(self._question, turn)

    def asks(self, turn: Turn) -> bool:
        """Whether the words ask or order something, and do not only tell it: what they tell is seldom a question."""
        return self.is_question(turn) or self._holds(self._order, turn)

    def concludes(self, turn: Turn) -> bool:
        """Whether a few words, in which no danger is, draw a conclusion from what was said before them."""
        return turn.free and turn.risk.safe and self.are_few(turn) and self._holds(self._concludes, turn)

    def puts_off(self, turn: Turn) -> bool:
        """Whether the words may put off what won't wait, such as "my doctor has no time till thursday"."""
        return self._holds(self._puts_off, turn)

    def may_be_told(self, turn: Turn, found: Found) -> bool:
        """Whether a topic that isn't plainly meant is told all the same, with a word that it may not be."""
        talk, topic = turn.conversation, self._topic(found)
        theirs = talk.other and topic is not None and topic.for_other
        return found.worth_telling(after=bool(talk.topic), asks=self.asks(turn) or theirs)

    def is_order(self, turn: Turn) -> bool:
        """Whether the words begin as an order does, such as "tell me about it"."""
        return self._holds(self._begins_order, turn)

    def takes_leave(self, turn: Turn) -> bool:
        """Whether they say goodbye, in few words that no sign knows, or in more of which danger is ruled out."""
        meant = turn.risk.calm or (self.are_few(turn) and not turn.risk.by_sign)
        return meant and self._holds(self._goodbye, turn) and not self._holds(self._no_goodbye, turn)

    def is_about_them(self, turn: Turn) -> bool:
        """Whether the words may still be about someone in danger, such as "is she going to be okay"."""
        return self._holds(self._about_them, turn)

    def is_harmless(self, turn: Turn) -> bool:
        """Whether what was said is surely none of ours: a joke, the weather."""
        return turn.risk.figure or self._finder.everyday(turn.plain)

    def mood(self, turn: Turn) -> str:
        """Whether what was said is "hard" for them or "good"; empty where neither is likely."""
        mood = self._finder.mood(turn.plain)
        return mood if mood and self._fits_mood(turn, mood) else ""

    def _fits_mood(self, turn: Turn, mood: str) -> bool:
        """Whether no phrase speaks against a mood, and nobody is glad with who told of a danger, or may be in one."""
        danger = turn.conversation.told or turn.risk.takes_over or turn.risk.doubt
        return not (mood == "good" and danger) and not self._holds(self._no_mood[mood], turn)

    def orders_again(self, turn: Turn) -> bool:
        """Whether free words order the last thing again, and no more than a model hears trouble in them."""
        return turn.free and not turn.risk.by_sign and self._holds(self._orders_again, turn)

    def wants_again(self, turn: Turn) -> bool:
        """Whether free words only ask for the last thing again."""
        found = self.find(turn)
        return self._holds(self._again, turn) or bool(found and found.topic == REPEAT and found.sure)

    def plainly(self, turn: Turn) -> str:
        """The topic that the words plainly ask for; else empty."""
        found = self.find(turn)
        return found.topic if found and found.plainly and found.topic in self._topics else ""

    def surely(self, turn: Turn) -> str:
        """The topic that a question plainly asks for, or that a statement speaks of beyond doubt; else empty."""
        found = self.find(turn)
        return self.plainly(turn) if found and (found.beyond_doubt or self.is_question(turn)) else ""

    def likely(self, turn: Turn) -> str:
        """The topic that is likely asked for after the one talked about, or comforts who tells it; else empty."""
        found = self.find_after(turn)
        topic = self._topic(found)
        return found.topic if found and found.sure and topic and (topic.asked or topic.comforts) else ""

    def remark(self, turn: Turn) -> str:
        """The topic for what is no more than a remark on the answer before, or an empty text."""
        if small_talk := self.small_talk(turn):
            return small_talk
        found = self.find(turn) if turn.conversation.topic else None
        topic = self._topic(found)
        return found.topic if found and found.likely and topic and topic.remark else ""

    def beside(self, turn: Turn, found: Found | None) -> str:
        """The answer that is near, where a mere remark was found that isn't likely to be one; else empty."""
        if found is None or self.informs(found.topic):
            return ""
        other = self._finder.find(turn.words, turn.conversation.topic, asks=True)
        return other.topic if other and other.topic != REPEAT and self.informs(other.topic) else ""

    def small_talk(self, turn: Turn) -> str:
        """The topic for words that are small talk as a whole, such as "that helps a lot"; else empty."""
        found = self._small_talk.find(turn.plain, denied=True)
        name = next((name for name, _ in found if not self.is_other(turn, name)), "") if turn.free else ""
        if not name or not self._topics[name].told or self._topics[name].no_person:
            return name
        risk = turn.risk  # "i will wait until he's asleep" is no good step
        harmless = risk.calm or risk.safe or (risk.unsure and not risk.doubt)
        return name if harmless and not self.is_question(turn) else ""

    def are_few(self, turn: Turn) -> bool:
        """Whether it is a few words, such as lean on what was said before them."""
        return self._finder.are_few(turn.plain)

    def leans(self, turn: Turn) -> bool:
        """Whether the words may lean on what was said before them."""
        return self._finder.leans(turn.plain)

    def near(self, turn: Turn) -> Found | None:
        """What someone who tells of trouble may speak of, where that isn't sure."""
        found = self.find_after(turn)
        topic = self._topic(found)
        return found if topic and topic.offered and topic.asked else None

    def something_else(self, turn: Turn, found: Found) -> bool:
        """Whether a topic is asked for, and not for more about a danger that was told of."""
        before = turn.conversation
        if not self.informs(found.topic):
            return False
        if before.guessed:
            return found.sure and (before.line == "crisis" or self.asks(turn))
        meant = found.beyond_doubt if self.is_about_them(turn) else found.plainly
        return meant and self.asks(turn)

    def informs(self, topic: str) -> bool:
        """Whether what the finder found is an answer, and not small talk."""
        return topic == HELPLINE or (topic != REPEAT and self._topics[topic].asked)

    def may_be_offered(self, topic: str) -> bool:
        """Whether what the finder found may be offered to someone who did not ask for it."""
        return topic == HELPLINE or self._topics[topic].offered

    def may_be_meant(self, turn: Turn, found: Found) -> bool:
        """Whether a topic is likely enough. What is never offered must be likely, or a question.

        Small talk must be plain, or likely in the middle of a talk, but for words to who grieves.
        """
        if not self.informs(found.topic):
            topic = self._topic(found)
            talks = bool(turn.conversation.topic) and not (topic and topic.comforts)
            return found.likely if talks else found.plainly
        return found.sure or self.may_be_offered(found.topic) or self.is_question(turn)

    def besides(self, turn: Turn) -> str:
        """The topic that someone who tells us of trouble asks for, or likely speaks of; else empty."""
        if main := self._topic_of(turn.intent):
            return self.named(turn) or main
        asks = self.is_question(turn)
        found = self.find_after(turn) if asks else self.find(turn)
        topic = self._topic(found)
        if found is None or topic is None or not found.sure:
            return ""
        before = turn.conversation
        if before.danger and turn.free and turn.risk.guessed and not self.something_else(turn, found):
            return ""
        if topic.comforts:
            return found.topic if found.plainly else ""
        if asks:
            return found.topic if topic.asked else ""
        if not turn.free or before.check:  # while a question of the self-check waits, words answer it
            return ""
        return found.topic if found.plainly and (topic.offered or topic.asked) else ""

    def named(self, turn: Turn) -> str:
        """The first topic that a slot names; else empty."""
        return next((item for item in turn.ids if item in self._topics), "")

    def _topic(self, found: Found | None) -> Topic | None:
        return self._topics.get(found.topic) if found else None

    def _holds(self, phrases: Patterns, turn: Turn) -> bool:
        return phrases.any_in(turn.plain)
