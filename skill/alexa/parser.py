"""Parser: JSON values -> objects of the SDK's model, as its DefaultSerializer makes them, by a plan for each class.

The SDK takes each class apart anew for each value: that took a third of the time of a whole turn. Here a class is taken
apart when it is first met. tests/alexa/test_parser.py compares. It differs in one thing: it reads times as Alexa writes
them, where the SDK guesses: for many seconds when a text is long, and with a warning in the log that quotes it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import partial
from importlib import import_module
from typing import Any

from ask_sdk_core.exceptions import SerializationException

Reader = Callable[[Any], Any]
"""Makes an object of a value that is not null."""


class Parser:
    """Reads values by the names of types that the SDK's model uses, such as `str`, `list[a.B]` and `dict(str, a.B)`."""

    def __init__(self) -> None:
        self._readers: dict[str, Reader] = {
            "str": str,
            "bool": bool,
            "int": _number(int),
            "float": _number(float),
            "object": lambda value: value,
            "date": date.fromisoformat,
            "datetime": datetime.fromisoformat,
        }
        self._fillers: dict[str, Reader] = {}

    def parse(self, value: Any, kind: str) -> Any:
        """In: JSON values, the name of their type. Out: the object. Raises SerializationException, quoting none."""
        try:
            return self._read(kind, value)
        except Exception as error:
            raise SerializationException(f"not of the SDK's model: {type(error).__name__}") from None

    def _read(self, kind: str, value: Any) -> Any:
        if value is None:
            return None
        reader = self._readers.get(kind)
        if reader is None:
            reader = self._readers[kind] = self._reader(kind)
        return reader(value)

    def _reader(self, kind: str) -> Reader:
        read = self._read
        if kind.startswith("list["):
            item = kind[len("list[") : -1]
            return lambda value: [read(item, each) for each in value]
        if kind.startswith("dict("):
            item = kind[:-1].partition(", ")[2]
            return lambda value: {name: read(item, each) for name, each in value.items()}
        model: Any = _model(kind)
        if issubclass(model, Enum):
            return lambda value: model(value)
        if hasattr(model, "get_real_child_model"):
            return lambda value: self._filler(model.get_real_child_model(value))(value)
        return self._filler(kind)

    def _filler(self, name: str) -> Reader:
        """What makes an object of the named class itself; a value's own type was already looked at."""
        filler = self._fillers.get(name)
        if filler is None:
            filler = self._fillers[name] = self._new_filler(_model(name))
        return filler

    def _new_filler(self, model: Any) -> Reader:
        # A class that an attribute may hold is looked at when a value has the attribute: to import it takes time.
        fields = {
            model.attribute_map[name]: (name, self._readers.get(kind) or partial(self._read, kind))
            for name, kind in model.deserialized_types.items()
        }

        def fill(value: Any) -> Any:
            filled = model()
            if value in ("", []):  # no attribute is in them, which is all that the SDK asks
                return filled
            others = []
            for name, inner in value.items():
                if name in fields:
                    attribute, read = fields[name]
                    setattr(filled, attribute, None if inner is None else read(inner))
                else:
                    others.append(name)
            for name in others:  # last, for such a name may be that of an attribute
                setattr(filled, name, value[name])
            return filled

        return fill


def _model(name: str) -> Any:
    module, _, model = name.rpartition(".")
    return getattr(import_module(module), model)


def _number(kind: type[int] | type[float]) -> Reader:
    def read(value: Any) -> Any:
        try:
            return kind(value)
        except TypeError:
            return value  # as the SDK leaves it

    return read
