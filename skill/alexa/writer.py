"""Writer: objects of the SDK's model -> JSON values, as its DefaultSerializer writes them, by a plan for each class.

The counterpart of parser.py: the attributes of a class are looked up once, and not for every object.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Writer:
    """Writes what a response is made of; what is of no class of the model is left to another."""

    def __init__(self, others: Callable[[Any], Any]) -> None:
        """In: what writes values of other kinds."""
        self._others = others
        self._fields: dict[type, list[tuple[str, str]]] = {}

    def write(self, obj: Any) -> Any:
        """In: an object. Out: its JSON values; what is null is left out."""
        if isinstance(obj, str):
            return obj
        model = type(obj)
        if model not in self._fields:
            if not hasattr(model, "deserialized_types"):
                return self._others(obj)
            names = {**{name: name for name in model.deserialized_types}, **getattr(model, "attribute_map", {})}
            self._fields[model] = [(name, names[name]) for name in model.deserialized_types]
        values = ((name, getattr(obj, attribute)) for attribute, name in self._fields[model])
        return {name: self.write(value) for name, value in values if value is not None}
