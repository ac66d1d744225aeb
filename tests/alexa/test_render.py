"""What every response has in common."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
import yaml

from skill.alexa.app import build
from skill.alexa.render import ssml
from skill.catalog.catalog import Catalog
from skill.catalog.text import Text
from skill.files import CATALOG
from skill.parts import read_sources
from skill.speaker.model import Model
from skill.speaker.speaker import Speaker

FOLLOW_UPS = [
    "<silence>",
    "yes",
    "tell me more",
    "next",
    "repeat that",
    "no",
    "previous",
    "what was that number",
    "can you call them",
]


def check(heard: dict, longest: float) -> None:
    response = heard["response"]["response"]
    ssml = response["outputSpeech"]["ssml"]
    ET.fromstring(ssml)
    ends_with_question = heard["speech"].endswith("?")
    assert ends_with_question == ("reprompt" in response) == (response["shouldEndSession"] is False), heard["speech"]
    if ends_with_question:
        ET.fromstring(response["reprompt"]["outputSpeech"]["ssml"])
        assert heard["reprompt"].endswith("?")
    assert len(ssml) < 8000
    words = len(re.sub(r"(?<=\d)(?=\d)", " ", heard["speech"].replace("-", "")).split())
    assert words / 2.5 <= longest, f"{words / 2.5:.0f} s: {heard['speech']}"
    if response.get("card"):
        assert len(response["card"]["title"]) + len(response["card"]["content"]) < 8000


def test_every_reply_to_every_intent_is_sound_and_short(speaker: Speaker, model: Model):
    """Also what follows on each: silence, yes, more, next, repeat, no."""
    for intent in model.intents:
        sample = next((words for words, name, _ in model.spoken() if name == intent.name), None)
        if sample is None:
            continue
        for follow_up in FOLLOW_UPS:
            speaker.say("<reset>")
            check(speaker.say(sample), 31)
            heard = speaker.say(follow_up)
            if heard["response"]:
                check(heard, 31)


def test_every_topic_part_is_sound_and_short(speaker: Speaker, catalog: Catalog):
    for name in catalog.topics:
        speaker.say("<reset>")
        speaker.say("<launch>")
        session = speaker._session
        assert session is not None
        session.attributes = {"offer": f"topic:{name}", "disclaimed": True}
        check(speaker.say("yes"), 30)
        while (session.attributes.get("offer") or "").startswith(f"topic:{name}:"):
            check(speaker.say("yes"), 30)


def test_every_health_answer_shows_its_source_and_the_disclaimer(speaker: Speaker, catalog: Catalog):
    for name, topic in catalog.topics.items():
        speaker.say("<reset>")
        speaker.say("<launch>")
        assert speaker._session is not None
        speaker._session.attributes = {"offer": f"topic:{name}"}
        heard = speaker.say("yes")
        content = heard["card"]["content"]
        assert "not medical advice" in content
        if topic.section:
            assert f'section "{topic.section}"' in content
        if topic.source:
            assert topic.source in content
        assert ("not medical advice" in heard["speech"]) == topic.asked  # words to who grieves carry none


@pytest.mark.parametrize(
    ("words", "ssml", "heard"),
    [
        ("Salt & pepper", "Salt &amp; pepper", "Salt & pepper"),
        ("less < more > less", "less &lt; more &gt; less", "less < more > less"),
        ('it\'s "so"', 'it\'s "so"', 'it\'s "so"'),
    ],
)
def test_xml_characters_reach_the_ear_as_words(tmp_path, model: Model, words: str, ssml: str, heard: str):
    data = yaml.safe_load(CATALOG.read_text())
    data["topics"]["detox"]["answer"] = words
    path = tmp_path / "responses.yaml"
    path.write_text(yaml.safe_dump(data))
    skill = build(read_sources(path))
    said = Speaker(model, skill.respond, "en-US").say("what is detox")
    assert ssml in said["ssml"]
    assert heard in said["speech"]


def test_a_number_is_read_slowly_in_groups(catalog: Catalog):
    place = catalog.place("en-US")
    spoken = ssml(Text.parse("{helpline}", frozenset({"helpline"})), place)
    groups = re.findall(r'<say-as interpret-as="digits">(\d+)</say-as>', spoken)
    assert groups == ["1", "800", "615", "1067"]
    assert spoken.count("<break") == 3
