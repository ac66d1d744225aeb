"""Texts with lines in them."""

from __future__ import annotations

import pytest

from skill.catalog.text import Line, Place, Text

PLACE = Place({"helpline": Line("the line", "1-800-555-0100", "call or text"), "crisis": Line("a crisis line")})
ALLOWED = frozenset({"helpline", "crisis", "line", "name"})


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Call {helpline}.", "Call 1-800-555-0100."),
        ("Please {helpline.reach} {helpline.name}.", "Please call or text the line."),
        ("Call {crisis}.", "Call a crisis line."),
        ("Call {crisis.at}.", "Call a crisis line."),
    ],
)
def test_a_line_is_named_or_numbered(raw: str, plain: str):
    assert Text.parse(raw, ALLOWED).plain(PLACE) == plain


def test_a_blank_is_filled_and_an_aim_is_taken():
    text = Text.parse("About {name}: {line}.", ALLOWED)
    assert text.fill("name", "it & that").aim("helpline").plain(PLACE) == "About it & that: 1-800-555-0100."


def test_a_digit_counts_as_a_word():
    assert Text.parse("{helpline}", ALLOWED).seconds(PLACE) == 11 / 2.5
    assert Text.parse("one two three four five", ALLOWED).seconds(PLACE) == 2


@pytest.mark.parametrize(
    ("raw", "opens"),
    [
        ("Please call {helpline}, now.", True),
        ("Good; still, call {helpline.at}.", True),
        ("That is good. Call {helpline}.", False),
        ("Is it? Call {helpline}.", False),
        ("Call {crisis}, or {helpline}.", True),
        ("Call {crisis}.", False),
    ],
)
def test_a_line_in_the_first_sentence(raw: str, opens: bool):
    assert Text.parse(raw, ALLOWED).opens_with("helpline") is opens


@pytest.mark.parametrize("raw", ["{nobody}", "{helpline.loud}", "{", "}", "{helpline", "{ helpline }", "{HELPLINE}"])
def test_a_bad_brace_is_refused(raw: str):
    with pytest.raises(ValueError, match=r"known|dot|brace"):
        Text.parse(raw, ALLOWED)
