"""Write: manifest, models and icons -> the folder that the ASK CLI deploys.

The tree: https://developer.amazon.com/en-US/docs/alexa/smapi/skill-package-api-reference.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from skill.package.manifest import LARGE, SMALL
from skill.shape import DataError

PACKAGE = "skill-package"
RESOURCES: Mapping[str, Any] = {
    "askcliResourcesVersion": "2020-03-31",
    "profiles": {"default": {"skillMetadata": {"src": f"./{PACKAGE}"}}},
}
"""ask-resources.json: tells the ASK CLI where the package is."""


def write(out: Path, manifest: Mapping[str, Any], listing: Path, models: Path) -> list[Path]:
    """Write the folder, over what an earlier run wrote. Out: the files written.

    Raises OSError, and DataError when the package holds a file that is not ours: it would be deployed too.
    """
    package = out / PACKAGE
    copies = {package / name: listing / "icons" / Path(name).name for name in (SMALL, LARGE)}
    for locale in manifest["manifest"]["publishingInformation"]["locales"]:
        copies[package / "interactionModels" / "custom" / f"{locale}.json"] = models / f"{locale}.json"
    files = {package / "skill.json": _json(manifest)}
    files |= {target: source.read_bytes() for target, source in copies.items()}
    if strangers := sorted(path for path in package.rglob("*") if path.is_file() and path not in files):
        raise DataError(
            [f"{path}: is not from this command, and would be deployed; move it away" for path in strangers]
        )
    if not (out / "ask-resources.json").exists():  # the ASK CLI may have added to it
        files[out / "ask-resources.json"] = _json(RESOURCES)
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return list(files)


def _json(values: Mapping[str, Any]) -> bytes:
    return (json.dumps(values, indent=2, ensure_ascii=False) + "\n").encode()
