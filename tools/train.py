"""Trains the two small models of models/ from the project's own data.

    python tools/train.py            what is made from other data than there is
    python tools/train.py risk       models/risk.json from tests/risk/development and the signs
    python tools/train.py topics     models/topics.json from the ways of asking, and tests/questions/development
    python tools/train.py --check    only say whether both are made from the data as it is

Logistic regression (scikit-learn, lbfgs, no random part): the same data gives the same model. Weights are rounded to
whole 16ths and the smallest are left out.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from skill.asks import load_asks  # noqa: E402
from skill.catalog_file import load  # noqa: E402
from skill.evaluate.labelled import (  # noqa: E402
    QUESTIONS,
    RISK,
    TROUBLED,
    calm_questions,
    question_rows,
    rows,
    unclear_statements,
)
from skill.features import question_features  # noqa: E402
from skill.files import ASKS, CATALOG, RISK_MODEL, SIGNS, TOPIC_MODEL  # noqa: E402
from skill.finder import NOT_MINE  # noqa: E402
from skill.linear import MOST, SCALE  # noqa: E402
from skill.risk import Detector  # noqa: E402
from skill.risk_model import LEVELS  # noqa: E402
from skill.shape import DataError  # noqa: E402
from skill.signs import load_signs  # noqa: E402
from skill.table import checksum  # noqa: E402

RISK_DATA = RISK / "development"
QUESTION_DATA = QUESTIONS / "development"


def _tables(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.glob("*.tsv"))]


_LABELLED = [ASKS, *_tables(QUESTION_DATA, RISK_DATA)]
_MODULES = [ROOT / "skill" / f"{name}.py" for name in ("words", "linear", "features", "table", "evaluate/labelled")]
_DETECTOR = [ROOT / "skill" / f"{name}.py" for name in ("kinds", "patterns", "risk")]
FILES = {
    RISK_MODEL: [Path(__file__), *_LABELLED, *_MODULES, SIGNS, *_DETECTOR],
    TOPIC_MODEL: [Path(__file__), *_MODULES],
}
"""The files that a model is made from, whole."""

Example = tuple[str, dict[str, float], float]
"""A label, the features of what was said, and how much it counts."""
_ALSO = 0.3
"""How much the other topics that would answer a question just as well count, together."""


def risk_examples() -> list[Example]:
    """Every labelled utterance of the development part, and the ways of asking, which are no danger."""
    catalog = load(CATALOG)
    detector = Detector(load_signs(SIGNS, catalog), catalog, None)
    labelled = [(row["level"], row["utterance"]) for path in sorted(RISK_DATA.glob("*.tsv")) for row in rows(path)]
    for sign in detector.signs.signs.values():
        level = catalog.risk[sign.reply].level
        labelled += [(level, words) for words in sign.hears] + [("none", words) for words in sign.ignores]
    asks = load_asks(ASKS, catalog)
    labelled += [("none", phrase) for topic, phrases in asks.items() if topic not in TROUBLED for phrase in phrases]
    labelled += [("none", words) for words in calm_questions()]
    examples = [(level, detector.learn(words), 1.0) for level, words in labelled]
    for words in unclear_statements():
        features = detector.learn(words)
        examples += [("support", features, 0.5), ("none", features, 0.5)]
    return examples


Asked = tuple[str, str, str, float]
"""A topic, plain words, the topic before them if they lean on one, and how much it counts."""


def topic_examples() -> list[Example]:
    """What is asked for each topic, as features."""
    return [(topic, question_features(words, after), counts) for topic, words, after, counts in asked_for_topics()]


def asked_for_topics() -> list[Asked]:
    """The ways of asking, the development questions, and everyday talk that no topic answers.

    What leans on another question is learnt with the topic of that one, where its words are among the others.
    """
    catalog = load(CATALOG)
    plain = Detector(load_signs(SIGNS, catalog), catalog, None).plain
    asked = [(topic, phrase) for topic, phrases in load_asks(ASKS, catalog).items() for phrase in phrases]
    questions = list(question_rows("development"))
    topics = {plain(question.words): question.topic for question in questions if not question.before}
    topics |= {plain(phrase): topic for topic, phrase in asked}
    examples = [(topic, plain(phrase), "", 1.0) for topic, phrase in asked]
    for question in questions:
        after = topics.get(plain(question.before), "")
        if question.before and after not in catalog.topics:
            continue
        words = plain(question.words)
        examples.append((NOT_MINE if question.topic == "unknown" else question.topic, words, after, 1))
        also = sorted({topic for topic in question.also if topic in catalog.topics} - {question.topic})
        examples += [(topic, words, after, _ALSO / len(also)) for topic in also]
    for path in sorted(RISK_DATA.glob("*.tsv")):
        for row in rows(path):
            if (
                row["level"] == "none"
                and row["kind"] in ("idiom", "fiction")
                and "kratom" not in plain(row["utterance"])
            ):
                examples.append((NOT_MINE, plain(row["utterance"]), "", 1))
    return examples


def train(
    examples: list[Example], labels: list[str], strength: float, at_least: int, smallest: float, iterations: int
) -> dict[str, Any]:
    """In: labelled features; how freely and long to fit; how often a feature must occur; the least weight to keep."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    seen = Counter(feature for _, features, _ in examples for feature in features)
    known = {checksum(feature): feature for feature, count in sorted(seen.items()) if count >= at_least}
    places = {feature: place for place, feature in enumerate(known.values())}  # those that a table can tell apart
    data, columns, starts = [], [], [0]
    for _, features, _ in examples:
        for feature, amount in sorted(features.items()):
            if feature in places:
                columns.append(places[feature])
                data.append(amount)
        starts.append(len(columns))
    matrix = csr_matrix((data, columns, starts), shape=(len(examples), len(places)))
    order = {label: index for index, label in enumerate(labels)}
    regression = LogisticRegression(C=strength, max_iter=iterations)
    fitted = regression.fit(matrix, [order[label] for label, *_ in examples], [counts for *_, counts in examples])
    weights = {}
    for feature, place in places.items():
        column = fitted.coef_[:, place]
        kept = [(label, round(float(w) * SCALE)) for label, w in enumerate(column) if abs(w) >= smallest]
        if kept:
            weights[feature] = [n for label, w in kept for n in (label, max(-MOST, min(MOST, w)))]
    bias = [round(float(value) * SCALE) for value in fitted.intercept_]
    return {"labels": labels, "bias": bias, "weights": weights}


