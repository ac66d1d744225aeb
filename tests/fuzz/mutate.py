"""Mutate: real requests -> requests that were never sent, the same ones for the same seed."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]

ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 10**400, 1.5, 1e308, float("inf"), float("nan")),
    *("", " ", "\x00", "\ud800", "é" * 100, "🙂", "\u202e", "a" * 10_000, "\u0663", "\uff11\uff12"),
    *("</speak>", "<break time='10s'/>", "&amp;", "{helpline}", "%s%n", "../../etc/passwd", "'; --", "null"),
    *([], {}, [[]], {"": ""}, [None], {"type": None}, {"name": {}}),
    *("2026-11-25T08:00:00Z", "9999-99-99", "0001-01-01T00:00:00Z", "1" * 300),
    *("AMAZON.HelpIntent", "IntentRequest", "en-GB", "xx", "topic:detox:1", "risk:crisis:self"),
)
"""Values that are wrong nearly everywhere, and right in a few places."""
ENCODINGS = ("utf-16", "utf-32", "utf-8-sig", "latin-1", "utf-7")
DEEP = 200


class Mutator:
    """Makes bodies out of the requests in tests/events and the utterances of tests/risk/development."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._events = [json.loads(path.read_text()) for path in sorted((TESTS / "events").glob("*.json"))]
        self._names = sorted({str(name) for event in self._events for name, *_ in _places(event)})
        model = json.loads((TESTS.parent / "interaction_model" / "en-US.json").read_text())
        self._intents = [
            (intent["name"], [slot["name"] for slot in intent.get("slots", [])])
            for intent in model["interactionModel"]["languageModel"]["intents"]
        ]
        files = sorted((TESTS / "risk" / "development").glob("*.tsv"))
        self._said = [line.split("\t")[-1] for file in files for line in file.read_text().splitlines()]

    def request(self) -> dict[str, Any]:
        """A request that has kept its shape, but for a few things."""
        event = copy.deepcopy(self._random.choice(self._events))
        if self._random.random() < 0.7:
            self._speak(event)
        for _ in range(self._random.choice((0, 1, 1, 1, 2, 3, 8))):
            self._change(event)
        return event

    def body(self) -> bytes:
        """A body as it would come over the wire, sometimes not even JSON."""
        text = json.dumps(self.request(), ensure_ascii=self._random.random() < 0.5)
        chance = self._random.random()
        if chance < 0.03:
            return text.encode(self._random.choice(ENCODINGS), errors="replace")
        if chance < 0.04:
            depth = self._random.choice((500, 990, 1500, 30_000))
            text = text.replace('"version"', f'"a": {"[" * depth}{"]" * depth}, "version"', 1)
        body = text.encode(errors="surrogatepass" if chance < 0.5 else "replace")
        return self._damaged(body) if chance > 0.9 else body

    def headers(self) -> dict[str, str]:
        """Headers that mean nothing, or the wrong thing."""
        names = (
            "Content-Type",
            "Signature-256",
            "SignatureCertChainUrl",
            "Accept",
            "Transfer-Encoding",
            "X-Forwarded-For",
        )
        odd = [str(value) for value in ODD if isinstance(value, str)]
        return {
            name: self._random.choice(odd) for name in self._random.sample(names, self._random.randrange(len(names)))
        }

    def _speak(self, event: dict[str, Any]) -> None:
        name, slots = self._random.choice(self._intents)
        event["request"]["type"] = "IntentRequest"
        event["request"]["intent"] = {
            "name": name,
            "confirmationStatus": "NONE",
            "slots": {slot: {"name": slot, "value": self._words(), "confirmationStatus": "NONE"} for slot in slots},
        }
        if "session" in event and self._random.random() < 0.5:
            said = (
                f"topic:{self._random.choice(('detox', 'effects', 'therapy', 'gone'))}:{self._random.randrange(-1, 4)}"
            )
            names = ("said", "offer", "topic", "line", "heard", "remind", "stage", "disclaimed", "risk")
            values = (said, "helpline", "again", "988", "emergency", ["detox"], True, {"level": "crisis"}, 7)
            event["session"]["attributes"] = {
                key: self._random.choice(values) for key in self._random.sample(names, self._random.randrange(6))
            }

    def _words(self) -> str:
        words = self._random.choice(self._said).split()
        for _ in range(self._random.randrange(3)):
            place = self._random.randrange(len(words) + 1)
            words[place : place + self._random.randrange(2)] = [str(self._random.choice(ODD))[:500]]
        return " ".join(words) * self._random.choice((1, 1, 1, 1, 1, 1, 20))

    def _change(self, event: dict[str, Any]) -> None:
        places = list(_places(event))
        if not places:
            return
        name, holder, _ = self._random.choice(places)
        what = self._random.randrange(7)
        if what == 0:
            del holder[name]
        elif what == 1 and isinstance(holder, dict):
            holder[self._random.choice(self._names)] = holder.pop(name)
        elif what == 2:
            holder[name] = copy.deepcopy(self._random.choice(places)[2])
        elif what == 3 and self._random.random() < 0.05:
            deep: Any = "x"
            for _ in range(self._random.randrange(1, DEEP)):
                deep = [deep] if self._random.random() < 0.5 else {"type": deep}
            holder[name] = deep
        else:
            holder[name] = copy.deepcopy(self._random.choice(ODD))

    def _damaged(self, body: bytes) -> bytes:
        damaged = bytearray(body)
        for _ in range(self._random.randrange(1, 6)):
            place = self._random.randrange(len(damaged))
            what = self._random.randrange(4)
            if what == 0:
                damaged[place] = self._random.randrange(256)
            elif what == 1:
                del damaged[place : place + self._random.randrange(50)]
            elif what == 2:
                damaged[place:place] = self._random.randbytes(5)
            else:
                damaged[place:place] = damaged[:place]
            if not damaged:
                break
        return bytes(damaged)


def _places(value: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Every (name or index, what holds it, value) in JSON values, however deep."""
    rest = [value]
    while rest:
        holder = rest.pop()
        if isinstance(holder, dict | list):
            for name, inner in list(holder.items() if isinstance(holder, dict) else enumerate(holder)):
                yield name, holder, inner
                rest.append(inner)
