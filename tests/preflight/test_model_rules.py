"""The rules about the interaction model see a model that is broken in one way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.preflight.tree import Tree, Values

Break = Callable[[Tree], Tree]


def without(name: str) -> Break:
    def drop(language: Values) -> None:
        language["intents"] = [item for item in language["intents"] if item["name"] != name]

    return lambda tree: tree.model(drop)


def sample(words: str, intent: str = "EffectsIntent") -> Break:
    return lambda tree: tree.intent(intent, lambda item: item["samples"].append(words))


def invocation(name: str) -> Break:
    return lambda tree: tree.model(lambda language: language.update(invocationName=name))


def value(*words: str) -> Break:
    """One more value of the first type, DOSE."""
    entry = {"id": "x", "name": {"value": words[0], "synonyms": list(words[1:])}}
    return lambda tree: tree.model(lambda language: language["types"][0]["values"].append(entry))


def only_free_words(language: Values) -> None:
    def free(item: Values) -> bool:
        return any(slot["type"] == "AMAZON.SearchQuery" for slot in item.get("slots", ()))

    language["intents"] = [item for item in language["intents"] if free(item) or item["name"].startswith("AMAZON.")]


BREAKS: list[tuple[str, Break, str]] = [
    ("required-built-ins", without("AMAZON.CancelIntent"), "AMAZON.CancelIntent is missing"),
    ("wanted-built-ins", without("AMAZON.RepeatIntent"), "AMAZON.RepeatIntent is missing"),
    ("handlers-match", without("HelplineIntent"), "intents.HelplineIntent: is answered, and is not in the model"),
    (
        "handlers-match",
        lambda tree: tree.intent("WarningSignsIntent", lambda item: item.update(name="WarningSignIntent")),
        "intents.WarningSignIntent: nothing answers it",
    ),
    (
        "enough-samples",
        lambda tree: tree.intent("HelplineIntent", lambda item: item.update(samples=["helpline number"])),
        "intents.HelplineIntent: has 1 samples",
    ),
    (
        "sample-lengths",
        lambda tree: tree.intent("HelplineIntent", lambda item: item.update(samples=["helpline"] * 5)),
        "intents.HelplineIntent.samples: all have 1 to 1 words",
    ),
    (
        "sample-lengths",
        lambda tree: tree.intent("HelplineIntent", lambda item: item.update(samples=["a", "a b c d e"])),
        "intents.HelplineIntent.samples: all have 1 to 5 words",
    ),
    (
        "slot-value-lengths",
        lambda tree: tree.model(
            lambda language: language["types"][0].update(
                values=[{"name": {"value": "low"}}, {"name": {"value": "a lot"}}]
            )
        ),
        "types.DOSE: all values have 1 to 2 words",
    ),
    ("sample-characters", sample("what's the effect?"), "holds ?"),
    ("sample-abbreviations", sample("what is CBT"), "holds 'CBT'"),
    ("sample-abbreviations", sample("what is c.b.t. like"), "holds 'c.b'"),
    ("samples-unique", sample("helpline number"), "'helpline number' leads to EffectsIntent too"),
    ("samples-unique", sample("tell me about detox"), "'tell me about detox' leads to EffectsIntent too"),
    ("samples-unique", sample("i am {i}", "IPhraseIntent"), "'i am {i_am}' stands in IPhraseIntent too"),
    ("built-in-phrases-free", sample("help me", "HelplineIntent"), "'help me' belongs to AMAZON.HelpIntent"),
    ("slots-declared", sample("what are the {time} effects"), "names time, which is not declared"),
    ("slots-declared", sample("what are the {short term|span} effects"), "names short term|span, which is not"),
    ("slots-declared", sample("{span} or {span} effects"), "names a slot twice"),
    ("phrase-slots", sample("i feel {i} and {i}", "IPhraseIntent"), "holds a slot beside one for free words"),
    (
        "slots-declared",
        lambda tree: tree.intent("EffectsIntent", lambda item: item["slots"].append({"name": "x", "type": "SPAN"})),
        "intents.EffectsIntent.slots.x: stands in no sample",
    ),
    (
        "slot-types-used",
        lambda tree: tree.intent("EffectsIntent", lambda item: item["slots"][0].update(type="DOSES")),
        "intents.EffectsIntent.slots.dose: there is no type DOSES",
    ),
    (
        "slot-types-used",
        lambda tree: tree.model(lambda language: language["types"].append({"name": "SPARE", "values": []})),
        "types.SPARE: is used by no slot",
    ),
    ("slot-values", value("x" * 141), "is longer than 140"),
    ("slot-values", value(*(f"value {number}" for number in range(50_001))), "has more than 50000 values"),
    ("slot-values", value("a bit & more"), "holds more than letters"),
    ("slot-values", value("much", "low"), "'low' stands under two values"),
    ("slot-values", lambda tree: tree.model(lambda language: language["types"][0].update(values=[])), "has no value"),
    ("phrase-slots", sample("{i}", "IPhraseIntent"), "'{i}' has no words around its slot"),
    ("no-catch-all", lambda tree: tree.model(only_free_words), "has 0 intents without free words"),
    ("no-connector-first", sample("about the effects"), "'about the effects' starts with 'about"),
    ("invocation-name", invocation("kratom"), "has one word"),
    ("invocation-name", invocation("Kratom 101"), "holds more than lower-case letters"),
    ("invocation-name", invocation("the kratom"), "and one is 'the'"),
    ("invocation-name", invocation("ask kratom guide"), "holds 'ask'"),
    ("invocation-name", invocation("kratom and me"), "holds 'and'"),
    ("invocation-words", invocation("my friendly kratom guide"), "more than three words"),
    ("model-size", lambda tree: sample("long " * 200_001)(tree), "1000000 is the limit"),
    (
        "fallback-sensitivity",
        lambda tree: tree.model(
            lambda language: language["modelConfiguration"]["fallbackIntentSensitivity"].update(level="low")
        ),
        "must be LOW, MEDIUM or HIGH",
    ),
    (
        "examples-are-samples",
        lambda tree: tree.edit(
            "responses.yaml", "You could say, what are", "You could say, what might be, or, what are"
        ),
        "prompts.welcome_reprompt: gives 'what might be' for an example",
    ),
]
KNOWN = {  # accepted.yaml has the reasons
    "no-connector-first": ("'if {if}'", "'that {words}'", "ExampleIntent.samples: 'for "),
    "sample-lengths": ("PhraseIntent",),
    "slot-value-lengths": ("types.ITEM",),
}


@pytest.mark.parametrize(("rule", "broken", "told"), BREAKS, ids=[f"{item[0]}-{item[2][:30]}" for item in BREAKS])
def test_the_rule_sees_the_fault(whole: Tree, rule: str, broken: Break, told: str):
    assert any(told in found for found in broken(whole).finds(rule))


def test_an_undeclared_slot_stops_no_other_rule(whole: Tree):
    broken = sample("what are the {time} effects")(whole)
    assert broken.finds("samples-unique") == broken.finds("slot-types-used") == []


@pytest.mark.parametrize("rule", sorted({item[0] for item in BREAKS}))
def test_the_rule_is_content_with_the_model(sound_whole: Tree, rule: str):
    assert [
        found for found in sound_whole.finds(rule) if not any(known in found for known in KNOWN.get(rule, ()))
    ] == []
