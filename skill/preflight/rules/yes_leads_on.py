"""Yes to an offer brings what was offered, and not the same words once more.

passes: "Would you like to hear about the first step?" "Yes." "The first step is ..."
fails:  "Would you like to hear about the first step?" "Yes." "Would you like to hear about the first step?"
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "yes-leads-on"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-interface-and-user-experience-testing-for-a-custom-skill.html"
GRADE = "ours"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Yes, wherever the last sentence offers something else than a repetition."""
    for turns in project.turns:
        for state in turns.states if turns.has("AMAZON.YesIntent") else ():
            offer = str(state.attributes.get("offer", ""))
            if offer.startswith("topic:"):
                exchange = turns.after(state, "AMAZON.YesIntent")
                if offer not in exchange.said:
                    yield exchange.problem(f"brings {exchange.said or 'nothing'}, and {offer} was offered")