def levels() -> Any:
    """What is learnt of the catalog for the risk model, besides the files."""
    return [LEVELS, {name: reply.level for name, reply in load(CATALOG).risk.items()}]


LEARNT = {RISK_MODEL: levels, TOPIC_MODEL: asked_for_topics}
"""What a model learns besides whole files: the words of the catalog, and for topics the signs, may be edited."""


def made_from(model: Path) -> str:
    """A digest of what a model is made from."""
    digest = hashlib.sha256()
    for path in FILES[model]:
        digest.update(path.read_bytes())
    digest.update(json.dumps(LEARNT[model]()).encode())
    return digest.hexdigest()


def _is_fresh(model: Path) -> bool:
    return model.exists() and json.loads(model.read_text(encoding="utf-8"))["made_from"] == made_from(model)


def write(path: Path, model: dict[str, Any]) -> None:
    """One feature a line, so that a change can be read."""
    weights = model.pop("weights")
    head = json.dumps({"made_from": made_from(path), **model}, separators=(",", ":"))
    lines = ",\n".join(
        f"{json.dumps(name)}:{json.dumps(pairs, separators=(',', ':'))}" for name, pairs in weights.items()
    )
    path.write_text(f'{head[:-1]},"weights":{{\n{lines}\n}}}}\n', encoding="utf-8")
    sys.stdout.write(f"{path.relative_to(ROOT)}: {len(weights)} features, {path.stat().st_size / 1e6:.1f} MB\n")


def main(arguments: list[str]) -> int:
    """Train what is asked for, or what is made from other data; or check."""
    stale = [path for path in FILES if not _is_fresh(path)]
    if "--check" in arguments:
        for path in stale:
            sys.stdout.write(f"{path.name} is made from other data; run: make model\n")
        return 1 if stale else 0
    wanted = set(arguments) or {path.stem for path in stale}
    if "risk" in wanted:
        write(RISK_MODEL, train(risk_examples(), list(LEVELS), 20, 4, 0.3, 400))
    if "topics" in wanted:
        examples = topic_examples()
        write(TOPIC_MODEL, train(examples, sorted({label for label, *_ in examples}), 40, 1, 0.25, 150))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DataError as error:
        sys.exit(str(error))
