"""A response plays at most five sounds, each from an https address.

Together they may last 240 seconds, 90 in a reprompt; how long a sound is can't be seen here.

passes: <audio src="https://www.example.org/bell.mp3"/>
fails:  <audio src="http://www.example.org/bell.mp3"/>; six of them
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "audio-fits"
SOURCE = "https://github.com/matteocontrini/amazon-ssml-cheatsheet"
GRADE = "C"
LEVEL = "error"

MOST = 5


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            sounds = re.findall(r"<audio\b[^>]*", exchange.ssml + exchange.reprompt_ssml)
            if len(sounds) > MOST:
                yield exchange.problem(f"plays {len(sounds)} sounds; {MOST} is the limit")
            if odd := [sound for sound in sounds if not re.search(r"""src=["']https://""", sound)]:
                yield exchange.problem(f"plays a sound that has no https address: {odd[0]}")
