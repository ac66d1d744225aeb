"""Learns models/risk.json (skill/models/linear.py) from the project's own data.

    python tools/learn_risk.py            if it is made from other data than there is
    python tools/learn_risk.py --check    only say whether it is made from the data as it is

The weights are learnt as the product of a few numbers for each feature and for each level, with some of both left out
by chance: that hears more of what was never said before than weights that are learnt by themselves.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from learning import Manner, Pace, arrays_of, digest, known_features, learn_times, rounded, run, whole

from skill.catalog.catalog_file import load
from skill.evaluate.asks import load_asks
from skill.evaluate.labelled import TROUBLED, after_rows, calm_questions, risk_utterances, unclear_statements
from skill.files import ASKS, CATALOG, MODELS, RISK_MODEL, SIGNS
from skill.levels import LEVELS
from skill.risk.detector import Detector
from skill.risk.signs import load_signs
from skill.shape import DataError
from skill.speaker.model import load_model

MANNER = Manner(
    width=48,
    pace=Pace(6, 128, (24, 48, 96, 160, 260)),
    rate=4e-3,
    smooth=0.03,
    dropped_features=0.3,
    dropped_numbers=0.3,
)

TIMES = 8
"""So many models are learnt, each from another random start; their mean is the model, and no start is a lucky one."""
MOST = 40
"""The largest weight: with fewer different ones the artifact is smaller, and no less is heard."""

CALM = frozenset(
    "MoreIntent TopicsIntent WhyIntent WhoIntent HowIntent HowLongIntent HowMuchIntent WhichIntent HelpsIntent "
    "WhereIntent ExampleIntent DoesItWorkIntent DangerousIntent DownsideIntent CompareWithIntent ItemIntent "
    "SourcesIntent ForOtherIntent ForMeIntent CallForMeIntent SometimesIntent UnsureIntent ReactionIntent "
    "TakesItIntent AMAZON.YesIntent AMAZON.NoIntent AMAZON.NextIntent AMAZON.PreviousIntent AMAZON.RepeatIntent "
    "AMAZON.StopIntent".split()
)
"""Intents that only keep a talk going: what they are asked with is no danger, in other words either."""

Example = tuple[list[str], dict[str, float]]
"""The features of what was said, and what share of it each level has."""


def examples() -> list[Example]:
    """Every labelled utterance of the development part, and the ways of asking, which are no danger."""
    catalog = load(CATALOG)
    detector = Detector(load_signs(SIGNS, catalog), catalog, None)
    labelled = [(item.level, item.words) for item in risk_utterances("development")]
    for sign in detector.signs.signs.values():
        level = catalog.risk[sign.reply].level
        labelled += [(level, words) for words in sign.hears] + [("none", words) for words in sign.ignores]
    asks = load_asks(ASKS, catalog)
    labelled += [("none", phrase) for topic, phrases in asks.items() if topic not in TROUBLED for phrase in phrases]
    labelled += [("none", words) for words in calm_questions()]
    denials = {name for name, item in catalog.after_danger.items() if item.denies}
    labelled += [("none", row.words) for row in after_rows("development") if row.item in denials]
    labelled += [("none", words) for words, intent, _ in load_model(MODELS / "en-US.json").spoken() if intent in CALM]
    shares = [(words, {level: 1.0}) for level, words in labelled]
    shares += [(words, {"support": 0.5, "none": 0.5}) for words in unclear_statements()]
    return [(detector.training_features(words), levels) for words, levels in shares]


def learn(examples: list[Example]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """In: labelled features. Out: the head of the file, and for each feature a weight for each level."""
    spoken = [features for features, _ in examples]
    shares = arrays_of([levels for _, levels in examples], LEVELS)
    known = known_features(spoken, MANNER.seen)
    learnt = learn_times(TIMES, MANNER, known, spoken, shares)
    weights = sum(vectors @ out for vectors, out, _ in learnt) / TIMES
    scale, table = whole(weights - weights.mean(axis=1, keepdims=True), MOST)
    head = {"labels": list(LEVELS), "bias": rounded(sum(bias for *_, bias in learnt) / TIMES), "scale": scale}
    return head, {feature: row.tobytes() for feature, row in zip(known, table, strict=True)}


def main(arguments: list[str]) -> int:
    """Learn, or check."""
    data = examples()
    return run(RISK_MODEL, arguments, digest(__file__, data), lambda: learn(data))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DataError as error:
        sys.exit(str(error))
