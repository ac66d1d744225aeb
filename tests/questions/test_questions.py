"""Free questions find their topic. A floor under what was measured, so that a change that loses speech is noticed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from skill.evaluate.labelled import rows
from skill.speaker.speaker import Speaker

MEASURING = Path(__file__).parent / "measuring.tsv"


def topic_heard(heard: dict) -> str:
    said = (heard["response"]["sessionAttributes"].get("said", "")).split("+")[-1]
    return said.split(":")[1] if said.startswith("topic:") else said.removeprefix("prompt:")


def test_plain_questions_find_their_topic(speaker: Speaker):
    said, right = Counter(), Counter()
    for row in rows(MEASURING):
        speaker.say("<reset>")
        if row["before"]:
            speaker.say(row["before"])
        said[row["kind"]] += 1
        right[row["kind"]] += topic_heard(speaker.say(row["utterance"])) in {row["topic"], *row["also"].split(",")}
    assert right["plain"] / said["plain"] >= 0.85
    assert right.total() / said.total() >= 0.7
