"""Load: the project's own files -> the skill."""

from __future__ import annotations

from pathlib import Path

from skill.alexa.app import GuardedSkill, build
from skill.catalog import Catalog, load
from skill.risk import Detector, load_signs
from skill.risk_model import RiskModel

ROOT = Path(__file__).resolve().parents[2]
CATALOG = ROOT / "responses.yaml"
SIGNS = ROOT / "signs.yaml"
RISK_MODEL = ROOT / "risk_model.json"


def load_core(catalog: Path = CATALOG, signs: Path = SIGNS, model: Path = RISK_MODEL) -> tuple[Catalog, Detector]:
    """The catalog and the detector. Raises DataError with every problem in a file."""
    loaded = load(catalog)
    return loaded, Detector(load_signs(signs, loaded), loaded, RiskModel.load(model))


def load_skill(skill_id: str | None = None) -> GuardedSkill:
    """The skill on the project's own files. Raises DataError."""
    catalog, detector = load_core()
    return build(catalog, detector, skill_id)
