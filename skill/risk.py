"""Risk: words -> is someone in danger, and why do we think so.

Plain signs decide first; they stand in signs.yaml for a clinician to read. Where there is none, a small linear model
(risk_model.json, trained by tools/train_risk.py) may raise the level, never lower it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.catalog import Catalog
from skill.patterns import Patterns
from skill.reply import Risk
from skill.risk_model import RiskModel
from skill.shape import Shaper, read_yaml
from skill.turn import Turn
from skill.words import Plain

LEVELS = ("emergency", "harm", "crisis", "support", "none")
"""In order of precedence."""


@dataclass(frozen=True)
class Sign:
    """One kind of thing people say when there is danger."""

    reply: str
    """The risk reply in the catalog; its level is the sign's."""
    phrases: tuple[str, ...]
    hears: tuple[str, ...]
    """Examples that must be found; a test reads them."""
    ignores: tuple[str, ...] = ()
    """Examples that must not."""
    even: tuple[str, ...] = ()
    """Ways of speaking that do not take this sign away."""


@dataclass(frozen=True)
class Calm:
    """A way of speaking that takes the danger out of words: a story, a question in general, something long over."""

    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    """Phrases that bring the danger back, such as "right now"."""
    reply: str | None = None
    """Answered gently with this reply when it takes a sign away; its name ends the choice by level."""


@dataclass(frozen=True)
class Signs:
    """The whole of signs.yaml."""

    heard_as: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    harmless: tuple[str, ...]
    """Figures of speech; they are taken out before anything is looked for."""
    calm: Mapping[str, Calm]
    signs: Mapping[str, Sign]
    by_level: Mapping[str, str]
    """The reply when the model, not a sign, gave the level."""
    over: Mapping[str, str]
    """The reply when a sign of that level is long over."""


@dataclass(frozen=True)
class Finding:
    """One sign that was found, the phrase that found it, and what took it away, if anything did."""

    sign: str
    phrase: str
    calmed_by: str = ""


def load_signs(path: Path, catalog: Catalog) -> Signs:
    """Read and check the signs. Raises DataError with every problem: "file: key: reason"."""
    shaper = Shaper(path, {})
    signs: Signs = shaper.build(Signs, read_yaml(path))
    shaper.finish()
    for name, sign in signs.signs.items():
        if sign.reply not in catalog.risk:
            shaper.problem(f"signs.{name}.reply", f"the catalog has no risk reply {sign.reply!r}")
        for calm in sign.even:
            if calm not in signs.calm:
                shaper.problem(f"signs.{name}.even", f"there is no way of speaking {calm!r}")
    for key, replies in (("by_level", signs.by_level), ("over", signs.over)):
        for level, reply in replies.items():
            if level not in LEVELS:
                shaper.problem(f"{key}.{level}", f"is not a level; levels are {', '.join(LEVELS)}")
            if reply not in catalog.risk:
                shaper.problem(f"{key}.{level}", f"the catalog has no risk reply {reply!r}")
    for key, phrases in _phrases(signs):
        for phrase in phrases:
            try:
                Patterns({phrase: ""}, signs.groups)
            except ValueError as error:
                shaper.problem(key, str(error))
    shaper.finish()
    return signs


def _phrases(signs: Signs) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "harmless", signs.harmless
    for name, calm in signs.calm.items():
        yield f"calm.{name}.phrases", calm.phrases
        yield f"calm.{name}.unless", calm.unless
    for name, sign in signs.signs.items():
        yield f"signs.{name}.phrases", sign.phrases


