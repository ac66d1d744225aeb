"""The catalog speaks for the whole article, and every section can be reached by voice."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from skill.catalog.catalog import Catalog
from skill.speaker.speaker import Speaker

SECTIONS = yaml.safe_load((Path(__file__).parent / "article.yaml").read_text())
QUESTIONS = [(section, question) for section in SECTIONS for question in section["questions"]]
FACTS = [(section, fact) for section in SECTIONS for fact in section["facts"]]


def topic_heard(heard: dict) -> str:
    said = (heard["response"]["sessionAttributes"].get("said", "")).split("+")[-1]
    return said.split(":")[1] if said.startswith("topic:") else said


@pytest.mark.parametrize(("section", "fact"), FACTS, ids=lambda value: str(value)[:40])
def test_a_fact_of_the_article_is_said(catalog: Catalog, section: dict, fact: list[str]):
    place = catalog.place("en-US")
    for topic in section["topics"]:
        for text in (catalog.topics[topic].answer, *catalog.topics[topic].more):
            words = text.plain(place).lower()
            if all(any(choice.lower() in words for choice in part.split("|")) for part in fact):
                return
    pytest.fail(f"{section['section']}: no answer says {fact}")


def test_every_section_has_three_questions():
    assert all(len(section["questions"]) >= 3 for section in SECTIONS)


@pytest.mark.parametrize(("section", "question"), QUESTIONS, ids=lambda value: str(value)[:40])
def test_a_question_reaches_its_section(speaker: Speaker, section: dict, question: str):
    heard = speaker.say(question)
    assert topic_heard(heard) in section["topics"], heard["speech"]


def test_every_topic_names_where_it_comes_from_on_its_card(catalog: Catalog):
    """All but those that give no information: the limits of what the skill says, and what it is."""
    silent = {
        "dose",
        "lawyer",
        "confidence",
        "for_employer",
        "vet_call",
        "flush_out",
        "hurt_baby",
        "lost_baby",
        "not_injected",
        "midwife_fear",
        "test_details",
        "plan",
        "rehab_life",
        "search_room",
        "faith",
        "telling_children",
        "cant_reach",
        "not_themselves",
        "talk_here",
        "stopped_pregnant",
        "vet_said",
        "vet_closed",
        "leave_or_stay",
        "losing_them",
        "make_it_right",
        "first_words",
        "their_debts",
        "keep_or_flush",
        "house_rules",
        "work_while",
        "taken_away",
        "pet_signs",
        "pet_vomit",
        "pet_harm",
        "pet_died",
        "pet_fine",
        "loves_them",
        "no_danger",
        "slower",
        "buying",
        "strains",
        "drug_test",
        "legality",
        "other_drugs",
        "medical_advice",
        "grief",
        "feelings",
        "good_news",
        "thanks",
        "hello",
        "who_are_you",
        "privacy",
        "help_private",
        "complaint",
        "pets",
        "languages",
        "spelling",
        "noted",
        "heard_you",
        "takes_it",
        "other_ways",
        "group_faith",
        "who_made",
        "doubt",
        "a_lot",
    }
    for name, topic in catalog.topics.items():
        assert bool(topic.section or topic.source) == (name not in silent), name


def test_every_answer_has_other_words_for_who_asks_on(catalog: Catalog):
    asked = {name: topic for name, topic in catalog.topics.items() if topic.asked}
    assert not [name for name, topic in asked.items() if not (topic.again or topic.more) and name != "self_check"]
