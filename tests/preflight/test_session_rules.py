"""The rules about sessions, prompts and intents see a skill whose answers are bent in one way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skill.catalog.catalog_file import load
from skill.catalog.text import Text
from tests.preflight.tree import ROOT, Tree, Values

Change = Callable[[Values, Values], None]
CATALOG = load(ROOT / "responses.yaml")
PROMPTS = CATALOG.prompts


def plain(*texts: Text) -> str:
    return " ".join(text.plain(CATALOG.place("en-US")) for text in texts)


def on(*intents: str) -> Callable[[Change], Change]:
    """Bend only the answers to some intents or request types."""

    def only(change: Change) -> Change:
        def bent(request: Values, response: Values) -> None:
            inner = request.get("request") or {}
            if ((inner.get("intent") or {}).get("name") or inner.get("type")) in intents:
                change(request, response)

        return bent

    return only


def says(words: str) -> Change:
    def change(_: Values, response: Values) -> None:
        response["response"]["outputSpeech"] = {"type": "SSML", "ssml": f"<speak>{words}</speak>"}

    return change


def closes(_: Values, response: Values) -> None:
    response["response"]["shouldEndSession"] = True


def stays_open(_: Values, response: Values) -> None:
    response["response"]["shouldEndSession"] = False


def without_reprompt(_: Values, response: Values) -> None:
    response["response"].pop("reprompt", None)


def without_question(_: Values, response: Values) -> None:
    speech = response["response"].get("outputSpeech")
    if speech:
        speech["ssml"] = speech["ssml"].replace("?", ".")


def without_card(_: Values, response: Values) -> None:
    response["response"].pop("card", None)


def forgets(_: Values, response: Values) -> None:
    response["sessionAttributes"] = {"risk": {"level": "none"}}


def raises(_request: Values, _response: Values) -> None:
    raise KeyError("broken on purpose")


def elicits(_: Values, response: Values) -> None:
    response["response"]["directives"] = [{"type": "Dialog.ElicitSlot", "slotToElicit": "dose"}]


def tells(topic: str) -> Change:
    """Another topic's answer, and the session knows of no other."""
    say = says(plain(CATALOG.topics[topic].answer))

    def change(request: Values, response: Values) -> None:
        say(request, response)
        response["sessionAttributes"]["said"] = f"topic:{topic}"

    return change


DETOX = says(plain(CATALOG.topics["detox"].answer))
"""Another answer than the session believes."""
WELCOME = says(plain(PROMPTS.welcome[0], CATALOG.disclaimer.spoken, PROMPTS.welcome_ask))


def fails_on_the_unknown(request: Values, response: Values) -> None:
    if "future" in request:
        raises(request, response)


def fails_on_a_strange_request(request: Values, response: Values) -> None:
    if request.get("session") is None:
        raises(request, response)


ERROR = says(plain(PROMPTS.error, PROMPTS.error_ask))
HELP, STOP, CANCEL, HOME = (f"AMAZON.{name}Intent" for name in ("Help", "Stop", "Cancel", "NavigateHome"))
FALLBACK, YES, REPEAT = (f"AMAZON.{name}Intent" for name in ("Fallback", "Yes", "Repeat"))

