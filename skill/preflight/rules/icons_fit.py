"""The icons are PNG files of 108 and 512 pixels.

passes: listing/icons/icon-108.png, 108 by 108
fails:  a JPEG; 100 by 100
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from skill.package.manifest import LARGE, SMALL
from skill.preflight.problem import Problem
from skill.preflight.project import Project

ID = "icons-fit"
SOURCE = "https://github.com/alexa/alexa-apis-for-nodejs"
GRADE = "B"
LEVEL = "error"


def check(project: Project) -> Iterator[Problem]:
    """Both files."""
    for name, size in ((SMALL, 108), (LARGE, 512)):
        path = project.listing_path / "icons" / Path(name).name
        head = path.read_bytes()[:24] if path.exists() else b""
        if head[:8] != b"\x89PNG\r\n\x1a\n":
            yield Problem(path, "icon", "is missing, or not a PNG")
        elif (width_height := struct.unpack(">II", head[16:24])) != (size, size):
            yield Problem(path, "icon", f"is {width_height[0]} by {width_height[1]}; {size} by {size} is asked for")
