"""The rules about speech and cards see an answer that is bent in one way."""

from __future__ import annotations

import pytest

from tests.preflight.test_session_rules import CATALOG, Change, on, plain, says, without_card
from tests.preflight.tree import Tree, Values

DISCLAIMER = plain(CATALOG.disclaimer.spoken)


def speaks(words: str) -> Change:
    """What it says, and these words."""

    def change(_: Values, response: Values) -> None:
        if speech := response["response"].get("outputSpeech"):
            speech["ssml"] = speech["ssml"].replace("</speak>", f" {words}</speak>")

    return change


def shows(words: str) -> Change:
    def change(_: Values, response: Values) -> None:
        if "card" in response["response"]:
            response["response"]["card"]["content"] = words

    return change


def pictures(_: Values, response: Values) -> None:
    if "card" in response["response"]:
        response["response"]["card"]["image"] = {"smallImageUrl": "https://www.example.org/" + "x" * 2000}


def remembers_much(_: Values, response: Values) -> None:
    response["sessionAttributes"] = {"said": "x" * 24_000}


def undisclaimed(_: Values, response: Values) -> None:
    if speech := response["response"].get("outputSpeech"):
        speech["ssml"] = speech["ssml"].replace(DISCLAIMER, "")


def draws(_: Values, response: Values) -> None:
    response["response"]["directives"] = [{"type": "Alexa.Presentation.APL.RenderDocument"}]


BREAKS = [
    ("ssml-parses", speaks("vitamins & herbs?"), "is not SSML: not well-formed"),
    ("ssml-parses", speaks("<speak>twice?</speak>"), "is not one <speak> around everything"),
    ("ssml-tags", speaks("<bold>now</bold>?"), "holds <bold>, which Alexa does not know"),
    ("speech-length", speaks("word " * 1600 + "?"), "it must have fewer than 8000"),
    ("response-size", remembers_much, "it must have fewer than 24000"),
    ("card-length", shows("x" * 8000), "8000 is the limit"),
    ("card-length", pictures, "2000 is the limit"),
    ("audio-fits", speaks('<audio src="https://www.example.org/a.mp3"/>' * 6 + "?"), "5 is the limit"),
    ("audio-fits", speaks('<audio src="http://www.example.org/a.mp3"/>?'), "has no https address"),
    ("speech-characters", speaks("your *dose*?"), "says *"),
    ("numbers-are-digits", speaks("call 988?"), "reads 988 as a quantity"),
    (
        "numbers-are-digits",
        speaks('<say-as interpret-as="telephone">18006151067</say-as>?'),
        "reads 18006151067 as a telephone number",
    ),
    ("alexa-places-no-call", speaks("Say, Alexa, call 988?"), "says 'Alexa, call'"),
    ("answers-disclaim", undisclaimed, "LaunchRequest: is not said with the disclaimer"),
    ("answers-disclaim", shows("An answer."), "has a card without the disclaimer"),
    ("answers-name-their-source", on("WarningSignsIntent")(without_card), "has no card that names its source"),
    ("screens-only-where-there-are", draws, "sends a screen document"),
]


@pytest.mark.parametrize(("rule", "change", "told"), BREAKS, ids=[f"{item[0]}-{item[2][:20]}" for item in BREAKS])
def test_the_rule_sees_the_fault(small: Tree, rule: str, change: Change, told: str):
    assert any(told in found for found in small.answers(change).finds(rule))


@pytest.mark.parametrize("rule", sorted({item[0] for item in BREAKS}))
def test_the_rule_is_content_with_the_skill(sound_small: Tree, rule: str):
    assert sound_small.finds(rule) == []


def test_a_number_in_digits_is_what_is_asked_for(small: Tree):
    spelled = says('Call <say-as interpret-as="digits">988</say-as>?')
    assert small.answers(spelled).finds("numbers-are-digits") == []
