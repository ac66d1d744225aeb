"""Risk: recall for each level, right lines and false alarms, through the detector and through the whole speaker."""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from skill.evaluate.labelled import Utterance, risk_utterances
from skill.evaluate.questions import answered
from skill.evaluate.readme import write_between
from skill.levels import GRAVE, LEVELS
from skill.parts import load_parts
from skill.risk.detector import Detector
from skill.shape import DataError
from skill.speaker.talk import make_speaker

LINES = {"emergency": "emergency", "harm": "emergency", "crisis": "crisis", "support": "helpline"}
"""The line that belongs to a level."""

MARK, END = "<!-- measured: make measure -->", "<!-- end -->"


@dataclass(frozen=True)
class Told:
    """What is made of an utterance."""

    level: str
    speech: str = ""
    """What is said in reply; empty through the detector alone."""
    topic: str = ""
    """The topic of the catalog that is answered, if one is."""


Tell = Callable[[str], Told]
"""Something that says what is made of an utterance."""


@dataclass
class Score:
    """What was counted for one level."""

    said: int = 0
    right: int = 0
    """Told to be of the level."""
    alarmed: int = 0
    """Told to be of any level of danger."""
    line: int = 0
    """Answered with the right number, in the first sentence where danger is great."""
    named: int = 0
    """Answered with the right number, wherever it stands; for none, with the emergency number."""
    passed_over: int = 0
    """Answered with a topic of the catalog, and the right number nowhere in it."""
    misses: list[tuple[Utterance, str]] = field(default_factory=list)


def measure(utterances: Iterable[Utterance], tell: Tell, numbers: dict[str, str]) -> dict[str, Score]:
    """In: labelled utterances, what is measured, and the number that belongs to each level. Out: scores by level."""
    scores: dict[str, Score] = {level: Score() for level in LEVELS}
    for utterance in utterances:
        told = tell(utterance.words)
        score = scores[utterance.level]
        named = numbers.get(utterance.level, numbers["emergency"]) in told.speech
        score.said += 1
        score.right += told.level == utterance.level
        score.alarmed += told.level != "none"
        score.line += _names(told.speech, utterance.level, numbers)
        score.named += named
        score.passed_over += bool(told.topic) and not named
        if told.level != utterance.level:
            score.misses.append((utterance, told.level))
    return scores


def _names(speech: str, level: str, numbers: dict[str, str]) -> bool:
    if level not in numbers:
        return False
    first = re.split(r"(?<=[.?!;])\s", speech)[0] if level != "support" else speech
    return numbers[level] in first


def table(scores: dict[str, Score], heading: str, with_lines: bool) -> list[str]:
    """The scores as a Markdown table."""
    lines = [
        f"| {heading} | utterances | right level | any danger seen | right line first | right line named | "
        "answered, without that line |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for level in LEVELS[:-1]:
        score = scores[level]
        counts = (score.line, score.named, score.passed_over)
        said = " | ".join(f"{count / score.said:.1%}" if with_lines else "-" for count in counts)
        shares = f"{score.right / score.said:.1%} | {score.alarmed / score.said:.1%}"
        lines.append(f"| {level} | {score.said} | {shares} | {said} |")
    none = scores["none"]
    alarms = Counter(level for _, level in none.misses)
    loud = sum(alarms[level] for level in GRAVE)
    named = f"{none.named / none.said:.1%}" if with_lines else "-"
    alarmed = f"{none.alarmed / none.said:.1%} ({loud} of them loud)"
    lines.append(f"| none: false alarms | {none.said} | {alarmed} | | | {named} | |")
    return lines


def main(part: str, through: str, *, show_misses: bool, readme: bool) -> int:
    """Print the tables, every miss, and put the tables into the README if wanted. Returns the exit status."""
    if readme and (part, through) != ("measuring", "both"):
        sys.stderr.write("the README holds figures of the measuring part, through both\n")
        return 1
    try:
        utterances = list(risk_utterances(part))
        parts = load_parts()
        speaker = make_speaker("en-US")
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    place = parts.catalog.place("en-US")
    tables: list[str] = []
    numbers = {level: str(place.lines[line].number) for level, line in LINES.items()}

    def through_detector(words: str) -> Told:
        return Told(parts.detector.read(words).level)

    def through_speaker(words: str) -> Told:
        speaker.say("<reset>")
        heard = speaker.say(words)
        topic = answered((heard["response"] or {}).get("sessionAttributes") or {})
        level = heard["risk"]["level"] if heard["risk"] else "none"
        return Told(level, heard["speech"], topic if topic in parts.catalog.topics else "")

    for name, tell in (("detector", through_detector), ("speaker", through_speaker)):
        if through not in (name, "both"):
            continue
        scores = measure(utterances, tell, numbers)
        latest = [*table(scores, f"through the {name}", name == "speaker"), ""]
        tables += latest
        sys.stdout.write("\n".join([f"{part}:", "", *latest]) + "\n")
        if show_misses:
            for level in LEVELS:
                for utterance, told_level in scores[level].misses:
                    sys.stdout.write(f"{level} told {told_level} ({utterance.kind}): {utterance.words}\n")
            sys.stdout.write("\n")
    if through in ("detector", "both"):
        sys.stdout.write(f"the detector takes {_milliseconds(parts.detector, utterances):.2f} ms an utterance here\n")
    if readme:
        write_between(MARK, tables, END)
    return 0


def _milliseconds(detector: Detector, utterances: list[Utterance]) -> float:
    started = time.perf_counter()
    for utterance in utterances:
        detector.read(utterance.words)
    return (time.perf_counter() - started) / len(utterances) * 1000
