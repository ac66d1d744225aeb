"""Paraphrase: the sample utterance that a line is closest to, as a statistical model would feel it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

COMMON = frozenset(
    "a an the of to in on at for with and or but so is are was be am do does did it its it's this that i you me "
    "my your we they can could will would should if have has had there what what's how why when where who which "
    "about please tell give me some any just really".split()
)
"""Words that say little of what is meant."""

_MORE = 2
"""So many words more than a sample of a built-in intent a line may have: "i don't think i can do it" is not "i don't
think so"."""

_PERSONS = frozenset("i me my we our he him his she her they them their".split())
"""Whom a line is about and the sample of a built-in intent is not, makes it none: "for my back" is not "back"."""

_DENIES = re.compile(r"n't\b|\b(?:no|not|never|nothing|none|nobody|nope|nah|cannot)\b")
"""What one of two lines has and the other not makes them no paraphrases: "i want to hear that", "i don't want to hear
that". It stands in words as they are said; patterns.py reads plain ones."""


class Paraphrases:
    """Compares a line with all samples by the pieces of words they share, rare pieces counting more.

    A line with a word that no sample of the intent has ever used is not taken for a paraphrase: "i'll kill this game"
    is not "i'll kill him".
    """

    def __init__(self, samples: Mapping[str, str]) -> None:
        """In: sample -> intent."""
        # Imported here, when the first line is not an exact sample: it takes most of a second.
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._samples: list[str] = list(samples)
        self._intents = [samples[sample] for sample in self._samples]
        self._words: dict[str, set[str]] = defaultdict(set)
        for sample, intent in samples.items():
            self._words[intent].update(map(root, sample.split()))
        self._vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
        self._matrix = self._vectorizer.fit_transform(self._samples)

    def closest(self, line: str, likeness: float) -> str | None:
        """The closest sample with at least this likeness (1 is the same), or None."""
        scores = (self._matrix @ self._vectorizer.transform([line]).T).toarray().ravel()
        words = line.split()
        telling = [root(word) for word in words if word not in COMMON]
        for index in map(int, scores.argsort()[::-1][:5]):
            if scores[index] < likeness:
                return None
            sample, intent = self._samples[index], self._intents[index]
            said = sample.split()
            if intent.startswith("AMAZON.") and (
                len(words) > len(said) + _MORE or not _PERSONS.intersection(words).issubset(said)
            ):
                continue
            if bool(_DENIES.search(line)) != bool(_DENIES.search(sample)):
                continue
            if self._words[intent].issuperset(telling):
                return sample
        return None


def root(word: str) -> str:
    """What is alike in forms of one word, such as "withdrawal" and "withdrawing"."""
    return word[:5]
