"""The catalog: everything the skill can say, typed and frozen. catalog_file.py reads it from responses.yaml."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from skill.reply import Level
from skill.text import Line, Place, Text

LineName = Literal[
    "emergency", "crisis", "poison", "helpline", "public", "violence", "assault", "eldercare", "trafficking"
]
LINES: frozenset[str] = frozenset(get_args(LineName))
BESIDES = frozenset({"poison", "violence", "assault", "eldercare", "trafficking"})
"""Lines for one kind of danger, which its reply names beside the emergency number."""
BLANKS = frozenset({"name", "question", "line", "section", "source"})
Variants = tuple[Text, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Source:
    """Where the answers come from."""

    name: Text
    card: Text
    card_other: Text


@dataclass(frozen=True, eq=False, repr=False)
class Disclaimer:
    """What these answers are not."""

    spoken: Text
    card: Text


@dataclass(frozen=True, eq=False, repr=False)
class Prompts:
    """What is said around the answers. A name ending in _ask is a question."""

    welcome: Variants
    welcome_ask: Text
    welcome_reprompt: Text
    help: Text
    help_ask: Text
    help_again: Text
    help_in_danger: Text
    fallback: Text
    fallback_ask: Text
    fallback_again: Text
    fallback_again_ask: Text
    error: Text
    error_ask: Text
    unknown: Text
    unknown_near: Text
    """The same, where what is offered then may be it."""
    unknown_remark: Text
    unknown_remark_again: Text
    unknown_statement: Text
    unknown_statement_again: Text
    """The same, where that was the last thing said."""
    unknown_ask: Text
    goodbye: Variants
    more_ask: Variants
    offer_ask: Text
    anything_ask: Variants
    short_ask: Text
    """The same, where much was said before it."""
    reprompt: Text
    no_more: Text
    declined: Text
    declined_ask: Text
    topics: Text
    topics_more: Text
    topics_ask: Text
    for_me: Text
    sources: Text
    remember: Text
    perhaps: Text
    """Said before an answer that is perhaps not what was meant."""
    same: Text
    """Said before an answer that was just heard, where it has no other words."""
    which_one: Text


@dataclass(frozen=True, eq=False, repr=False)
class Helpline:
    """The helpline, when someone asks for it."""

    topic: str
    """The topic that is talked about once its number was heard: "is it free", "do they judge"."""
    answer: Text
    ask: Text
    title: Text
    card: Text
    line_card: Text


@dataclass(frozen=True, eq=False, repr=False)
class RiskReply:
    """What to say when someone is, or may be, in danger."""

    level: Level
    line: LineName
    """The line that "repeat the number" gives afterwards."""
    title: Text
    say: Text
    other: Text | None = None
    """Said instead when they speak of someone else."""
    perhaps: Text | None = None
    """Said instead where no sign tells of that danger, and the model is not sure of it."""
    brief: Text | None = None
    """Said instead when the answer to their question follows."""
    warm: Text | None = None
    """Said instead of `brief` when that answer names the line itself, so that no number is heard twice."""
    still: Text | None = None
    """Said to whatever they say next about themselves, in place of risk_still."""
    still_other: Text | None = None
    """The same, where someone else is in danger and they hear `other`."""
    own_wish: bool = False
    """Whether it is a wish to die, where it is about the speaker: "fine" ends no such danger."""
    intent: str | None = None
    """The intent that means this danger without further words."""
    other_intent: str | None = None
    """The same, to someone else."""
    answer: str | None = None
    """The topic that follows when they asked nothing more exact."""


@dataclass(frozen=True, eq=False, repr=False)
class AfterDanger:
    """What is said to something that people tell after a danger, such as that help is on its way."""

    hears: tuple[str, ...]
    """Phrases that tell it, as in signs.yaml."""
    say: Text
    unless: tuple[str, ...] = ()
    """Phrases that take it back, such as "but he isn't"."""
    stays: bool = False
    """Whether it is also said to what comes next, in place of asking once more to call."""
    after: tuple[str, ...] = ()
    """The risk replies after which alone it is said, as "crisis", or "crisis:self" or "crisis:other"; none for any."""
    instead_of: tuple[str, ...] = ()
    """The topics in whose place it is said for as long as the danger stands, such as the law."""
    over: bool = False
    """Whether others have taken over or cleared it, so that what is asked next is no longer about the danger."""
    denies: bool = False
    """Whether they say that it never was a danger. That may end one's own wish to die, too."""
    surely: tuple[str, ...] = ()
    """The phrases that alone are plain enough to end one's own wish to die."""
    later: bool = False
    """Whether it fits once help has taken over, too, such as whether they did it right."""
    taken_over: bool = False
    """Whether help is there, by a plain phrase: then it is over even where a sign hears what it is needed for."""
    quiet: bool = False
    """Whether they can't be heard: the session ends at once, and no number is read out."""

    @property
    def ends(self) -> bool:
        """Whether the danger no longer stands."""
        return self.over or self.denies or self.taken_over


