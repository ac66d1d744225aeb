"""Every model has a store page in its locale, and every page a model.

passes: interaction_model/en-US.json and listing/en-US.yaml
fails:  interaction_model/de-DE.json alone
"""

from __future__ import annotations

from collections.abc import Iterator

from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "models-have-pages"
SOURCE = "listing/skill.yaml"
GRADE = "ours"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Every locale."""
    models, pages = {file.locale for file in project.models}, set(project.listing.pages)
    for locale in sorted(models - pages):
        yield Problem(project.page_path(locale), "name", f"there is no page, and there is a model for {locale}")
    for locale in sorted(pages - models):
        yield Problem(project.page_path(locale), "name", f"there is no model for {locale}: nothing could be heard")
