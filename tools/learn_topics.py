"""Learns models/topics.json (skill/models/vectors.py) from the ways of asking, tests/questions, and models/taught.

python tools/learn_topics.py            if it is made from other data than there is
python tools/learn_topics.py --check    only say whether it is made from the data as it is
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from learning import Manner, Pace, digest, run, shared, vector_model
from taught import taught

from skill.catalog.catalog_file import load
from skill.evaluate.asks import load_asks
from skill.evaluate.labelled import HINTS, question_rows, risk_utterances, rows
from skill.files import ASKS, CATALOG, SIGNS, TOPIC_MODEL
from skill.finding.finder import HELPLINE, NOT_MINE
from skill.risk.signs import load_signs
from skill.shape import DataError
from skill.words.features import question_features
from skill.words.plain import Plain

MANNER = Manner(
    width=40,
    pace=Pace(8, 256, (24, 48, 96, 160)),
    rate=5e-3,
    smooth=0.02,
    dropped_features=0.2,
    dropped_numbers=0.2,
    seen={"word": 6, "pair": 10, "piece": 40},
)
TIMES, MOST = 2, 9
TAUGHT = 0.5
"""How much what was taught counts, where labelled speech counts 1."""
_OFTEN = 30
"""From so many questions on a part of a topic can be told from it; else it is found by its phrases alone."""
_BY_ITSELF = 4
"""So many words are learnt without what they lean on, where that is not known to ask for a topic."""
_UNHEARD = 3.0
"""How much a way of asking counts for a topic that has no intent, which nothing else hears."""
_EVEN = 0.15
"""How far topics that are seldom asked for are made up for; 1 would let each count alike."""


@dataclass(frozen=True)
class Asked:
    """A question in plain words, the topic before it if it leans on one, and what share of it each topic has."""

    words: str
    after: str
    topics: dict[str, float]
    counts: float = 1.0
    """How much it counts."""

    @property
    def main(self) -> str:
        """The topic with the largest share."""
        return max(self.topics, key=lambda topic: self.topics[topic])


def asked() -> Iterator[Asked]:
    """The ways of asking, what hints at a topic, the development questions, and everyday talk that no topic answers.

    What leans on another question is learnt with the topic of that one, where its words are among the others.
    """
    catalog = load(CATALOG)
    plain = Plain(load_signs(SIGNS, catalog).heard_as)
    asks = load_asks(ASKS, catalog)
    questions = list(question_rows("development"))
    asked_of = Counter(question.topic for question in questions)

    def label(topic: str) -> str:
        return topic if asked_of[topic] >= _OFTEN else catalog.found_as(topic)

    ways = [(topic, plain(phrase)) for topic, phrases in asks.items() for phrase in phrases]
    topics = {plain(question.words): catalog.found_as(question.topic) for question in questions if not question.before}
    topics = {words: catalog.helpline.topic if topic == HELPLINE else topic for words, topic in topics.items()}
    topics |= {words: catalog.found_as(topic) for topic, words in ways}
    hints = [(label(hint["topic"]), plain(hint["phrase"])) for hint in rows(HINTS)]
    for topic, words in ways:
        known = catalog.topics.get(topic)
        yield Asked(words, "", {label(topic): 1.0}, 1.0 if known and known.intent else _UNHEARD)
    for topic, words in hints:
        yield Asked(words, "", {topic: 1.0})
    for question in questions:
        after = topics.get(plain(question.before), "")
        if question.before and after not in catalog.topics:
            if len(question.words.split()) < _BY_ITSELF:
                continue
            after = ""
        main = NOT_MINE if question.topic == "unknown" else label(question.topic)
        also = [label(topic) for topic in question.also if topic in catalog.topics]
        yield Asked(plain(question.words), after, shared(main, also))
    for spoken in risk_utterances("development"):
        words = plain(spoken.words)
        if spoken.level == "none" and spoken.kind in ("idiom", "fiction") and "kratom" not in words:
            yield Asked(words, "", {NOT_MINE: 1.0})


def learn(data: list[Asked]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """In: questions. Out: the head of the file, and the numbers of each label and feature."""
    asked_of = Counter(item.main for item in data)
    usual = median(asked_of.values())
    counts = [item.counts * (usual / asked_of[item.main]) ** _EVEN for item in data]
    wanted = [
        {topic: share * count for topic, share in item.topics.items()} for item, count in zip(data, counts, strict=True)
    ]
    labels, known = {topic for item in data for topic in item.topics}, {(item.words, item.after) for item in data}
    others = taught("topics", labels, TAUGHT, known)
    said = [(item.words, item.after) for item in data] + [other.said for other in others]
    shares = wanted + [other.shares for other in others]
    return vector_model(MANNER, TIMES, MOST, [question_features(*item) for item in said], shares)


def main(arguments: list[str]) -> int:
    """Learn, or check."""
    data = list(asked())
    return run(
        TOPIC_MODEL,
        arguments,
        digest(__file__, [(item.words, item.after, item.topics, item.counts) for item in data], "topics"),
        lambda: learn(data),
    )


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DataError as error:
        sys.exit(str(error))
