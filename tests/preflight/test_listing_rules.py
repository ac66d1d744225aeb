"""The rules about store page, manifest, catalog and template see a file that is broken in one way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.preflight.tree import Tree

Break = Callable[[Tree], Tree]
PAGE, STORE, TEMPLATE, CATALOG = "listing/en-US.yaml", "listing/skill.yaml", "template.yaml", "responses.yaml"
LAST = "  - What's the helpline number?\n"


def edit(name: str, old: str, new: str) -> Break:
    return lambda tree: tree.edit(name, old, new)


def jpeg(tree: Tree) -> Tree:
    (tree.root / "listing" / "icons" / "icon-108.png").write_bytes(b"\xff\xd8\xff")
    return tree


def swapped(tree: Tree) -> Tree:
    icons = tree.root / "listing" / "icons"
    (icons / "icon-512.png").write_bytes((icons / "icon-108.png").read_bytes())
    return tree


def another_model(tree: Tree) -> Tree:
    folder = tree.root / "interaction_model"
    (folder / "de-DE.json").write_text((folder / "en-US.json").read_text())
    return tree


def another_page(tree: Tree) -> Tree:
    (tree.root / "listing" / "de-DE.yaml").write_text((tree.root / PAGE).read_text())
    return tree


BREAKS: list[tuple[str, Break, str]] = [
    ("example-count", edit(PAGE, LAST, LAST * 2), "holds 4 phrases"),
    ("three-examples", edit(PAGE, LAST, ""), "holds 2 of three phrases"),
    ("example-opens", edit(PAGE, "- Alexa, open Kratom Guide.", "- What is kratom?"), "must begin with Alexa"),
    ("example-opens", edit(PAGE, "- Alexa, open Kratom Guide.", "- Alexa, open the guide."), "must begin with Alexa"),
    ("examples-work", edit(PAGE, LAST, "  - Where is the moon?\n"), "is no sample utterance"),
    ("examples-work", edit(PAGE, LAST, "  - Alexa, helpline number.\n"), "must hold a launch word"),
    ("examples-work", edit(PAGE, "what is the first step?", "what is the last step?"), "asks 'what is the last step'"),
    ("example-characters", edit(PAGE, "number?\n", "number!\n"), "must end with a period"),
    ("example-characters", edit(PAGE, "- Alexa, open", "- Alexa, enable"), "begins with Alexa, enable"),
    ("example-characters", edit(PAGE, "the helpline number?", "the (helpline) number?"), "holds ( )"),
    ("description-disclaims", edit(PAGE, "and is not a substitute", "and no substitute"), "does not hold: This tool"),
    ("no-claims", edit(PAGE, "summary: Plain answers", "summary: Life-saving answers"), "summary: claims too much"),
    ("no-claims", edit(PAGE, "  - recovery", "  - cure"), "keywords[1]: claims too much: 'cure'"),
    (
        "no-claims",
        lambda tree: tree.model(lambda language: language.update(invocationName="kratom rescue")),
        "invocationName: claims too much: 'rescue'",
    ),
    ("listing-brand", edit(PAGE, "name: Kratom Guide", "name: Kratom Guide Skill"), "name: says 'Skill'"),
    ("listing-brand", edit(PAGE, "summary: Plain", "summary: An Alexa skill with plain"), "says 'Alexa skill'"),
    ("helpline-named", edit(PAGE, "{helpline.name}, {helpline}.", "our helpline."), "does not name the National"),
    ("helpline-named", edit(PAGE, "is independent of", "is fond of"), "does not say that the skill is independent"),
    (
        "pages-filled-in",
        edit(PAGE, "privacy_policy_url: https://www.example.org/privacy", "privacy_policy_url:"),
        "privacy_policy_url: is not filled in",
    ),
    ("page-urls", edit(PAGE, "https://www.example.org/terms", "http://example.org"), "is not an https address"),
    ("page-urls", edit(PAGE, "https://www.example.org/terms", "https://my-alexa.example.org"), "has Amazon's brand"),
    ("store-lengths", edit(PAGE, "name: Kratom Guide", "name: " + "x" * 51), "name: has 51 characters"),
    ("store-lengths", edit(PAGE, "summary: ", "summary: " + "long " * 30), "20 to 160 are asked for"),
    ("store-lengths", edit(PAGE, "  - kratom\n", "  - kratom\n" * 31), "keywords: holds 40"),
    ("models-have-pages", another_model, "de-DE.yaml: name: there is no page"),
    ("models-have-pages", another_page, "de-DE.yaml: name: there is no model"),
    ("category-fits", edit(STORE, "HEALTH_AND_FITNESS", "HEALTH"), "must be one of HEALTH_AND_FITNESS"),
    ("us-only", edit(STORE, "countries: [US]", "countries: [US, TH]"), "must be US alone"),
    ("privacy-answers", edit(STORE, "contains_ads: false", "contains_ads: true"), "privacy (containsAds): is True"),
    ("testing-instructions", edit(STORE, "says is stored or logged.", "says is lost."), "does not speak of: stored"),
    ("testing-instructions", edit(STORE, "testing: |\n", "testing: |\n  " + "word " * 801 + "\n"), "4000 is the limit"),
    ("icons-fit", jpeg, "icon-108.png: icon: is missing, or not a PNG"),
    ("icons-fit", swapped, "icon-512.png: icon: is 108 by 108"),
    (
        "no-use-guidance",
        edit(CATALOG, "    answer: >-\n", "    answer: >-\n      Start with two grams.\n"),
        "guides to use: 'two grams'",
    ),
    (
        "no-use-guidance",
        edit(CATALOG, "    other: Tolerance means", "    other: Start with two grams. Tolerance means"),
        "guides to use: 'two grams'",
    ),
    (
        "skill-id-required",
        edit(
            TEMPLATE,
            "            SkillId: !Ref SkillId # without it any skill in the world could call the function\n",
            "            {}\n",
        ),
        "is missing: any skill",
    ),
    (
        "skill-id-required",
        edit(TEMPLATE, "            SkillId: !Ref SkillId", '            SkillId: "*"'),
        "must be !Ref SkillId, not '*'",
    ),
    (
        "skill-id-required",
        edit(TEMPLATE, "            SkillId: !Ref SkillId", "            SkillId: SkillId"),
        "must be !Ref SkillId, not 'SkillId'",
    ),
    (
        "skill-id-required",
        edit(TEMPLATE, "            SkillId: !Ref SkillId", "            SkillId: !Ref AlarmEmail"),
        "must be !Ref SkillId, not 'AlarmEmail'",
    ),
    (
        "skill-id-required",
        edit(TEMPLATE, "          Type: AlexaSkill", "          Type: Api"),
        "no function has the trigger",
    ),
    (
        "skill-id-required",
        edit(TEMPLATE, "    Type: String\n", '    Type: String\n    Default: ""\n'),
        "Parameters.SkillId.Default",
    ),
    ("function-answers-in-time", edit(TEMPLATE, "Timeout: 7", "Timeout: 30"), "is 30; 7 is the most"),
    ("function-verifies", edit(TEMPLATE, "SKILL_ID: !Ref SkillId", "OTHER: none"), "SKILL_ID: is missing"),
]


@pytest.mark.parametrize(("rule", "broken", "told"), BREAKS, ids=[f"{item[0]}-{item[2][:30]}" for item in BREAKS])
def test_the_rule_sees_the_fault(whole: Tree, rule: str, broken: Break, told: str):
    assert any(told in found for found in broken(whole).finds(rule))


@pytest.mark.parametrize("rule", sorted({item[0] for item in BREAKS}))
def test_the_rule_is_content_with_the_files(sound_whole: Tree, rule: str):
    assert sound_whole.finds(rule) == []
