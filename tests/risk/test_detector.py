"""Danger is heard, and what only sounds like it is not."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from skill.evaluate.labelled import RISK, risk_utterances
from skill.evaluate.questions import answered
from skill.evaluate.risk import LINES, Told, measure
from skill.levels import LEVELS
from skill.parts import load_parts
from skill.risk.detector import Detector
from skill.speaker.speaker import Speaker
from skill.words.patterns import Patterns

SEEN = {"emergency": 0.97, "harm": 0.95, "crisis": 0.96, "support": 0.94}
FALSE_ALARMS = 0.035
PASSED_OVER = 0.02
"""Some two points from what was measured."""
DETECTOR = load_parts().detector
HEARS = [(name, words) for name, sign in DETECTOR.signs.signs.items() for words in sign.hears]
IGNORES = [(name, words) for name, sign in DETECTOR.signs.signs.items() for words in sign.ignores]


def level_of(detector: Detector, sign: str) -> str:
    return detector._level(sign)


@pytest.mark.parametrize(("sign", "words"), HEARS)
def test_a_sign_hears_its_examples(detector: Detector, sign: str, words: str):
    risk, level = detector.read(words), level_of(detector, sign)
    # A sign that only has the lines named beside an answer leaves it to the model whether more is heard.
    assert risk.level == level or (level == "none" and (risk.takes_over or risk.doubt))


@pytest.mark.parametrize(("sign", "words"), IGNORES)
def test_a_sign_ignores_what_only_sounds_like_it(detector: Detector, sign: str, words: str):
    risk = detector.read(words)
    assert sign not in risk.signs
    assert risk.level == "none", risk.signs


def test_the_data_is_large_enough_and_apart():
    parts = {part: list(risk_utterances(part)) for part in ("development", "measuring")}
    every = [utterance for part in parts.values() for utterance in part]
    levels = Counter(utterance.level for utterance in every)
    assert len(every) >= 1500
    assert min(levels.values()) >= 200
    assert levels["none"] >= 600
    assert not {item.words for item in parts["development"]} & {item.words for item in parts["measuring"]}


def test_every_kind_is_one_that_is_explained():
    explained = re.search(r"hard: ([^)]+)\)", (RISK / "README.md").read_text(encoding="utf-8"))
    assert explained
    kinds = {utterance.kind for part in ("development", "measuring") for utterance in risk_utterances(part)}
    assert kinds == set(re.split(r",\s+", explained.group(1)))


def test_unseen_danger_is_heard_and_calm_speech_stays_calm(speaker: Speaker, catalog):
    """A floor under what was measured, so that a change that loses speech is noticed. The figures are in the README."""
    place = catalog.place("en-US")
    numbers = {level: str(place.lines[line].number) for level, line in LINES.items()}

    def tell(words: str) -> Told:
        speaker.say("<reset>")
        heard = speaker.say(words)
        topic = answered(heard["response"]["sessionAttributes"])
        return Told(heard["risk"]["level"], heard["speech"], topic if topic in catalog.topics else "")

    scores = measure(risk_utterances("measuring"), tell, numbers)
    for level, least in SEEN.items():
        assert scores[level].alarmed / scores[level].said >= least, level
    assert scores["none"].alarmed / scores["none"].said <= FALSE_ALARMS
    for level in ("emergency", "crisis"):
        assert scores[level].passed_over / scores[level].said <= PASSED_OVER, level


@pytest.mark.parametrize(
    "words",
    [
        "i want to die just kidding",
        "i took all my pills lol jk",
        "i'm going to kill myself never mind",
        "she's not breathing forget it",
    ],
)
def test_a_retraction_does_not_clear_a_risk(detector: Detector, words: str):
    assert detector.read(words).takes_over


def test_every_decision_can_be_explained(detector: Detector):
    lines = "\n".join(detector.why("he's not breathing"))
    assert "sign not_breathing (emergency)" in lines
    assert "model: emergency" in lines


def test_signs_never_quote_the_person(detector: Detector):
    for words in ("pelican he's not breathing", "i pelican want to die", "pelican took all the pills"):
        assert "pelican" not in " ".join(detector.read(words).signs)


@pytest.mark.parametrize("words", ["", "   ", "!!!", "a " * 4000, "\u0000\u2603", "'" * 200])
def test_odd_words_are_survived(detector: Detector, words: str):
    assert detector.read(words).level in LEVELS


def test_no_phrase_can_backtrack_without_end(detector: Detector):
    """Every gap is bounded, so that a long text of the worst words costs time in proportion to its length."""
    signs = detector.signs
    phrases = {phrase for sign in signs.signs.values() for phrase in (*sign.phrases, *sign.hints)}
    phrases |= {*signs.harmless, *(phrase for calm in signs.calm.values() for phrase in (*calm.phrases, *calm.unless))}
    phrases |= {phrase for mine in signs.about_me.values() for phrase in mine}
    phrases |= {*signs.about_me_surely, *signs.reported, *signs.about_other}
    phrases |= {*signs.asks_for_self, *signs.asks_for_other}
    catalog = load_parts().catalog
    for kinds in (catalog.yes_no, catalog.listening, *catalog.after_danger.values(), *catalog.topics.values()):
        named = ("says_yes", "says_no", "hears", "unless", *vars(catalog.listening))
        phrases |= {phrase for name in named for phrase in getattr(kinds, name, ())}
    phrases |= {*catalog.self_check.says_yes, *catalog.self_check.says_no}
    patterns = Patterns.of(phrases, signs.groups)
    for phrase in phrases:
        assert not re.search(r"\)[*+]|\{\d+,\}", patterns._compile(phrase).pattern), phrase
    assert detector.read("i took too many of the pills not and he is not " * 200).level in LEVELS
