"""Load: the project's own files -> the skill."""

from __future__ import annotations

from skill.alexa.app import build
from skill.alexa.guard import GuardedSkill
from skill.answers import Answers
from skill.catalog import Catalog
from skill.catalog_file import load
from skill.files import CATALOG, RISK_MODEL, SIGNS, TOPIC_MODEL, WINDOWS
from skill.finder import HELPLINE, Finder
from skill.linear import LinearModel
from skill.record import Recorder
from skill.risk import Detector
from skill.risk_model import RiskModel
from skill.shape import DataError
from skill.signs import load_signs
from skill.windows import Windows


def load_core() -> tuple[Catalog, Detector]:
    """The catalog and the detector. Raises DataError with every problem in a file."""
    catalog = load(CATALOG)
    return catalog, Detector(
        load_signs(SIGNS, catalog), catalog, RiskModel(LinearModel.load(RISK_MODEL), Windows.load(WINDOWS))
    )


def load_skill(skill_id: str | None = None, recorder: Recorder | None = None) -> GuardedSkill:
    """The skill on the project's own files; the recorder gets a Record of every turn. Raises DataError."""
    catalog, detector = load_core()
    finder = Finder(LinearModel.load(TOPIC_MODEL), detector.plain, catalog)
    if unknown := sorted(set(finder.topics) - set(catalog.topics) - {HELPLINE}):
        raise DataError(
            [f"{TOPIC_MODEL}: {topic}: the catalog has no such topic; run: make model" for topic in unknown]
        )
    return build(Answers(catalog, finder), detector, skill_id, recorder)
