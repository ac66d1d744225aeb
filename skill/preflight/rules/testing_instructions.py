"""Amazon's testers are told the sources, what is stored, and what leads to a helpline.

passes: "Sources: ... Nothing a person says is stored or logged. ... The helpline it reads is ..."
fails:  "Just try it."
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "testing-instructions"
SOURCE = "https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html"
GRADE = "A"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """The manifest."""
    text = project.manifest["publishingInformation"]["testingInstructions"]
    for word in ("source", "stored", "helpline"):
        if word not in text.lower():
            yield Problem(project.store_path, "testing", f"does not speak of: {word}")
    if len(text) > 4000:
        yield Problem(project.store_path, "testing", f"has {len(text)} characters; 4000 is the limit")
