"""Detector: words -> is someone in danger, and why do we think so.

Plain signs decide first; they stand in signs.yaml for a clinician to read. Where there is none, or none of a danger to
life or safety, a small model (risk_model.py) may raise the level, never lower it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from skill.catalog.catalog import Catalog
from skill.levels import GRAVE, LEVELS, Level
from skill.reply import Risk
from skill.risk.risk_model import Judgement, RiskModel
from skill.risk.signs import Signs
from skill.risk.which_danger import Which, WhichDanger
from skill.risk.whose import Whose
from skill.words.features import risk_features
from skill.words.patterns import Patterns
from skill.words.plain import Plain


@dataclass(frozen=True, eq=False, repr=False)
class Finding:
    """One sign that was found, the phrase that found it, and what took it away, if anything did."""

    sign: str
    phrase: str
    plain: bool
    calmed_by: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class _Reading:
    """What was said in plain words, without figures of speech, and what the signs find in it."""

    plain: str
    calms: tuple[str, ...]
    findings: tuple[Finding, ...]


class Detector:
    """Reads what was said for signs of danger."""

    def __init__(
        self, signs: Signs, catalog: Catalog, model: RiskModel | None, which: WhichDanger | None = None
    ) -> None:
        """In: the signs, the catalog that they refer to, and the models; None while they are being trained."""
        self.signs = signs
        self.which = which
        self._catalog = catalog
        self._model = model
        self.plain = Plain(signs.heard_as)
        known = which.replies if which else ()
        self._of_level = {level: tuple(name for name in known if catalog.risk[name].level == level) for level in LEVELS}
        groups = signs.groups
        self._harmless = Patterns.of(signs.harmless, groups)
        self._phrases = Patterns(
            {phrase: name for name, sign in signs.signs.items() for phrase in sign.phrases}, groups
        )
        self._hints = Patterns({phrase: name for name, sign in signs.signs.items() for phrase in sign.hints}, groups)
        self._calm = Patterns({phrase: name for name, calm in signs.calm.items() for phrase in calm.phrases}, groups)
        self._unless = {name: Patterns.of(calm.unless, groups) for name, calm in signs.calm.items()}
        self._another = {name: Patterns.of(sign.unless, groups) for name, sign in signs.signs.items() if sign.unless}
        self._whose = Whose(signs)

    def read(self, words: str) -> Risk:
        """The risk in what was said. A sentence takes a fraction of a millisecond, and time grows with its length."""
        return self.read_plain(self.plain(words))

    def read_plain(self, plain: str) -> Risk:
        """The same for words that are plain already."""
        reading = self._reading(plain)
        risk, whom = self._judged(reading), self._whose.asks_for(reading.plain)
        which = self._which_danger(risk, reading) if risk.level != "none" else None
        if which is None:
            return replace(risk, whom=whom) if whom else risk
        other = which.is_other(risk.other) and not self._whose.is_surely_mine(reading.plain)
        return replace(risk, reply=which.reply if which.fits else risk.reply, other=other, whom=whom or risk.whom)

    def _which_danger(self, risk: Risk, reading: _Reading) -> Which | None:
        """What the model makes of it; None without a model, or where the sign says it all."""
        replies = self._may_fit(risk)
        if self.which is None or (len(replies) == 1 and not risk.other):
            return None
        return self.which.of(reading.plain, replies)

    def _may_fit(self, risk: Risk) -> Collection[str]:
        """The replies that may fit: for a sign its own and those beside it, and for what the model is sure of any."""
        if not risk.judged:
            sign = self.signs.signs[risk.signs[0]]
            return (sign.reply, *sign.or_replies)
        unsure = risk.doubt if risk.takes_over else risk.reply in self.signs.perhaps.values()
        return () if unsure else self._of_level[risk.level]

    def _judged(self, reading: _Reading) -> Risk:
        """The risk by plain signs; where they leave it open by the model, and then by what no longer is a danger."""
        plain = [finding for finding in reading.findings if not finding.calmed_by]
        known = self._plain_risk(plain, reading.plain)
        if known.takes_over:  # whatever is hinted at besides
            return known
        reading = self._with_hints(reading)
        judged = self._model.judge(self._features(reading), reading.plain.split()) if self._model else Judgement()
        hidden = known.reply if known.level == "none" else ""  # such as a question that may hide a plan
        beside = hidden or self.signs.in_doubt.get(judged.doubt, "")
        if known.level != "none" and not (judged.sure and judged.level in GRAVE):
            return replace(known, doubt=beside)
        over = [finding for finding in reading.findings if finding.calmed_by == "over"]
        if judged.level != "none" and not self._is_over(judged, over):
            return self._raised(reading, judged, beside)
        if over:
            return self._long_over(reading, over)
        if plain:  # such as no more than a question that may hide a plan
            return known
        if judged.doubt:
            return self._not_ruled_out(reading, judged)
        return Risk(figure="_" in reading.plain, calm=judged.calm, safe=judged.safe)

    def _is_over(self, judged: Judgement, over: Sequence[Finding]) -> bool:
        """Whether what the model hears, and is not sure of, is what a sign says is long over. In: such signs."""
        return bool(over) and not judged.sure and judged.level == self._gravest(over)

    def _raised(self, reading: _Reading, judged: Judgement, beside: str) -> Risk:
        """The risk that the model hears. In: the reply to name beside trouble, where there may be more than that."""
        level, findings = judged.level, reading.findings
        guessed = all(LEVELS.index(self._level(finding.sign)) > LEVELS.index(level) for finding in findings)
        perhaps = self.signs.perhaps_heard.get(level, "") if guessed and not judged.sure_after else ""
        return Risk(
            level,
            signs=tuple(dict.fromkeys((*(finding.sign for finding in findings), f"sounds like {level}"))),
            reply=self._reply(level, findings, sure=judged.sure),
            other=self._whose.is_other(reading.plain, level),
            judged=True,
            guessed=guessed,
            unsure=guessed and not judged.sure and level not in GRAVE,
            doubt=beside if level not in GRAVE else perhaps if not judged.sure else "",
            doubt_after=perhaps,
        )

    def _long_over(self, reading: _Reading, over: Sequence[Finding]) -> Risk:
        """No risk, but the reply to a danger of which a sign says that it is long over."""
        signs = tuple(f"{finding.sign}, long over" for finding in over)
        reply = self.signs.over.get(self._gravest(over), "")
        return Risk("none", signs, reply, self._whose.is_other(reading.plain, "none"))

    def _not_ruled_out(self, reading: _Reading, judged: Judgement) -> Risk:
        """No risk that is heard, but the reply for a danger that the model does not rule out."""
        reply = self.signs.in_doubt[judged.doubt]
        doubt = "" if reading.findings or judged.doubt == "emergency" else reply
        other = self._whose.is_other(reading.plain, "none")
        return Risk("none", (f"could be {judged.doubt}",), reply, other, doubt=doubt)

    def names_other(self, plain: str) -> bool:
        """Whether someone besides the speaker is named. In: plain words."""
        return self._whose.names_other(plain)

    def names_person(self, plain: str) -> bool:
        """Whether someone is named by more than "he" or "they". In: plain words."""
        return self._whose.names_person(plain)

    def means_another(self, plain: str) -> bool:
        """Whether someone else is meant, whatever the talk is about. In: plain words."""
        return self._whose.means_another(plain)

    def why(self, words: str) -> list[str]:
        """What led to the decision, in lines a clinician can read."""
        reading = self._with_hints(self._reading(self.plain(words)))
        lines = [f"read as: {reading.plain}"]
        figures = self._harmless.find(self.plain(words), denied=True)
        lines += [f"left out, a figure of speech: {match.phrase!r}" for _, match in figures]
        for finding in reading.findings:
            kind = "sign" if finding.plain else "hint of"
            calmed = f", but taken away by: {finding.calmed_by}" if finding.calmed_by else ""
            lines.append(f"{kind} {finding.sign} ({self._level(finding.sign)}): {finding.phrase!r}{calmed}")
        lines += self._model.why(self._features(reading)) if self._model else []
        risk = self._judged(self._reading(self.plain(words)))
        which = self._which_danger(risk, reading) if risk.level != "none" else None
        if which:
            lines.append(f"reply: {which.reply or risk.reply} {which.likelihood:.0%}; someone else: {which.other:.0%}")
        return lines

    def training_features(self, words: str) -> list[str]:
        """The features of what was said, from which the model learns."""
        return self._features(self._with_hints(self._reading(self.plain(words))))

    def _reading(self, plain: str) -> _Reading:
        """What was said, and its plain signs; the hints come later, for where those decide nobody asks for them."""
        plain = self._without_figures(plain)
        calms = tuple(self._calms(plain))
        return _Reading(plain, calms, tuple(self._findings(plain, calms, self._phrases)))

    def _with_hints(self, reading: _Reading) -> _Reading:
        """The same with what signs are only hinted at."""
        signs = {finding.sign for finding in reading.findings}
        hints = self._findings(reading.plain, reading.calms, self._hints)
        return replace(reading, findings=(*reading.findings, *(hint for hint in hints if hint.sign not in signs)))

    def _features(self, reading: _Reading) -> list[str]:
        """What the model sees: words, and what was found."""
        hints = {f"calm {name}" for name in reading.calms}
        for finding in reading.findings:
            calmed = "calmed " if finding.calmed_by else ""
            hints |= {f"{calmed}{finding.sign}", f"{calmed}{self._level(finding.sign)}"}
        return risk_features(reading.plain, sorted(hints))

    def _without_figures(self, plain: str) -> str:
        """Plain words, with an underscore for every letter of a figure of speech."""
        for _, match in list(self._harmless.find(plain, denied=True)):
            plain = plain[: match.start] + "_" * (match.end - match.start) + plain[match.end :]
        return plain

    def _findings(self, plain: str, calms: Sequence[str], patterns: Patterns) -> Iterator[Finding]:
        seen = set()
        for name, match in patterns.find(plain):
            if name not in seen and not (name in self._another and self._another[name].any_in(plain)):
                seen.add(name)
                left = sorted(set(calms) - set(self.signs.signs[name].even))
                yield Finding(name, match.phrase, patterns is self._phrases, left[0] if left else "")

    def _calms(self, plain: str) -> Iterator[str]:
        for name, _ in self._calm.find(plain, denied=True):
            if not self._unless[name].any_in(plain):
                yield name

    def _level(self, sign: str) -> Level:
        return self._catalog.risk[self.signs.signs[sign].reply].level

    def _gravest(self, findings: Sequence[Finding]) -> Level:
        return min((self._level(finding.sign) for finding in findings), key=LEVELS.index)

    def _reply(self, level: Level, findings: Sequence[Finding], *, sure: bool) -> str:
        """The reply of a sign of that level that was at least hinted at, or the general one."""
        replies = (self.signs.signs[finding.sign].reply for finding in findings if self._level(finding.sign) == level)
        general = self.signs.by_level[level]
        return next(replies, general if sure else self.signs.perhaps.get(level, general))

    def _plain_risk(self, findings: list[Finding], plain: str) -> Risk:
        if not findings:
            return Risk()
        findings = sorted(findings, key=lambda finding: LEVELS.index(self._level(finding.sign)))
        first = self.signs.signs[findings[0].sign]
        signs = tuple(finding.sign for finding in findings)
        level = self._level(findings[0].sign)
        return Risk(level, signs, first.reply, self._whose.is_other(plain, level))
