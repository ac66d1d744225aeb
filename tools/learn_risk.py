"""Learns models/risk.json (skill/linear.py) from the project's own data.

    python tools/learn_risk.py            if it is made from other data than there is
    python tools/learn_risk.py --check    only say whether it is made from the data as it is

Logistic regression (scikit-learn, lbfgs, no random part): the same data gives the same model. Weights are rounded to
whole 16ths, and features of no weight are left out.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from learning import ROOT, run

from skill.asks import load_asks
from skill.catalog_file import load
from skill.evaluate.labelled import (
    QUESTIONS,
    RISK,
    TROUBLED,
    calm_questions,
    risk_utterances,
    unclear_statements,
)
from skill.files import ASKS, CATALOG, RISK_MODEL, SIGNS
from skill.linear import MOST, SCALE
from skill.risk import Detector
from skill.risk_model import LEVELS
from skill.shape import DataError
from skill.signs import load_signs
from skill.table import checksum

STRENGTH, ITERATIONS = 20, 400
"""How freely to fit (scikit-learn's C), and how long at most."""
AT_LEAST = 4
"""How often a feature must occur to count."""
SMALLEST = 0.3
"""A feature is kept whose weight for some label is as large as this."""

Example = tuple[str, dict[str, float], float]
"""A level, the features of what was said, and how much it counts."""


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
    found = [(level, detector.learn(words), 1.0) for level, words in labelled]
    for words in unclear_statements():
        features = detector.learn(words)
        found += [("support", features, 0.5), ("none", features, 0.5)]
    return found


def learn(examples: list[Example]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """In: labelled features. Out: the head of the file, and for each feature a weight for each level."""
    import numpy
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    seen = Counter(feature for _, features, _ in examples for feature in features)
    known = {checksum(feature): feature for feature, count in sorted(seen.items()) if count >= AT_LEAST}
    places = {feature: place for place, feature in enumerate(known.values())}  # those that a table can tell apart
    data, columns, starts = [], [], [0]
    for _, features, _ in examples:
        for feature, amount in sorted(features.items()):
            if feature in places:
                columns.append(places[feature])
                data.append(amount)
        starts.append(len(columns))
    matrix = csr_matrix((data, columns, starts), shape=(len(examples), len(places)))
    order = {level: index for index, level in enumerate(LEVELS)}
    regression = LogisticRegression(C=STRENGTH, max_iter=ITERATIONS)
    fitted = regression.fit(matrix, [order[level] for level, *_ in examples], [counts for *_, counts in examples])
    kept = [(feature, fitted.coef_[:, place]) for feature, place in places.items()]
    rows = {
        feature: numpy.clip(numpy.round(weights * SCALE), -MOST, MOST).astype(numpy.int8).tobytes()
        for feature, weights in kept
        if numpy.abs(weights).max() >= SMALLEST
    }
    return {"labels": list(LEVELS), "bias": [round(float(bias) * SCALE) for bias in fitted.intercept_]}, rows


def made_from() -> str:
    """A digest of what the model is made from: files, and what is learnt of the catalog."""
    digest = hashlib.sha256()
    for path in _made_of():
        digest.update(path.read_bytes())
    levels = {name: reply.level for name, reply in load(CATALOG).risk.items()}
    digest.update(json.dumps([LEVELS, levels]).encode())
    return digest.hexdigest()


def _made_of() -> list[Path]:
    modules = ("words", "linear", "features", "table", "evaluate/labelled", "kinds", "patterns", "risk")
    return [
        Path(__file__),
        *(ROOT / "skill" / f"{name}.py" for name in modules),
        *(ASKS, SIGNS),
        *sorted((RISK / "development").glob("*.tsv")),
        *sorted((QUESTIONS / "development").glob("*.tsv")),
    ]


if __name__ == "__main__":
    try:
        sys.exit(run(RISK_MODEL, sys.argv[1:], made_from(), lambda: learn(examples())))
    except DataError as error:
        sys.exit(str(error))