class Detector:
    """Reads what was said for signs of danger."""

    def __init__(self, signs: Signs, catalog: Catalog, model: RiskModel) -> None:
        self.signs = signs
        self._catalog = catalog
        self._model = model
        self.plain = Plain(signs.heard_as)
        groups = signs.groups
        self._harmless = Patterns({phrase: "" for phrase in signs.harmless}, groups)
        self._found = Patterns({phrase: name for name, sign in signs.signs.items() for phrase in sign.phrases}, groups)
        self._calm = Patterns({phrase: name for name, calm in signs.calm.items() for phrase in calm.phrases}, groups)
        self._unless = {
            name: Patterns({phrase: "" for phrase in calm.unless}, groups) for name, calm in signs.calm.items()
        }
        self._others = Patterns({"{other}": ""}, groups)

    def read(self, words: str) -> Risk:
        """The risk in what was said, at any length, in well under a millisecond."""
        padded = self._padded(words)
        findings = list(self._findings(padded))
        plain = [finding for finding in findings if not finding.calmed_by]
        if plain:
            return self._risk(plain, padded)
        calmed = [finding for finding in findings if finding.calmed_by == "over"]
        if calmed:
            level = min((self._level(finding.sign) for finding in calmed), key=LEVELS.index)
            reply = self.signs.over.get(level, "")
            return Risk("none", tuple(f"{finding.sign}, long over" for finding in calmed), reply, self._other(padded))
        level = self._model.level(padded.strip(), calm=bool(findings) or any(True for _ in self._calms(padded)))
        if level == "none":
            return Risk()
        return Risk(level, (f"sounds like {level}",), self.signs.by_level[level], self._other(padded))

    def why(self, words: str) -> list[str]:
        """What led to the decision, in lines a clinician can read."""
        padded = self._padded(words)
        lines = [f"read as: {padded.strip()}"]
        for finding in self._findings(padded):
            calmed = f", but taken away by: {finding.calmed_by}" if finding.calmed_by else ""
            lines.append(f"sign {finding.sign} ({self._level(finding.sign)}): {finding.phrase!r}{calmed}")
        lines += self._model.why(padded.strip())
        return lines

    def _padded(self, words: str) -> str:
        padded = f" {self.plain(words)} "
        for _, match in list(self._harmless.find(padded, denied=True)):
            padded = padded[: match.start + 1] + "_" * (match.end - match.start - 2) + padded[match.end - 1 :]
        return padded

    def _findings(self, padded: str) -> Iterator[Finding]:
        calms = set(self._calms(padded))
        seen = set()
        for name, match in self._found.find(padded):
            if name in seen:
                continue
            seen.add(name)
            left = sorted(calms - set(self.signs.signs[name].even))
            yield Finding(name, match.phrase, left[0] if left else "")

    def _calms(self, padded: str) -> Iterator[str]:
        for name, _ in self._calm.find(padded, denied=True):
            if not any(True for _ in self._unless[name].find(padded, denied=True)):
                yield name

    def _level(self, sign: str) -> str:
        return self._catalog.risk[self.signs.signs[sign].reply].level

    def _risk(self, findings: list[Finding], padded: str) -> Risk:
        findings = sorted(findings, key=lambda finding: LEVELS.index(self._level(finding.sign)))
        first = self.signs.signs[findings[0].sign]
        signs = tuple(finding.sign for finding in findings)
        return Risk(self._level(findings[0].sign), signs, first.reply, self._other(padded))

    def _other(self, padded: str) -> bool:
        """Whether the first one spoken of is someone else."""
        other = min((match.start for _, match in self._others.find(padded, denied=True)), default=None)
        me = padded.find(" i ")
        return other is not None and (me < 0 or other < me) and " myself " not in padded


def risk_of(turn: Turn, catalog: Catalog, detector: Detector) -> Risk:
    """The risk in a turn: in its words, and in its intent where that alone means danger."""
    said = detector.read(turn.words) if turn.slots else Risk()
    key = catalog.risk_of(turn.intent)
    if key is None:
        return said
    meant = Risk(catalog.risk[key].level, (turn.intent,), key, said.other)
    return said if LEVELS.index(said.level) <= LEVELS.index(meant.level) and said.level != "none" else meant
