"""Shape: plain data from a YAML file -> frozen dataclasses, with every problem found and said in one line.

The dataclasses are the schema. A field without a default must be there; a key that is no field is refused. What is one
name in many places is one object (interned), so that a build writes it once, and Lambda reads it once.
"""

from __future__ import annotations

import dataclasses
import sys
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

_NAMES = {str: "a text", int: "a whole number", bool: "true or false", date: "a date such as 2026-11-01"}


class DataError(Exception):
    """A data file can't be used. `problems` are lines of the form "file: key: reason"."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file. Raises DataError: no file, not YAML, not a mapping, a key given twice."""
    try:
        raw = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise DataError([f"{path}: is not UTF-8 text (byte {error.start})"]) from error
    import yaml  # only here: where a build has read the files already, nothing else needs it

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times as fast, where there is one
    try:
        node = yaml.compose(raw, Loader=loader)
        repeated = [] if node is None else list(_repeated_keys(node, ""))
        data = yaml.load(raw, Loader=loader)  # noqa: S506 - a subclass of the safe loader
    except (yaml.YAMLError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise DataError([f"{path}: is not YAML: {reason}"]) from error
    if not isinstance(data, dict):
        raise DataError([f"{path}: holds no keys; it must be a mapping"])
    if repeated:
        raise DataError([f"{path}: {key}: is given twice (line {line})" for key, line in repeated])
    return data


def _repeated_keys(node: Any, path: str) -> typing.Iterator[tuple[str, int]]:
    if node.id == "mapping":
        seen = set()
        for key, value in node.value:
            name = f"{path}.{key.value}" if path else str(key.value)
            if key.value in seen:
                yield name, key.start_mark.line + 1
            seen.add(key.value)
            yield from _repeated_keys(value, name)
    elif node.id == "sequence":
        for index, value in enumerate(node.value):
            yield from _repeated_keys(value, f"{path}[{index}]")


class Shaper:
    """Builds values of declared types out of plain data and gathers the problems.

    `readers` turn a plain text into a value of a type of their own; they raise ValueError with a plain reason.
    """

    def __init__(self, file: Path, readers: Mapping[type, Callable[[str], Any]]) -> None:
        self._file = file
        self._readers = readers
        self.problems: list[str] = []

    def problem(self, key: str, reason: str) -> None:
        """Note one problem."""
        self.problems.append(f"{self._file}: {key}: {reason}")

    def finish(self) -> None:
        """Raise DataError if there was any problem."""
        if self.problems:
            raise DataError(self.problems)

    def build(self, kind: Any, data: Any, key: str = "") -> Any:
        """A value of type `kind` from `data`. What can't be built is noted as a problem and comes out as None."""
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if origin in (types.UnionType, typing.Union):
            options = [option for option in arguments if option is not types.NoneType]
            return None if data is None else self.build(options[0], data, key)
        if origin is typing.Literal:
            if data in arguments:
                return data
            return self.problem(key, f"must be one of {', '.join(map(str, arguments))}, not {data!r}")
        if origin is tuple:
            return self._tuple(arguments[0], data, key)
        if origin in (dict, Mapping):
            return self._mapping(arguments[1], data, key)
        if kind in self._readers:
            return self._text(kind, data, key)
        if dataclasses.is_dataclass(kind):
            return self._dataclass(kind, data, key)
        if kind is str:
            return self._text(str, data, key)
        if type(data) is kind:
            return data
        return self.problem(key, f"must be {_NAMES[kind]}, not {data!r}")

    def _text(self, kind: type, data: Any, key: str) -> Any:
        if not isinstance(data, str):
            return self.problem(key, f"must be a text, not {data!r}" if data is not None else "is empty")
        text = data.strip() if "\n" in data.strip() else " ".join(data.split())
        if not text:
            return self.problem(key, "is empty")
        try:
            return self._readers[kind](text) if kind in self._readers else sys.intern(text)
        except ValueError as error:
            return self.problem(key, str(error))

    def _tuple(self, kind: Any, data: Any, key: str) -> Any:
        items = data if isinstance(data, list) else [data]  # one text is a list of one
        if not items:
            return self.problem(key, "is an empty list")
        return tuple(
            self.build(kind, item, f"{key}[{index}]" if len(items) > 1 else key) for index, item in enumerate(items)
        )

    def _mapping(self, kind: Any, data: Any, key: str) -> Any:
        if not isinstance(data, dict):
            return self.problem(key, f"must be a mapping of names to values, not {data!r}")
        return {
            sys.intern(str(name)): self.build(kind, value, f"{key}.{name}" if key else str(name))
            for name, value in data.items()
        }

    def _dataclass(self, kind: Any, data: Any, key: str) -> Any:
        if not isinstance(data, dict):
            return self.problem(key, f"must be a mapping of names to values, not {data!r}")
        hints = typing.get_type_hints(kind)
        fields = {field.name: field for field in dataclasses.fields(kind) if field.init}
        values = {}
        for name in data:
            if name not in fields:
                self.problem(f"{key}.{name}" if key else str(name), f"is not known; known are {', '.join(fields)}")
        for name, field in fields.items():
            path = f"{key}.{name}" if key else name
            if name in data:
                values[name] = self.build(hints[name], data[name], path)
            elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
                self.problem(path, "is missing")
        return (
            None
            if len(values) < sum(name in data for name in fields) or self._lacks(fields, values)
            else kind(**values)
        )

    @staticmethod
    def _lacks(fields: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
        return any(
            name not in values and field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            for name, field in fields.items()
        )
