"""Heard: a turn as a door read it -> the same with its plain words, its risk, and who is speaking.

Whoever answers a turn gets it from here, so that no answer goes around the risk.
"""

from __future__ import annotations

from dataclasses import replace

from skill.catalog.catalog import Catalog
from skill.conversation import Conversation
from skill.levels import LEVELS
from skill.reply import Risk
from skill.risk.detector import Detector
from skill.turn import Turn


def heard(turn: Turn, catalog: Catalog, detector: Detector) -> Turn:
    """In: a turn as it was read, the catalog, and what reads words for danger. Out: the turn that is answered."""
    plain = detector.plain(turn.words)
    risk = _risk_of(turn, plain, catalog, detector)
    return replace(turn, plain=plain, risk=risk, conversation=_of_own_use(turn.conversation, risk, catalog))


def _of_own_use(talk: Conversation, risk: Risk, catalog: Catalog) -> Conversation:
    """The same conversation; who tells of their own use, and did not say who they are, is kept in mind for that."""
    if risk.takes_over or risk.other or risk.whom != "self" or talk.role or talk.other:
        return talk
    return replace(talk, role=catalog.own_use)


def _risk_of(turn: Turn, plain: str, catalog: Catalog, detector: Detector) -> Risk:
    """The risk in a turn: in what was said, in plain words, and in an intent that alone means danger."""
    said = _said(turn, plain, catalog, detector) if turn.slots else Risk()
    key = catalog.risk_of(turn.intent)
    if key is None:
        return said
    reply = catalog.risk[key]
    other = said.other or turn.intent == reply.other_intent
    meant = Risk(reply.level, (turn.intent,), key, other, whom="" if other else "self")  # such intents say "i"
    return said if LEVELS.index(said.level) <= LEVELS.index(meant.level) and said.level != "none" else meant


def _said(turn: Turn, plain: str, catalog: Catalog, detector: Detector) -> Risk:
    """The risk in plain words, and in what they mean after the topic that stays in mind, if a sign knows that."""
    said = detector.read_plain(plain)
    if _beside_own_use(said, turn, catalog) and not detector.means_another(plain):
        said = replace(said, other=False, whom="self")
    subject = catalog.topics.get(turn.conversation.subject)
    if _of_no_person(said, turn, plain, catalog) and not detector.names_person(plain):
        return Risk()
    if said.surely_takes_over or not (subject and subject.context) or detector.names_other(plain):
        return said
    in_mind = detector.read_plain(f"{subject.context} {plain}")
    return in_mind if in_mind.surely_takes_over else said


def _beside_own_use(said: Risk, turn: Turn, catalog: Catalog) -> bool:
    """Whether it is no danger, and they told of their own use: "he found out" is then about them, and not about him."""
    talk = turn.conversation
    return said.level in ("support", "none") and talk.role == catalog.own_use and not talk.other


def _of_no_person(said: Risk, turn: Turn, plain: str, catalog: Catalog) -> bool:
    """Whether a danger that no sign hints at, and not to the speaker, is one to the dog that they just spoke of."""
    topic = catalog.topics.get(turn.conversation.topic)
    unsure = said.level == "none" or said.guessed
    words = plain.split()
    goes_on = words[:1] and words[0] in catalog.listening.goes_on  # "jake is out cold" does not
    theirs = said.whom != "self" or (said.level == "none" and "i" not in words)  # "will he die"
    return bool(unsure and goes_on and theirs and topic and topic.no_person)
