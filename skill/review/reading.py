"""Reading: words -> the school grade at which they can be followed."""

from __future__ import annotations

import re

HARD = 8
"""What is above this grade is marked on the page."""
_NAMES = re.compile(
    r"National Addiction Helpline|SAMHSA National Helpline|Mitragyna speciosa|Kratom Guide|Narcotics Anonymous"
)


def grade(words: str) -> float:
    """The school grade of a text by Flesch and Kincaid (1975); numbers and names of helplines count for nothing."""
    words = re.sub(r"[\d-]+\d", "", _NAMES.sub("", words))
    sentences = [part for part in re.split(r"[.?!;:]+(?:\s|$)", words) if re.search(r"[a-z]", part, re.IGNORECASE)]
    spoken = re.findall(r"[a-z']+", words.lower())
    if not sentences:
        return 0.0
    syllables = sum(map(beats, spoken))
    return 0.39 * len(spoken) / len(sentences) + 11.8 * syllables / len(spoken) - 15.59


def beats(word: str) -> int:
    """About how many syllables a word has."""
    word = re.sub(r"(?:[^laeiouy]es|[^td]ed|[^l]e)$", lambda match: match.group(0)[0], word.replace("'", ""))
    return max(1, len(re.findall(r"[aeiouy]+", word)))
