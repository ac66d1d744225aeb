"""Every answer a person can hear is short, plain, and good for the ear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from skill.catalog.catalog import Catalog
from skill.catalog.text import LONGEST_SECONDS
from skill.conversation import Conversation
from skill.parts import load_parts
from skill.reply import Reply, Risk
from skill.review.reading import grade
from skill.turn import Slot, Turn

GRADE = 6
"""The highest reading level of all that is heard, a school grade (Kincaid 1975); a single answer may be harder."""
HARDEST = 10
LIST = 5
"""As many items as an ear holds before a pause."""

PARTS = load_parts()
ANSWERS = PARTS.answers


def turns(catalog: Catalog) -> Iterator[tuple[str, Turn, str]]:
    """Every answer in every form: a name, the turn, and the topic it must tell."""
    fresh, other = Conversation(), Conversation(disclaimed=True, other=True)
    after_danger = Conversation(line="emergency", remind=True, stage="stands")
    for name in catalog.topics:
        for form, state in (("new", fresh), ("for another", other), ("after a danger", after_danger)):
            yield f"{name}, {form}", Turn(intent="", conversation=state), name


def told(turn: Turn, topic: str) -> Reply:
    return ANSWERS.teller.tell(turn, topic)


TOLD = [pytest.param(told(turn, topic), id=name) for name, turn, topic in turns(PARTS.catalog)]


def more() -> Iterator[Reply]:
    for name, topic in PARTS.catalog.topics.items():
        for part in range(len(topic.more)):
            state = Conversation(disclaimed=True, topic=name, offer=f"topic:{name}:{part + 1}", said=f"topic:{name}")
            yield ANSWERS.follow.more(Turn(intent="MoreIntent", conversation=state))


def asked_on() -> Iterator[Reply]:
    """Every answer to someone who just heard it, and asks on about it in words of their own."""
    for name in PARTS.catalog.topics:
        state = Conversation(disclaimed=True, topic=name, said=f"topic:{name}")
        yield ANSWERS.teller.tell(Turn(intent="WhatPhraseIntent", conversation=state), name, asks_on=True)


def dangers() -> Iterator[Reply]:
    for name, risk in PARTS.catalog.risk.items():
        for other, doubt in ((False, ""), (True, ""), (False, "in_doubt_life")):
            turn = Turn(intent="", risk=Risk(risk.level, ("x",), name, other, guessed=bool(doubt), doubt=doubt))
            yield (ANSWERS.weighing.danger if turn.risk.takes_over else ANSWERS.support)(turn)


def supported() -> Iterator[Reply]:
    """Trouble that comes with a question: the line, and the answer."""
    for name in PARTS.catalog.topics:
        for reply, risk in PARTS.catalog.risk.items():
            intent = PARTS.catalog.topics[name].intent
            if risk.level == "support" and intent:
                yield ANSWERS.support(Turn(intent=intent, risk=Risk("support", ("x",), reply)))


def prompts() -> Iterator[Reply]:
    """What is said around the answers, in a new session and right after a danger, in every place."""
    said = (
        *(getattr(ANSWERS.opening, name) for name in ("welcome", "topics", "sources", "goodbye")),
        *(getattr(ANSWERS.follow, name) for name in ("yes", "no", "more", "next", "previous", "repeat")),
        *(getattr(ANSWERS.numbers, name) for name in ("helpline", "call", "that_number")),
        *(getattr(ANSWERS.unclear, name) for name in ("help", "fallback", "error", "unexpected")),
        *(getattr(ANSWERS, name) for name in ("unknown", "for_me", "for_other", "short")),
    )
    for locale in (*PARTS.catalog.places, "xx-XX"):
        for state in (Conversation(), Conversation(line="emergency", remind=True, stage="stands", offer="again")):
            turn = Turn(intent="WhyIntent", locale=locale, conversation=state)
            again = replace(turn, conversation=replace(state, said="prompt:help", misses=1))
            yield from (say(turn) for say in said)
            yield from (ANSWERS.unclear.help(again), ANSWERS.unclear.fallback(again))
            told = Turn("MyPhraseIntent", (Slot("my", "qwzx"),), locale, conversation=state)
            once = ANSWERS.unknown(told)
            yield from (once, ANSWERS.unknown(replace(told, conversation=once.conversation)))


def self_check() -> Iterator[Reply]:
    for noticed in (False, True):
        for number in range(1, len(PARTS.catalog.self_check.questions) + 1):
            turn = Turn(intent="", conversation=Conversation(check=number, noticed=noticed))
            yield from (ANSWERS.check.heard(turn, means) for means in ("yes", "no", "skip", "again", "unclear"))


ANSWERED = [*(param.values[0] for param in TOLD), *more(), *asked_on()]
EVERYTHING = [*ANSWERED, *dangers(), *supported(), *prompts(), *self_check()]


def speech(reply: Reply) -> str:
    texts = [*reply.say, *([reply.ask.question] if reply.ask else [])]
    return " ".join(text.plain(reply.place) for text in texts)


def test_no_reply_is_heard_longer_than_half_a_minute():
    assert [(round(reply.seconds, 1), speech(reply)) for reply in EVERYTHING if reply.seconds > LONGEST_SECONDS] == []


def test_all_that_is_heard_reads_at_the_sixth_grade():
    assert grade(" ".join(speech(reply) for reply in EVERYTHING)) <= GRADE


@pytest.mark.parametrize("reply", TOLD)
def test_no_answer_is_hard_to_follow(reply: Reply):
    assert grade(speech(reply)) <= HARDEST


def test_no_list_is_longer_than_the_ear_holds():
    for reply in EVERYTHING:
        for sentence in re.split(r"(?<=[.?!;])\s", speech(reply)):
            assert sentence.count(",") <= LIST, sentence


def test_nothing_is_read_out_badly():
    for reply in EVERYTHING:
        words = speech(reply)
        assert not re.search(
            r"[/&@#%*_<>\[\]{}()=+]|\b(?:e\.g|i\.e|etc|vs|approx|mg|ml|hrs?|mins?|Dr|St)\b\.?", words
        ), words
        shouted = set(re.findall(r"\b[A-Z]{2,}\b", words)) - {"SAMHSA", "FRANK"}  # said as words
        assert not shouted, words


def test_no_dose_no_vendor_and_no_verdict_is_heard():
    never = r"""\b(?:\d+\s*(?:g|mg|grams?|milligrams?|capsules?|spoons?)|grams? of|you are an addict|you're an addict|
        you are addicted|you're addicted|you have a problem|you are fine|you're fine|nothing is wrong|it is safe|
        dealer|discount|coupon|best brand|cures?|guarantee)\b"""
    for reply in EVERYTHING:
        assert not re.search(never, speech(reply), re.IGNORECASE | re.VERBOSE), speech(reply)
