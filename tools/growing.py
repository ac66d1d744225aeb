"""Growing: the skill's parts -> the same with twenty times the topics and features, to see what growth costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from skill.answers import Answers
from skill.catalog.catalog import Catalog
from skill.files import RISK_MODEL, TOPIC_MODEL
from skill.finding.finder import NOT_MINE, Finder
from skill.models.learnt import Rows, read_model
from skill.models.linear import LinearModel
from skill.models.table import checksum
from skill.models.vectors import Vectors
from skill.parts import Parts
from skill.risk.detector import Detector
from skill.risk.risk_model import RiskModel

GROWTH = 20


def grown(parts: Parts) -> Parts:
    """The same parts with twenty times the topics and the features."""
    catalog = _grown_catalog(parts.catalog)
    signs = parts.detector.signs
    risk, topics = read_model(RISK_MODEL, LinearModel), read_model(TOPIC_MODEL, Vectors)
    detector = Detector(signs, catalog, RiskModel(LinearModel(risk.head, _grown_rows(risk.rows))), parts.detector.which)
    finder = Finder(_grown_topics(topics), detector.plain, catalog)
    return Parts(catalog, detector, finder, parts.after, Answers(catalog, finder, parts.after))


def _grown_rows(rows: Rows) -> dict[str, Sequence[int]]:
    originals = cast(Mapping[str, Sequence[int]], rows)
    more = {f"{name}{_mark(copy)}": numbers for copy in range(GROWTH) for name, numbers in originals.items()}
    return _told_apart(more)


def _told_apart(rows: dict[str, Sequence[int]]) -> dict[str, Sequence[int]]:
    """Rows without those whose names a table cannot tell apart: a handful of millions."""
    names = {checksum(name): name for name in reversed(rows)}
    return {name: rows[name] for name in names.values()}


def _mark(copy: int) -> str:
    return f"_{copy}" if copy else ""


def _grown_catalog(catalog: Catalog) -> Catalog:
    topics = {
        f"{name}{_mark(copy)}": replace(
            topic,
            next=tuple(f"{other}{_mark(copy)}" for other in topic.next),
            compares=tuple(f"{other}{_mark(copy)}" for other in topic.compares),
            intent=topic.intent and f"{topic.intent}{_mark(copy)}",
        )
        for copy in reversed(range(GROWTH))  # the real ones last: whoever searches from the first meets all others
        for name, topic in catalog.topics.items()
    }
    return replace(catalog, topics=topics)


def _grown_topics(model: Vectors) -> Vectors:
    labels, bias = list(model.labels), list(model.head["bias"])
    rows = _grown_rows(model.rows)
    for copy in range(1, GROWTH):
        for label, amount in zip(model.labels, model.head["bias"], strict=True):
            if label != NOT_MINE:
                labels.append(f"{label}{_mark(copy)}")
                bias.append(amount)
    return Vectors({**model.head, "labels": labels, "bias": bias}, rows)
