"""Writes interaction_model/en-US.json from its template, and from en-US.asks.yaml and en-US.subjects.yaml beside it.

python tools/make_model.py            write it
python tools/make_model.py --check    only say whether it is up to date
"""

from __future__ import annotations

import itertools
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from skill.files import ASKS, CATALOG, MODELS
from skill.shape import DataError, read_yaml
from skill.speaker.launch_words import JOIN

TEMPLATE = MODELS / "en-US.template.yaml"
SUBJECTS = MODELS / "en-US.subjects.yaml"
MODEL = MODELS / "en-US.json"

_SPEAKABLE = re.compile(r"[a-z'. ]+")
_CONNECTOR = re.compile(rf"(?:from|{JOIN}) ")


def expand(utterance: str) -> Iterator[str]:
    """(one|two|) choices written out."""
    parts = re.split(r"\(([^()]*\|[^()]*)\)", utterance)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    for choice in itertools.product(*choices):
        yield " ".join("".join(choice).split())


def model(
    template: dict[str, Any], catalog: dict[str, Any], asks: dict[str, list[str]], subjects: dict[str, list[str]]
) -> dict[str, Any]:
    """In: the template, the catalog, the ways of asking and the subjects as plain data. Out: Alexa's format."""
    by_intent = {topic["intent"]: asks[name] for name, topic in catalog["topics"].items() if "intent" in topic}
    taken: set[str] = set()
    intents = []
    for name, intent in template["intents"].items():
        intents.append(_intent(name, intent.get("samples", []), taken, intent.get("slots", {})))
    by_name = {intent["name"]: intent for intent in intents}
    for name, samples in template["built_in"].items():
        intents.append(_intent(name, samples, taken))
    for name, phrases in by_intent.items():
        speakable = [ask for ask in phrases if _SPEAKABLE.fullmatch(ask) and not _CONNECTOR.match(ask)]
        if name in by_name:
            by_name[name]["samples"] += _fresh(speakable, taken)
        else:
            intents.append(_intent(name, speakable, taken))
    free = template["free"]
    for slot, around in free["around"].items():
        samples = list(_free_samples(slot, around, free["leads"]))
        intents.append(_intent(_free_name(slot), samples, taken, {slot: "AMAZON.SearchQuery"}))
    lists = {**template["types"], "SUBJECT": [subject for part in subjects.values() for subject in part]}
    types = [{"name": name, "values": _values(values)} for name, values in lists.items()]
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": template["invocation"],
                "modelConfiguration": {"fallbackIntentSensitivity": {"level": "LOW"}},
                "intents": intents,
                "types": types,
            }
        }
    }


def _intent(name: str, samples: list[str], taken: set[str], slots: dict[str, str] | None = None) -> dict[str, Any]:
    intent: dict[str, Any] = {"name": name, "samples": _fresh(samples, taken)}
    if slots:
        intent["slots"] = [{"name": slot, "type": kind} for slot, kind in slots.items()]
    return intent


def _fresh(samples: list[str], taken: set[str]) -> list[str]:
    fresh = [item for sample in samples for item in expand(sample) if item not in taken]
    taken.update(fresh)
    return list(dict.fromkeys(fresh))


def _free_name(slot: str) -> str:
    return "".join(word.capitalize() for word in slot.split("_")) + "PhraseIntent"


def _free_samples(slot: str, around: list[str], leads: list[str]) -> Iterator[str]:
    for lead in [""] if slot == "words" else ["", *leads]:
        for words in around:
            sample = f"{{{slot}}} {words}" if slot.startswith("words_") else f"{words} {{{slot}}}"
            yield f"{lead} {sample}".strip()


def _values(values: dict[str, list[str]] | list[str]) -> list[dict[str, Any]]:
    if isinstance(values, list):
        return [{"name": {"value": value}} for value in values]
    return [{"id": identity, "name": {"value": words[0], "synonyms": words[1:]}} for identity, words in values.items()]


def main(arguments: list[str]) -> int:
    """Write the model, or check it."""
    template = read_yaml(TEMPLATE)
    catalog = read_yaml(CATALOG)
    text = json.dumps(model(template, catalog, read_yaml(ASKS), read_yaml(SUBJECTS)), indent=1) + "\n"
    if "--check" in arguments:
        fresh = MODEL.read_text(encoding="utf-8") == text
        sys.stdout.write(f"{MODEL.name} is {'up to date' if fresh else 'out of date; run: make model'}\n")
        return 0 if fresh else 1
    MODEL.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except DataError as error:
        sys.exit(str(error))
