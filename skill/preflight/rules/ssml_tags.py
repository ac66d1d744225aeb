"""SSML holds only tags that Alexa knows.

passes: <say-as interpret-as="digits">988</say-as>
fails:  <bold>988</bold>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "ssml-tags"
SOURCE = "https://developer.amazon.com/ja/docs/custom-skills/speech-synthesis-markup-language-ssml-reference.html"
GRADE = "A"
LEVEL = "error"

KNOWN = frozenset(
    "amazon:domain amazon:effect amazon:emotion audio break emphasis lang p phoneme prosody s say-as speak sub voice "
    "w".split()
)
"""The tags of Alexa's SSML reference."""


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            tags = set(re.findall(r"</?([\w:-]+)", exchange.ssml + exchange.reprompt_ssml))
            if unknown := sorted(tags - KNOWN):
                yield exchange.problem(f"holds {', '.join(f'<{tag}>' for tag in unknown)}, which Alexa does not know")
