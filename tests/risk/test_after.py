"""A danger that only the model guessed lets go of the talk sooner than one that a sign told of."""

from __future__ import annotations

from typing import Any

from skill.alexa.guard import GuardedSkill

STANDS = {
    "line": "crisis",
    "told": "crisis:self",
    "stage": "stands",
    "remind": True,
    "offer": "again",
    "disclaimed": True,
}
"""What a session remembers of a danger."""


def says(skill: GuardedSkill, event: Any, words: str, **state: Any) -> str:
    request = event("free_statement")
    request["session"]["attributes"] = {**STANDS, **state}
    request["request"]["intent"]["name"] = "MyPhraseIntent"
    request["request"]["intent"]["slots"] = {"my": {"name": "my", "value": words, "confirmationStatus": "NONE"}}
    return str(skill.respond(request)["response"]["outputSpeech"]["ssml"])


def test_once_its_line_was_named_twice_a_guess_stands_no_longer(skill: GuardedSkill, event: Any):
    guessed = says(skill, event, "neighbor paints fences", said="still:crisis:self", guessed=True, stage="loose")
    known = says(skill, event, "neighbor paints fences", said="still:crisis:self")
    assert "Thank you for telling me" in guessed
    assert guessed.count(">988<") == 1  # once more before whatever is said next
    assert "Thank you for telling me" not in known
    assert ">988<" in known


def test_right_after_the_reply_a_guess_stands_like_any_other(skill: GuardedSkill, event: Any):
    state = {"said": "risk:crisis:self"}
    guessed = says(skill, event, "neighbor paints fences", **state, guessed=True)
    assert guessed == says(skill, event, "neighbor paints fences", **state)


def test_a_new_danger_is_not_taken_for_news_of_one_that_is_over(skill: GuardedSkill, event: Any):
    state = {"line": "emergency", "told": "overdose:other", "said": "after:help_here:emergency", "stage": "over"}
    for words in (
        "brother looks for a bridge he can jump off now",
        "head says end my live now nobody minds",
        "own fault i don't deserve to be alive",
    ):
        assert ">988<" in says(skill, event, words, **state, sure=True).split(".")[0], words


def test_what_is_told_after_a_danger_is_answered_as_such_even_then(skill: GuardedSkill, event: Any):
    heard = says(skill, event, "brother is on the phone with them", said="still:crisis:self", guessed=True)
    assert "Stay on with" in heard


def test_a_denial_ends_what_only_the_model_heard(skill: GuardedSkill, event: Any):
    state = {"said": "risk:danger:self", "line": "emergency", "told": "danger:self"}
    denied = "neighbor says it's not an emergency"
    assert "misheard" in says(skill, event, denied, **state, guessed=True)
    told_by_a_sign = says(skill, event, denied, **state, sure=True)
    assert "misheard" not in told_by_a_sign
    assert ">911<" in told_by_a_sign


def test_once_help_is_on_the_phone_nobody_is_told_to_call_again(skill: GuardedSkill, event: Any):
    state = {"said": "after:called:emergency", "line": "emergency", "told": "overdose:other", "sure": True}
    words = "neighbor paints fences"
    assert "the people you called" in says(skill, event, words, **state, on_line=True)
    assert "the people you called" not in says(skill, event, words, **state)
