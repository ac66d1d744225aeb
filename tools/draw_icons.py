"""Draws the icons of the store page, listing/icons/*.png: a leaf in a speech bubble.

python tools/draw_icons.py            draw them
python tools/draw_icons.py --check    only say whether they are what this file draws

Shapes are distances: how far a point is outside of a shape, so that an edge is as smooth in 108 pixels as in 512.
"""

from __future__ import annotations

import math
import struct
import sys
import zlib
from pathlib import Path

ICONS = Path(__file__).resolve().parents[1] / "listing" / "icons"
SIZES = (108, 512)

Colour = tuple[int, int, int]
GROUND: Colour = (24, 84, 72)
BUBBLE: Colour = (250, 247, 238)
LEAF: Colour = (58, 143, 96)


def circle(x: float, y: float, radius: float) -> float:
    """Around (0, 0)."""
    return math.hypot(x, y) - radius


def stroke(x: float, y: float, start: tuple[float, float], end: tuple[float, float], width: float) -> float:
    """A line with round ends."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = ((x - start[0]) * dx + (y - start[1]) * dy) / (dx * dx + dy * dy)
    along = max(0.0, min(1.0, along))
    return math.hypot(x - start[0] - along * dx, y - start[1] - along * dy) - width / 2


def triangle(x: float, y: float, corners: tuple[tuple[float, float], ...]) -> float:
    """Corners in clockwise order, as y grows downwards."""
    distance = -math.inf
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        length = math.hypot(bx - ax, by - ay)
        distance = max(distance, ((x - ax) * (ay - by) + (y - ay) * (bx - ax)) / -length)
    return distance


def leaf(x: float, y: float) -> float:
    """Where two circles overlap, leaning to the right."""
    lean = math.radians(35)
    across = x * math.cos(lean) + y * math.sin(lean)
    along = -x * math.sin(lean) + y * math.cos(lean)
    return max(circle(across - 0.16, along, 0.30), circle(across + 0.16, along, 0.30))


def veins(x: float, y: float) -> float:
    """The rib and three pairs of veins, in the same lean."""
    lean = math.radians(35)
    across = abs(x * math.cos(lean) + y * math.sin(lean))
    along = -x * math.sin(lean) + y * math.cos(lean)
    lines = [stroke(across, along, (0, -0.19), (0, 0.34), 0.022)]
    lines += [stroke(across, along, (0, low), (0.085, low - 0.075), 0.014) for low in (0.13, 0.04, -0.05)]
    return min(lines)


def layers(x: float, y: float) -> list[tuple[float, Colour]]:
    """At a point of the unit square around (0, 0): distance and colour of each shape, the lowest first."""
    up = y + 0.03
    tail = triangle(x, y, ((-0.22, 0.18), (0.02, 0.28), (-0.24, 0.42)))
    bubble = min(circle(x, up, 0.345), tail)
    return [(bubble, BUBBLE), (leaf(x, up), LEAF), (max(veins(x, up), bubble + 0.02), BUBBLE)]


def pixel(column: int, row: int, size: int) -> Colour:
    """The colour of one pixel."""
    x, y = (column + 0.5) / size - 0.5, (row + 0.5) / size - 0.5
    red, green, blue = GROUND
    for distance, colour in layers(x, y):
        cover = max(0.0, min(1.0, 0.5 - distance * size))
        red, green, blue = (
            round(below + (above - below) * cover) for below, above in zip((red, green, blue), colour, strict=True)
        )
    return red, green, blue


def rows(size: int) -> bytes:
    """The icon's pixels, `size` wide and high, as PNG holds them before they are compressed."""
    return b"".join(b"\0" + b"".join(bytes(pixel(column, row, size)) for column in range(size)) for row in range(size))


def png(size: int) -> bytes:
    """The icon as a PNG file."""
    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows(size), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )


def compressed(path: Path) -> bytes:
    """The pixels of a PNG file, compressed; nothing when there is no such file."""
    data = path.read_bytes() if path.exists() else b""
    start = data.find(b"IDAT")
    return data[start + 4 : start + 4 + int.from_bytes(data[start - 4 : start], "big")] if start > 0 else b""


def main(arguments: list[str]) -> int:
    """Draw the icons, or check them."""
    status = 0
    for size in SIZES:
        path = ICONS / f"icon-{size}.png"
        if "--check" not in arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(png(size))
        elif not (held := compressed(path)) or zlib.decompress(held) != rows(size):
            sys.stdout.write(f"{path.name} is not what draw_icons.py draws; run: python tools/draw_icons.py\n")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
