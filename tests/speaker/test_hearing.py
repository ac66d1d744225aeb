"""What the speaker makes of a line, from the interaction model alone."""

from __future__ import annotations

import pytest

from skill.speaker.hearing import FALLBACK, Hearing
from skill.speaker.model import Model


@pytest.fixture(scope="module")
def hearing(model: Model) -> Hearing:
    return Hearing(model)


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("What are the WARNING SIGNS?", "WarningSignsIntent"),
        ("um, what are the warning signs please", "WarningSignsIntent"),
        ("what are warning signs", "WarningSignsIntent"),
        ("what's the help line number", "HelplineIntent"),
        ("can you repeat that", "AMAZON.RepeatIntent"),
        ("yep", "AMAZON.YesIntent"),
        ("go back", "AMAZON.PreviousIntent"),
        ("flibber jabber wock", FALLBACK),
    ],
)
def test_a_line_is_heard_as_an_intent(hearing: Hearing, line: str, intent: str):
    assert hearing.hear(line).intent == intent


@pytest.mark.parametrize(
    ("line", "slot", "words"),
    [
        ("my cousin won't sit up", "my", "cousin won't sit up"),
        ("i can't feel my hands", "i_can_not", "feel my hands"),
        ("he isn't moving at all", "he", "isn't moving at all"),
        ("um i'm so tired of everything", "i_am", "so tired of everything"),
        ("what if my friend took some", "what_if", "my friend took some"),
    ],
)
def test_free_words_land_in_a_slot_named_after_what_was_lost(hearing: Hearing, line: str, slot: str, words: str):
    (filled,) = hearing.hear(line).slots
    assert (filled.name, filled.words) == (slot, words)


def test_synonyms_resolve_to_the_id(hearing: Hearing):
    (filled,) = hearing.hear("tell me about talk therapy").slots
    assert filled.value is not None
    assert filled.value.id == "therapy"


def test_a_word_that_no_sample_uses_is_no_paraphrase(hearing: Hearing):
    assert hearing.hear("i'm going to kill this level").intent == "IAmPhraseIntent"


def test_what_is_denied_is_no_paraphrase_of_what_is_not(hearing: Hearing):
    assert hearing.hear("i don't want to hear that").intent == "AMAZON.NoIntent"
    assert hearing.hear("yeah i want to hear that").intent == "IWantToPhraseIntent"
