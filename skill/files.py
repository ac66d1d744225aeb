"""Files: where the project's data files are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CATALOG = ROOT / "responses.yaml"
SIGNS = ROOT / "signs.yaml"
RISK_MODEL = ROOT / "models" / "risk.json"
TOPIC_MODEL = ROOT / "models" / "topics.json"
AFTER_MODEL = ROOT / "models" / "after.json"
DANGER_MODEL = ROOT / "models" / "danger.json"
MODELS = ROOT / "interaction_model"
ASKS = MODELS / "en-US.asks.yaml"
LISTING = ROOT / "listing"
PREPARED = ROOT / "prepared"
"""What a build makes of the files above; only a built artifact has it."""
