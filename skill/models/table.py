"""Table: rows of numbers by name, in a file that is searched where it lies, and never read whole.

A model as JSON is for people and for git; reading it takes longer than everything else that Lambda does at start, and
grows with the model. A table is mapped into memory in no time, whatever its size: a hash table with a bucket for each
name, one after the other. It keeps no names, only what is left of their checksums: once in 2**32 / buckets times, a
name that is not there is taken for one that is (in 30,000 times, for 150,000 names). Nor does it keep where each bucket
begins, which no zip makes smaller, but how many entries are in it, and before each block of buckets.

    "KGT8", size of the file, buckets, length of head    u32, little-endian, as all that follows
    head                                                 JSON, with how many numbers are "in_each"; padded to u32
    for each block of 16 buckets, u32                    how many entries are in the blocks before it
    for each bucket, u8                                  how many entries are in it
    for each entry, u16                                  checksum // buckets
    for each entry                                       its numbers, a byte each, -128 to 127

What is alike lies together, for a zip of that is smaller.
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

_MAGIC = b"KGT8"
_BLOCK = 16
"""So many buckets are counted through at most; with more the table is hardly smaller."""
_FEWEST = 0x10001
"""With so many buckets, what is left of a checksum takes two bytes."""
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
            self._each: int = self.head["in_each"]
            blocks = _START.size + length
            buckets = blocks + 4 * _blocks(self._count)
            rests = buckets + self._count
            # Nothing is looked at here: the kernel maps megabytes around each byte that is, and a turn may need none.
            whole = memoryview(self._data)
            entries = (size - rests) // (2 + self._each)
            numbers = rests + 2 * entries
            self._before = whole[blocks:buckets].cast("I")
            self._in_bucket = whole[buckets:rests]
            self._rests = whole[rests:numbers].cast("H")
            self._numbers = whole[numbers:].cast("b")
            if size != len(whole) or len(self._numbers) != entries * self._each or len(self._in_bucket) != self._count:
                raise ValueError
        except OSError as error:
            raise DataError([f"{path}: cannot be read: {error.strerror}"]) from error
        except (ValueError, KeyError, TypeError, IndexError, struct.error) as error:
            raise DataError([f"{path}: is not a table that this machine can read; build it again"]) from error

    def get(self, name: str) -> Sequence[int] | None:
        """The numbers of a name, or None for one that is not there; rarely, those of a name with its checksum."""
        rest, bucket = divmod(crc32(name.encode("utf-8", "surrogatepass")), self._count)
        entries = self._in_bucket[bucket]
        if not entries:
            return None
        block = bucket // _BLOCK
        first = self._before[block] + sum(self._in_bucket[block * _BLOCK : bucket])
        for entry in range(first, first + entries):
            if self._rests[entry] == rest:
                return self._numbers[entry * self._each : (entry + 1) * self._each].tolist()
        return None


def write(path: Path, head: Mapping[str, Any], rows: Mapping[str, Sequence[int]]) -> None:
    """Write a table. In: what else to keep; the numbers of each name, as many for each.

    Raises DataError for rows that have no room in it, and for names that it could not tell apart.
    """
    buckets: list[dict[int, bytes]] = [{} for _ in range(max(_FEWEST, len(rows)))]
    in_each = len(next(iter(rows.values()), ()))
    for name, numbers in rows.items():
        rest, bucket = divmod(checksum(name), len(buckets))
        if rest in buckets[bucket]:
            raise DataError([f"{path}: {name!r} has the checksum of another name; leave one of them out"])
        try:
            buckets[bucket][rest] = struct.pack(f"{in_each}b", *numbers)
        except struct.error as error:
            raise DataError([f"{path}: {name!r} has no room in a table: {error}"]) from error
    start = json.dumps({**head, "in_each": in_each}).encode()
    start += b" " * (-(len(start) + _START.size) % 4)
    in_bucket = [*map(len, buckets)]
    before = [*accumulate(in_bucket, initial=0)][:-1:_BLOCK]
    rests = [rest for bucket in buckets for rest in bucket]
    entries = [numbers for bucket in buckets for numbers in bucket.values()]
    body = struct.pack(f"<{len(before)}I", *before) + bytes(in_bucket) + struct.pack(f"<{len(rests)}H", *rests)
    body += b"".join(entries)
    about = _START.pack(_MAGIC, _START.size + len(start) + len(body), len(buckets), len(start))
    path.write_bytes(about + start + body)


def checksum(name: str) -> int:
    """What a table knows a name by."""
    return crc32(name.encode("utf-8", "surrogatepass"))


def _blocks(buckets: int) -> int:
    return -(-buckets // _BLOCK)
