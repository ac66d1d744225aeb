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


def test_what_is_told_after_a_danger_is_answered_as_such_even_then(skill: GuardedSkill, event: Any):
    heard = says(skill, event, "brother is on the phone with them", said="still:crisis:self", guessed=True)
    assert "Stay with them" in heard
