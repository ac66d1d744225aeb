"""Finder: words -> topic, so that a free question finds its answer.

Words, pairs of words and pieces of words have vectors (vectors.py), which tools/learn_topics.py learns from the ways of
asking in interaction_model/*.asks.yaml and from tests/questions. A sentence takes a fraction of a millisecond.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from skill.catalog.catalog import Catalog
from skill.models.vectors import Vectors
from skill.words.features import question_features
from skill.words.patterns import Patterns

NOT_MINE = "-"
"""The label of talk that no topic answers."""
HELPLINE = "helpline"
"""The label of asking for the helpline, which is no topic."""
REPEAT = "repeat"
"""The label of asking to hear the last thing again, which is none either."""
EVERYDAY = 0.9
"""From here on talk is surely none of ours: the weather, a timer."""
BEYOND_DOUBT = 0.9
"""From here on a topic is meant even where the words could be about a danger, or lean on what was said before."""
PLAIN = 0.6
"""From here on a topic is plainly meant."""
PLAIN_LEANING = 0.7
"""The same for words that may lean on what was said before, where no topic was: of such that were not learnt from, 62
in 100 are right from 0.6 to 0.7, and 83 from there to 0.8."""
PLAIN_AFTER = 0.9
"""The same after an answer: 75 in 100 are right from 0.8 to 0.9, and 89 from there on."""
LIKELY = 0.5
"""From here on it is likelier than all others together."""
SURE = 0.3
"""From here on it is likelier meant than not."""
TOLD = 0.2
"""From here on it is answered, with a word that it may not be what was meant."""
TOLD_AFTER = 0.35
"""The same for a question after an answer: below, what seems to be meant is mostly not."""
TOLD_TO_REMARK = 0.4
"""The same for what only tells something then: in talks that were not learnt from, of 106 guesses from 0.4 to 0.5
61 were right, and of 104 below 48."""
NEAR = 0.15
"""From here on it is offered."""
_CLOSE = 3.0
"""How much likelier a topic is to be meant when a question leans on one that leads to it."""
_ALONE = 0.5
"""How much the words by themselves count then, beside the words read after that topic."""
_SHORT = 7
"""A question of so few words may lean on what was said before it."""


@dataclass(frozen=True, eq=False, repr=False)
class Found:
    """A topic, and how likely it is the one that was meant."""

    topic: str
    likelihood: float

    @property
    def sure(self) -> bool:
        """Whether it is likelier meant than not."""
        return self.likelihood >= SURE

    @property
    def likely(self) -> bool:
        """Whether it is likelier than all others together, which is enough for small talk."""
        return self.likelihood >= LIKELY

    @property
    def beyond_doubt(self) -> bool:
        """Whether it can be answered to words that could be about a danger, too."""
        return self.likelihood >= BEYOND_DOUBT

    @property
    def plainly(self) -> bool:
        """Whether it can be answered without a word that it may not be meant."""
        return self.likelihood >= PLAIN

    def plainly_leaning(self, *, after: bool) -> bool:
        """The same for words that may lean on what was said before. In: whether that was an answer."""
        return self.likelihood >= (PLAIN_AFTER if after else PLAIN_LEANING)

    def worth_telling(self, *, after: bool, asks: bool) -> bool:
        """Whether it is told, if need be with a word that it may not be meant.

        In: whether it follows an answer, and whether something is asked.
        """
        return self.likelihood >= (TOLD if not after else TOLD_AFTER if asks else TOLD_TO_REMARK)


class Finder:
    """Finds the topic that a question asks for."""

    def __init__(self, model: Vectors, plain: Callable[[str], str], catalog: Catalog) -> None:
        """In: the trained model, what makes plain words, and the catalog, which knows what leads to what."""
        self._model = model
        self._plain = plain
        self._catalog = catalog
        self._whole = {label: catalog.found_as(label) for label in model.labels}
        self.topics = [label for label, whole in self._whole.items() if label == whole != NOT_MINE]
        self._parts = {topic: [label for label, of in self._whole.items() if of == topic] for topic in self.topics}
        self._answers = [name for name in self.topics if _may_answer(catalog, name)]
        within: dict[str, dict[str, str]] = {}
        for name, topic in catalog.topics.items():
            for whole in topic.within:
                within.setdefault(whole, {}).update(dict.fromkeys(topic.hears, name))
        self._leans = Patterns.of(catalog.listening.leans)
        self._within = {whole: Patterns(phrases, {}) for whole, phrases in within.items()}

    def find(self, words: str, after: str = "", *, asks: bool = False, without: Collection[str] = ()) -> Found | None:
        """The best topic, or None when none is in sight.

        In: what was said, the topic talked about before, whether it is a question, which no mere remark answers, and
        topics that are surely not meant.
        """
        plain = self._plain(words)
        topics = self._answers if asks else self.topics
        if without:
            topics = [topic for topic in topics if topic not in without]
        apart = self._model.likelihoods(question_features(plain))
        likely = self._together(apart)
        best = max(topics, key=lambda topic: likely[topic])
        alone, before = likely, ""
        if after in self._catalog.topics and likely[best] < BEYOND_DOUBT and self.leans(plain):
            before = self._catalog.found_as(after)
            apart = self._leaning(plain, before, apart)
            likely = self._together(apart)
            best = max(topics, key=lambda topic: likely[topic])
        if likely[NOT_MINE] > 0.5 or likely[best] < NEAR:
            return None
        part = self._narrowed(best, plain, without)
        # The words that were said name it, too; but any word is among those of a mere remark.
        agreed = part != best and likely[best] >= SURE and _may_answer(self._catalog, part)
        if part == best:
            part = max((label for label in self._parts[best] if label not in without), key=lambda label: apart[label])
        if part == best == before and alone[best] < SURE:
            part = after  # nothing names the whole: they go on about the part they heard
        return Found(part, max(likely[best], PLAIN) if agreed else likely[best])

    def mood(self, plain: str) -> str:
        """The mood of plain words: that of the topics that are likelier together than all others; else empty."""
        likely = self._model.likelihoods(question_features(plain))
        moods = self._catalog.moods.by_name
        together = {name: sum(likely.get(topic, 0.0) for topic in mood.topics) for name, mood in moods.items()}
        return next((name for name, likelihood in together.items() if likelihood >= LIKELY), "")

    def everyday(self, plain: str) -> bool:
        """Whether plain words are surely none of ours."""
        return self._model.likelihoods(question_features(plain))[NOT_MINE] >= EVERYDAY

    def leans(self, plain: str) -> bool:
        """Whether plain words may lean on what was said before them."""
        return self.are_few(plain) or self._leans.any_in(plain)

    def are_few(self, plain: str) -> bool:
        """Whether plain words are so few that they may lean on what was said before them, whatever they are."""
        return len(plain.split()) <= _SHORT

    def _together(self, apart: dict[str, float]) -> dict[str, float]:
        """How likely each topic is together with those that are a part of it, of which the likeliest is told then."""
        likely = dict.fromkeys(self._whole.values(), 0.0)
        for label, likelihood in apart.items():
            likely[self._whole[label]] += likelihood
        return likely

    def _narrowed(self, topic: str, plain: str, without: Collection[str]) -> str:
        """The part of a topic that plain words ask for, but for some, or the topic."""
        if topic not in self._within:
            return topic
        parts = (name for name, _ in self._within[topic].find(plain, denied=True) if name not in without)
        return next(parts, topic)

    def _leaning(self, plain: str, after: str, alone: dict[str, float]) -> dict[str, float]:
        """The likelihoods of a question that may lean on the topic before: read after it, and near it."""
        topic = self._catalog.topics[after]
        near = {*topic.next, *topic.parts, *topic.then.values()} - {after}
        following = self._model.likelihoods(question_features(plain, after))
        likely = {
            label: (_ALONE * alone[label] + following[label]) * (_CLOSE if label in near else 1)
            for label in self._model.labels
        }
        whole = sum(likely.values())
        return {label: amount / whole for label, amount in likely.items()}


def _may_answer(catalog: Catalog, name: str) -> bool:
    """Whether a label answers a question, and not only ends the matter, as "all right" does."""
    topic = catalog.topics.get(name)
    return topic is None or topic.asked or topic.remark != "ends"
