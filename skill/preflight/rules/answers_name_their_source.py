"""The card of an answer names where the answer comes from.

"The skill ... failed to provide clear attribution to the source of those answers." The source may stand in the
description, in the speech or on the card.

passes: 'From the article on first steps in recovering from kratom, section "Identifying the Problem".'
fails:  a card with the answer alone
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "answers-name-their-source"
SOURCE = "https://github.com/noweh/alexa-maurice-chatgpt"
GRADE = "D"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every answer of a topic that has a source."""
    for turns in project.turns:
        catalog, place = project.catalog, project.catalog.place(turns.file.locale)
        for exchange in turns.samples:
            key = exchange.said.split(":")
            topic = catalog.topics.get(key[1]) if key[0] == "topic" and len(key) > 1 else None
            if topic is None or not (topic.section or topic.source):
                continue
            wanted = (
                catalog.source.card.fill("section", topic.section)
                if topic.section
                else catalog.source.card_other.fill("source", topic.source or "")
            )
            if wanted.plain(place) not in str(exchange.card.get("content")):
                yield exchange.problem("has no card that names its source")
