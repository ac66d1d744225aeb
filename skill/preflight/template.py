"""Template: template.yaml -> plain values, with CloudFormation's short forms as their text, and references marked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from skill.shape import DataError


class Ref(str):
    """The name in !Ref Name: of a parameter or a resource."""

    __slots__ = ()


class _Loader(yaml.SafeLoader):
    """Reads !Ref Name as a Ref, and any other short form as its text."""


def _short_form(loader: yaml.SafeLoader, form: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        text = loader.construct_scalar(node)
        return Ref(text) if form == "Ref" else text
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return None


_Loader.add_multi_constructor("!", _short_form)


def load_template(path: Path) -> dict[str, Any]:
    """The template's values. Raises DataError when it can't be read."""
    try:
        values = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a subclass of the safe loader
    except OSError as error:
        raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError([f"{path}: is not YAML: {' '.join(str(error).split())}"]) from error
    if not isinstance(values, dict) or not isinstance(values.get("Resources"), dict):
        raise DataError([f"{path}: Resources: is missing"])
    return values