@dataclass(frozen=True, eq=False, repr=False)
class YesNo:
    """Yes and no in one's own words, as phrases for the whole of what was said."""

    begins_yes: tuple[str, ...]
    """A yes that wants what was offered in words of its own, where nothing else answers them."""
    says_yes: tuple[str, ...]
    says_no: tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Listening:
    """Phrases that tell what kind of thing was said; see patterns.py."""

    question: tuple[str, ...]
    order: tuple[str, ...]
    """Words of an order or a question: less than that, such as "just a few", goes on about a danger."""
    begins_order: tuple[str, ...]
    """What an order begins with; nobody who says that is thanked for telling us."""
    repeat: tuple[str, ...]
    """An order to say the last thing again, whatever stands around it."""
    perhaps_repeat: tuple[str, ...]
    """The same, in so few words that they likely mean it."""
    about_them: tuple[str, ...]
    """Words that are still about someone in danger, such as "is she going to be okay"."""
    goodbye: tuple[str, ...]
    """Words that take leave, as a whole, such as "cheers bye"."""
    leads: tuple[str, ...]
    """Words that may stand before what is asked and say nothing of it, such as "thanks"."""
    comes_to: tuple[str, ...]
    """Words after which comes what is asked, whatever stands before them, such as "i just want to know"."""
    leans: tuple[str, ...]
    """Words that lean on what was said before, such as "what about that"."""


@dataclass(frozen=True, eq=False, repr=False)
class SelfCheckTexts:
    """A look at one's own use, for who wants it."""

    mode: Literal["questions", "reflection"]
    """Questions wait for a yes or a no; a reflection only names what to ask oneself, and hears no answer."""
    topic: str
    """The topic that leads into it."""
    for_other: str
    """The topic that is told instead to someone who asks on another's behalf."""
    begin_ask: Text
    questions: Variants
    reprompt: Text
    unclear: Text
    why: Text
    """Said to who asks what the questions are for."""
    go_on_ask: Text
    """Asked after whatever came between two questions, such as a line to call, or an answer to a question of theirs."""
    asks_why: tuple[str, ...]
    """Phrases that ask what the questions are for, as in signs.yaml. What is asked stands before what is answered."""
    says_stop: tuple[str, ...]
    """The same for no more questions."""
    says_surely: tuple[str, ...]
    """The same for a yes that begins like a no."""
    says_no: tuple[str, ...]
    """The same for no."""
    says_yes: tuple[str, ...]
    """The same for yes."""
    title: Text
    some: Text
    """Said when a sign was noticed."""
    none: Text
    next: str
    """The topic offered afterwards."""
    reflection: Text

    @property
    def asks(self) -> bool:
        """Whether it asks questions."""
        return self.mode == "questions"


@dataclass(frozen=True, eq=False, repr=False)
class Topic:
    """One answer, and where the talk can go from there."""

    name: Text
    answer: Text
    card: Text
    next: tuple[str, ...] = ()
    """The topics of which the first not yet heard is offered after it; without any, it is asked what else they want."""
    section: str | None = None
    source: str | None = None
    more: Variants = ()
    other: Text | None = None
    """The answer in words for someone who asks on another person's behalf."""
    again: Text | None = None
    """The answer in other words, for someone who just heard it and asks a follow-up."""
    then: Mapping[str, str] = field(default_factory=dict)
    """Where a short question that leans on this answer leads: the intent of the question -> topic."""
    parts: tuple[str, ...] = ()
    """The topics that this answer lists, in its order, for "next" and "the second one"."""
    intent: str | None = None
    which: Text | None = None
    compares: tuple[str, ...] = ()
    """The topic whose pros and cons it weighs, or the two that it compares."""
    offered: bool = True
    """Whether it may be offered to someone who did not ask for it."""
    asked: bool = True
    """Whether it answers a request; false for small talk, such as an answer to thanks."""
    remark: Literal["", "ends", "goes_on"] = ""
    """Whether it answers what is only remarked on an answer, once that is likelier than not.

    "Fair enough" ends the matter; after "wow" what was offered is offered again.
    """
    told: bool = False
    """Whether it answers what someone tells rather than asks, so that it needs no word that it may not be meant."""
    in_danger: bool = True
    """Whether someone in danger is told it; where not, the line is named again."""
    comforts: LineName | None = None
    """The line it names, where it is said in place of a general warm word to someone who grieves or is low."""
    for_other: bool = False
    """Whether whoever asks for it asks on someone else's behalf."""
    weighs: bool = False
    """Whether its intent asks to weigh or compare what its slots name."""
    within: tuple[str, ...] = ()
    """The topics of which it is a part of its own, such as one symptom: told in their place where it is asked for."""
    hears: tuple[str, ...] = ()
    """The phrases by which it is asked for then, or, for small talk, that call for it as a whole; see patterns.py."""
    instead_of: tuple[str, ...] = ()
    """The topics in whose place it is told while it is what the talk is about, such as a dog; see subject.py."""
    context: str = ""
    """Plain words that go before what is said while it stays in mind: bleeding is graver after "i am pregnant"."""
    no_person: bool = False
    """Whether it is about no person, so that right after it "he's wobbly" is no danger to one, such as after a dog."""
    rather: Mapping[str, str] = field(default_factory=dict)
    """What few words that seem to ask for another topic rather ask for, just after this one: topic -> topic."""
    role: bool = False
    """Whether it tells who is speaking, such as a parent: its `rather` holds until another such topic is told."""


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
    """The same in few words, where the last thing said was no more than that."""
    risk_unheard: Text
    """Said to what nothing answers, once a danger was told of and no longer holds on to what is asked."""
    after_danger: Mapping[str, AfterDanger]
    """Said in place of risk_still; the first that hears its phrases does."""
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