BREAKS = [
    ("question-keeps-open", closes, "LaunchRequest: asks, and closes the session"),
    ("open-asks", without_question, "leaves the session open without a question"),
    ("question-is-spoken", without_question, "asks only in the reprompt"),
    ("open-has-reprompt", without_reprompt, "stays open without a reprompt"),
    ("launch-welcomes", on("LaunchRequest")(says("Welcome. What would you like to know?")), "fewer than two subjects"),
    ("launch-welcomes", on("LaunchRequest")(closes), "LaunchRequest: closes the session"),
    ("help-explains", on(HELP)(says("Ask me anything. What would you like?")), "fewer than two subjects"),
    ("help-explains", on(HELP)(closes), f"{HELP}, after LaunchRequest: does not end with a question"),
    ("help-differs-from-welcome", on(HELP, "LaunchRequest")(WELCOME), "repeats most of the welcome"),
    ("help-is-no-slot-value", on("EffectsIntent")(elicits), "waits for one slot alone"),
    ("stop-ends", on(STOP)(stays_open), f"{STOP}, after LaunchRequest: does not end the session"),
    ("cancel-ends", on(CANCEL)(stays_open), "does not end the session"),
    ("home-ends", on(HOME)(stays_open), "does not end the session"),
    (
        "leaving-tells-nothing",
        on(STOP)(says(plain(CATALOG.topics["what_is"].answer))),
        "gives an answer: ",
    ),
    ("fallback-guides", on(FALLBACK)(says("You could ask, what is kratom. What next?")), "does not name the skill"),
    ("fallback-guides", on(FALLBACK)(says("I'm Kratom Guide. What next?")), "gives no example"),
    ("fallback-is-safe", on(FALLBACK)(says("Call 988 or 1-800-615-1067?")), "does not name the emergency line"),
    ("ended-is-silent", on("SessionEndedRequest")(says("Goodbye.")), "returns outputSpeech"),
    ("ended-is-silent", on("SessionEndedRequest")(raises), "the skill raised KeyError at"),
    ("yes-no-answered", on(YES)(ERROR), "is answered with an error"),
    ("yes-no-answered", on(YES)(says("")), "nothing is said"),
    ("yes-leads-on", on(YES)(forgets), "brings nothing, and topic:"),
    ("repeat-repeats", on(REPEAT)(says("What I said. Shall I go on?")), "leaves out 1-800-615-1067"),
    ("repeat-repeats", on(REPEAT)(without_card), "does not show the card"),
    ("repeat-repeats", on(REPEAT)(forgets), "says nothing, and welcome was said"),
    ("one-shots-answered", on("WarningSignsIntent")(raises), "the skill raised KeyError at"),
    ("samples-answered", on("OverdoseIntent")(forgets), "OverdoseIntent: i overdosed: is not heard as danger"),
    ("samples-answered", on("FirstStepIntent")(forgets), "is answered with nothing, and topic:first_step is not heard"),
    ("samples-answered", on("WarningSignsIntent")(tells("detox")), "is answered with topic:detox, and topic:"),
    ("samples-answered", on("FirstStepIntent")(DETOX), "with topic:first_step, and topic:first_step is not heard"),
    ("samples-answered", on("EffectsIntent")(tells("overview")), "topic:overview, and topic:long_term is not heard"),
    ("samples-answered", on("CompareSubstanceIntent")(tells("overview")), "is not heard"),
    ("samples-answered", on("HelplineIntent")(tells("detox")), "does not name the helpline, 1-800-615-1067"),
    ("samples-answered", on("OverdoseIntent")(DETOX), "risk:overdose:self, and a word on danger is not heard"),
    ("one-shots-answered", on("WarningSignsIntent")(tells("detox")), "is answered with topic:detox, and topic:"),
    ("one-shots-answered", on("HelplineIntent")(tells("detox")), "does not name the helpline"),
    ("samples-answered", on("FirstStepIntent")(ERROR), "is answered with an error"),
    ("odd-slots-answered", on("CompareSubstanceIntent")(ERROR), "(every slot empty): is answered with an error"),
    ("failures-are-spoken", fails_on_a_strange_request, "a request with no session: the skill raised KeyError"),
    ("failures-are-spoken", on("FutureIntent")(says("")), "a request with an unknown intent: nothing is said"),
    ("unknown-properties-accepted", fails_on_the_unknown, "with unknown properties: the skill raised KeyError"),
]


@pytest.mark.parametrize(("rule", "change", "told"), BREAKS, ids=[f"{item[0]}-{item[2][:30]}" for item in BREAKS])
def test_the_rule_sees_the_fault(small: Tree, rule: str, change: Change, told: str):
    assert any(told in found for found in small.answers(change).finds(rule))


@pytest.mark.parametrize("rule", sorted({item[0] for item in BREAKS}))
def test_the_rule_is_content_with_the_skill(sound_small: Tree, rule: str):
    assert sound_small.finds(rule) == []


def test_a_slot_value_that_is_alexas_own_word(small: Tree):
    def add(language: Values) -> None:
        language["types"][0]["values"].append({"name": {"value": "help"}})

    assert "types.DOSE: lists 'help'" in small.model(add).finds("help-is-no-slot-value")[0]


def test_slow_turns(small: Tree):
    assert small.finds("turns-are-quick") == []
    assert "takes 1.5 s" in small.slow(1.5).finds("turns-are-quick")[0]
