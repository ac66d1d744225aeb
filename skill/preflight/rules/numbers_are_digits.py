"""A phone number is read digit by digit, never as a quantity.

Outside of <say-as interpret-as="digits"> Alexa reads 988 as "nine hundred eighty-eight". The `telephone` reading is
only defined for 7 and 10 digits, and 1-800 numbers have 11.

passes: <say-as interpret-as="digits">988</say-as>
fails:  call 988; <say-as interpret-as="telephone">18006624357</say-as>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "numbers-are-digits"
SOURCE = "https://developer.amazon.com/ja/docs/custom-skills/speech-synthesis-markup-language-ssml-reference.html"
GRADE = "C"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every turn."""
    for turns in project.turns:
        for exchange in turns.all:
            for ssml in (exchange.ssml, exchange.reprompt_ssml):
                for number in re.findall(r'"telephone">([^<]*)<', ssml):
                    if len(re.sub(r"\D", "", number)) not in (7, 10):
                        yield exchange.problem(f"reads {number} as a telephone number, which has 7 or 10 digits")
                bare = re.sub(r"<say-as[^>]*>[^<]*</say-as>|<[^>]*>", " ", ssml)
                if found := re.search(r"\d[\d-]{2,}", bare):
                    yield exchange.problem(f"reads {found.group()} as a quantity, not digit by digit")
