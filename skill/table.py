"""Table: rows of numbers by name, in a file that is searched where it lies, and never read whole.

A model as JSON is for people and for git; reading it takes longer than everything else that Lambda does at start, and
grows with the model. A table is mapped into memory in no time, whatever its size: a hash table with open addresses.

    "KGT3", size of the file, slots, length of head    u32, little-endian, as all that follows
    head                                               JSON, with the kind of "numbers"; padded to whole u32
    slots x u32                                        0, or the place of an entry
    entries                                            u16 length of the name, u16 numbers, the name, the numbers
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from skill.shape import DataError

_MAGIC = b"KGT3"
_START = struct.Struct("<4sIII")
_ENTRY = struct.Struct("<HH")
_SPARSE = 2  # slots for each name, so that few have to be looked at
_KINDS = ("b", "h")  # numbers of a byte or of two, as struct names them


class Table:
    """Rows of numbers, answered from a file."""

    def __init__(self, path: Path, remedy: str = "build it again") -> None:
        """In: a file that `write` wrote, and what to do when it is none. Raises DataError: missing, or none."""
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            magic, size, slots, length = _START.unpack_from(self._data)
            if magic != _MAGIC or size != len(self._data) or slots == 0 or sys.byteorder != "little":
                raise ValueError
            self.head: dict[str, Any] = json.loads(self._data[_START.size : _START.size + length])
            self._kind: str = self.head["numbers"]
            first = _START.size + length
            self._slots = memoryview(self._data)[first : first + 4 * slots].cast("I")
            if self._kind not in _KINDS or len(self._slots) != slots:
                raise ValueError
        except OSError as error:
            raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
        except (ValueError, KeyError, TypeError, struct.error) as error:
            raise DataError([f"{path}: is not a table that this machine can read; {remedy}"]) from error
        self._count = slots
        self._entries = first + 4 * slots

    def get(self, name: str) -> Sequence[int] | None:
        """The numbers of a name, or None for one that is not there."""
        key = name.encode(errors="surrogatepass")
        slot = crc32(key) % self._count
        while place := self._slots[slot]:
            length, numbers = _ENTRY.unpack_from(self._data, place)
            start = place + _ENTRY.size
            if self._data[start : start + length] == key:
                return struct.unpack_from(f"<{numbers}{self._kind}", self._data, start + length)
            slot = (slot + 1) % self._count
        return None

    def items(self) -> Iterator[tuple[str, Sequence[int]]]:
        """Every name with its numbers, in the order in which they were written."""
        place = self._entries
        while place < len(self._data):
            length, numbers = _ENTRY.unpack_from(self._data, place)
            start = place + _ENTRY.size
            place = start + length
            yield (
                self._data[start:place].decode(errors="surrogatepass"),
                struct.unpack_from(f"<{numbers}{self._kind}", self._data, place),
            )
            place += struct.calcsize(f"<{numbers}{self._kind}")


def write(path: Path, head: Mapping[str, Any], kind: str, rows: Mapping[str, Sequence[int]]) -> None:
    """Write a table. In: what else to keep; "b" or "h", for numbers of a byte or two; the numbers of each name.

    Raises DataError for a number or a name that has no room in it.
    """
    count = _SPARSE * len(rows) + 2
    start = json.dumps({**head, "numbers": kind}).encode()
    start += b" " * (-(len(start) + _START.size) % 4)
    slots, entries = [0] * count, bytearray()
    first = _START.size + len(start) + 4 * count
    for name, numbers in rows.items():
        key = name.encode(errors="surrogatepass")
        slot = crc32(key) % count
        while slots[slot]:
            slot = (slot + 1) % count
        slots[slot] = first + len(entries)
        try:
            entries += _ENTRY.pack(len(key), len(numbers)) + key + struct.pack(f"<{len(numbers)}{kind}", *numbers)
        except struct.error as error:
            raise DataError([f"{path}: {name!r} has no room in a table: {error}"]) from error
    about = _START.pack(_MAGIC, first + len(entries), count, len(start))
    path.write_bytes(about + start + struct.pack(f"<{count}I", *slots) + entries)
