"""Table: rows of numbers by name, in a file that is searched where it lies, and never read whole.

A model as JSON is for people and for git; reading it takes longer than everything else that Lambda does at start, and
grows with the model. A table is mapped into memory in no time, whatever its size: a hash table with a bucket for each
name, one after the other. It keeps no names, only what is left of their checksums, which is half of the size: once in
2**32 / buckets times, a name that is not there is taken for one that is (in 30,000 times, for 150,000 names).

    "KGT6", size of the file, buckets, length of head    u32, little-endian, as all that follows
    head                                                 JSON, with how many numbers are "in_each"; padded to u32
    (buckets + 1) x u32                                  where each bucket begins, and where the last one ends
    entries                                              checksum // buckets, u16 if that is enough, else u32; and the
                                                         numbers, a byte each, -128 to 127
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any
from zlib import crc32

from skill.shape import DataError

_MAGIC = b"KGT6"
_START = struct.Struct("<4sIII")


class Table:
    """Rows of numbers, answered from a file."""

    def __init__(self, path: Path) -> None:
        """In: a file that `write` wrote. Raises DataError when it is missing or not one."""
        try:
            with path.open("rb") as file:
                magic, size, self._count, length = _START.unpack(file.read(_START.size))
                if magic != _MAGIC or self._count == 0 or sys.byteorder != "little":
                    raise ValueError
                self.head: dict[str, Any] = json.loads(file.read(length))
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._entry = _entry(self._count, self.head["in_each"])
            first = _START.size + length
            # Nothing is looked at here: the kernel maps megabytes around each byte that is, and a turn may need none.
            self._places = memoryview(self._data)[first : first + 4 * (self._count + 1)].cast("I")
            if len(self._places) != self._count + 1 or size != len(self._data):
                raise ValueError
        except OSError as error:
            raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
        except (ValueError, KeyError, TypeError, IndexError, struct.error) as error:
            raise DataError([f"{path}: is not a table that this machine can read; build it again"]) from error

    def get(self, name: str) -> Sequence[int] | None:
        """The numbers of a name, or None for one that is not there; rarely, those of a name with its checksum."""
        rest, bucket = divmod(crc32(name.encode("utf-8", "surrogatepass")), self._count)
        place, end = self._places[bucket], self._places[bucket + 1]
        while place < end:
            found, *numbers = self._entry.unpack_from(self._data, place)
            place += self._entry.size
            if found == rest:
                return numbers
        return None


def write(path: Path, head: Mapping[str, Any], rows: Mapping[str, Sequence[int]]) -> None:
    """Write a table. In: what else to keep; the numbers of each name, as many for each.

    Raises DataError for rows that have no room in it, and for names that it could not tell apart.
    """
    buckets: list[dict[int, bytes]] = [{} for _ in range(max(1, len(rows)))]
    in_each = len(next(iter(rows.values()), ()))
    layout = _entry(len(buckets), in_each)
    for name, numbers in rows.items():
        rest, bucket = divmod(checksum(name), len(buckets))
        if rest in buckets[bucket]:
            raise DataError([f"{path}: {name!r} has the checksum of another name; leave one of them out"])
        try:
            buckets[bucket][rest] = layout.pack(rest, *numbers)
        except struct.error as error:
            raise DataError([f"{path}: {name!r} has no room in a table: {error}"]) from error
    start = json.dumps({**head, "in_each": in_each}).encode()
    start += b" " * (-(len(start) + _START.size) % 4)
    entries = [b"".join(bucket.values()) for bucket in buckets]
    places = [*accumulate(map(len, entries), initial=_START.size + len(start) + 4 * (len(buckets) + 1))]
    about = _START.pack(_MAGIC, places[-1], len(buckets), len(start))
    path.write_bytes(about + start + struct.pack(f"<{len(places)}I", *places) + b"".join(entries))


def checksum(name: str) -> int:
    """What a table knows a name by."""
    return crc32(name.encode("utf-8", "surrogatepass"))


def _entry(buckets: int, in_each: int) -> struct.Struct:
    rest = "H" if buckets > 0xFFFF else "I"  # a u32 divided by so many has no more than two bytes
    return struct.Struct(f"<{rest}{in_each}b")
