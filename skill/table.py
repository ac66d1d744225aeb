"""Table: the weights of a linear model in a file that is searched where it lies, and never read whole.

A model's JSON file is for people and for git; reading it takes longer than everything else that Lambda does at start,
and grows with the model. A table is mapped into memory in no time, whatever its size: a hash table with open addresses.

    "KGT2", slots (u32), length of head (u32)    little-endian, as all that follows
    head                                         JSON: labels, bias; padded to whole words of 4 bytes
    slots x u32                                  0, or the place of an entry
    entries                                      u16 length of the feature, u16 numbers, the feature, the numbers (i16)
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from zlib import crc32

from skill.shape import DataError

_MAGIC = b"KGT2"
_START = struct.Struct("<4sII")
_ENTRY = struct.Struct("<HH")
_SPARSE = 2  # slots for each feature, so that few have to be looked at


class Table:
    """What LinearModel asks of a mapping of features to weights, answered from a file."""

    def __init__(self, path: Path) -> None:
        """In: a file that `write` wrote. Raises DataError when it is missing or not one."""
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            magic, slots, length = _START.unpack_from(self._data)
            head = json.loads(self._data[_START.size : _START.size + length])
            self.labels: list[str] = head["labels"]
            self.bias: list[int] = head["bias"]
        except OSError as error:
            raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
        except (ValueError, KeyError, TypeError, struct.error) as error:
            raise DataError([f"{path}: is not a table; build it again"]) from error
        first = _START.size + length
        whole = slots > 0 and len(self._data) >= first + 4 * slots
        if magic != _MAGIC or not whole or sys.byteorder != "little":
            raise DataError([f"{path}: is not a table that this machine can read; build it again"])
        self._slots = memoryview(self._data)[first : first + 4 * slots].cast("I")
        self._count = slots

    def get(self, feature: str) -> Sequence[int] | None:
        """Pairs of (label's place, weight), or None for a feature that is not there."""
        key = feature.encode(errors="surrogatepass")
        slot = crc32(key) % self._count
        while place := self._slots[slot]:
            length, numbers = _ENTRY.unpack_from(self._data, place)
            start = place + _ENTRY.size
            if self._data[start : start + length] == key:
                return struct.unpack_from(f"<{numbers}h", self._data, start + length)
            slot = (slot + 1) % self._count
        return None


def write(path: Path, labels: Sequence[str], bias: Sequence[int], weights: Mapping[str, Sequence[int]]) -> None:
    """Write a table. Raises DataError for a weight or a feature that has no room in it."""
    count = _SPARSE * len(weights) + 2
    head = json.dumps({"labels": list(labels), "bias": list(bias)}).encode()
    head += b" " * (-(len(head) + _START.size) % 4)
    slots, entries = [0] * count, bytearray()
    first = _START.size + len(head) + 4 * count
    for feature, numbers in weights.items():
        key = feature.encode(errors="surrogatepass")
        slot = crc32(key) % count
        while slots[slot]:
            slot = (slot + 1) % count
        slots[slot] = first + len(entries)
        try:
            entries += _ENTRY.pack(len(key), len(numbers)) + key + struct.pack(f"<{len(numbers)}h", *numbers)
        except struct.error as error:
            raise DataError([f"{path}: {feature!r} has no room in a table: {error}"]) from error
    path.write_bytes(_START.pack(_MAGIC, count, len(head)) + head + struct.pack(f"<{count}I", *slots) + entries)
