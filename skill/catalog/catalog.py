"""The catalog: everything the skill can say, typed and frozen. catalog_file.py reads it from responses.yaml."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from skill.catalog.phrases import Listening, YesNo
from skill.catalog.prompts import Disclaimer, Helpline, Prompts, Source
from skill.catalog.risk_reply import AfterDanger, RiskReply
from skill.catalog.self_check_texts import SelfCheckTexts
from skill.catalog.text import Line, Place, Text
from skill.catalog.topic import Topic


@dataclass(frozen=True, eq=False, repr=False)
class Mood:
    """Topics that are spoken of in one mood: it is heard where one of them is meant, whichever it may be."""

    topics: tuple[str, ...]
    unless: tuple[str, ...] = ()
    """Phrases in which it is not heard; see patterns.py."""
    offers: tuple[str, ...] = ()
    """What is offered then, the first that was not heard yet; without any, what comes next in the talk."""
    offers_other: tuple[str, ...] = ()
    """The same, where the talk is about someone else."""

    def offers_for(self, *, other: bool) -> tuple[str, ...]:
        """What is offered, by whether the talk is about someone else."""
        return self.offers_other if other else self.offers


@dataclass(frozen=True, eq=False, repr=False)
class Moods:
    """What is hard for someone, and what is good."""

    hard: Mood
    good: Mood

    @cached_property
    def by_name(self) -> Mapping[str, Mood]:
        """Both, by the end of the name of the prompt that answers them."""
        return {"hard": self.hard, "good": self.good}


@dataclass(frozen=True, eq=False, repr=False)
class Catalog:
    """Everything the skill can say."""

    source: Source
    disclaimer: Disclaimer
    lines: Mapping[str, Mapping[str, Line]]
    places: Mapping[str, str]
    prompts: Prompts
    helpline: Helpline
    risk: Mapping[str, RiskReply]
    risk_ask: Text
    risk_reprompt: Text
    risk_still: Text
    risk_still_again: Text
    """The same in few words, right after it, or, to a danger without `still`, after what was told since."""
    risk_still_asked: Text
    """The same to a question that nothing answers."""
    risk_on_line: Text
    """Said in place of all three once help is on the phone or on its way."""
    risk_unheard: Text
    """Said to what nothing answers, once a danger was told of and no longer holds on to what is asked."""
    after_danger: Mapping[str, AfterDanger]
    """Said in place of risk_still to what is told or asked then, by its phrases or the model; see told_after.py."""
    risk_declined_ask: Text
    risk_call: Text
    risk_number: Text
    self_check: SelfCheckTexts
    yes_no: YesNo
    listening: Listening
    help_other: str
    """The topic for someone who asks on another person's behalf."""
    own_use: str
    """The topic that stands for who is speaking, once they told of their own use."""
    moods: Moods
    choices: tuple[str, ...]
    """The topics that the prompts name for a choice, in their order, for "the second one"."""
    then: Mapping[str, str]
    """Where a short question leads when the topic talked about does not say."""
    topics: Mapping[str, Topic]

    def place(self, locale: str) -> Place:
        """The lines for a locale; for one that is not listed, those without numbers."""
        return Place(self.lines[self.places.get(locale, "elsewhere")])

    def topic_of(self, intent: str) -> str | None:
        """The topic that an intent asks for."""
        return self._by_intent.get(intent)

    @cached_property
    def _by_intent(self) -> Mapping[str, str]:
        return {topic.intent: name for name, topic in self.topics.items() if topic.intent}

    def risk_of(self, intent: str) -> str | None:
        """The risk reply that an intent calls for."""
        return self._by_risk_intent.get(intent)

    def is_own_wish(self, told: str) -> bool:
        """Whether the speaker wants to die. In: a risk reply and whom it is about, as in Conversation.told."""
        name, _, whom = told.partition(":")
        return name in self.risk and self.risk[name].own_wish and whom == "self"

    @cached_property
    def _by_risk_intent(self) -> Mapping[str, str]:
        named = ((name, intent) for name, reply in self.risk.items() for intent in (reply.intent, reply.other_intent))
        return {intent: name for name, intent in named if intent}

    @cached_property
    def intents(self) -> frozenset[str]:
        """The intents that ask for a topic or mean a danger."""
        return frozenset((*self._by_intent, *self._by_risk_intent))

    def comparison(self, topics: Collection[str]) -> str | None:
        """The topic that weighs one other, or compares two."""
        return next((name for name, topic in self.topics.items() if set(topic.compares) == set(topics) != set()), None)

    def found_as(self, name: str) -> str:
        """The topic that phrases find first: of a part the first that it is within; of all else, itself."""
        topic = self.topics.get(name)
        return topic.within[0] if topic and topic.within else name
