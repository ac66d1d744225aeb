"""Audit: locked dependencies -> known holes in them, by pip-audit. python tools/audit.py requirements/web.txt ...

Exit status 1 for findings, and for whatever else goes wrong; but 0, and a loud line, when the list of holes can't be
reached: a network that is down says nothing about a change.
"""

from __future__ import annotations

import json
import subprocess
import sys

_UNREACHABLE = (
    *("ConnectionError", "Connection refused", "ConnectTimeout", "ReadTimeout", "Max retries exceeded"),
    *("network may be blocking", "Name or service not known", "Temporary failure in name resolution"),
)
_NOT_AUDITED = "NOT AUDITED: the list of known holes can't be reached from here.\n"


def main(files: list[str]) -> int:
    """In: lock files with hashes. Returns the exit status."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off", "--disable-pip"]
    command += ["--require-hashes", "--timeout", "10", *(part for file in files for part in ("--requirement", file))]
    done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603 - our own words and file names
    return verdict(done.returncode, done.stdout, done.stderr)


def verdict(status: int, out: str, err: str) -> int:
    """In: how pip-audit ended and what it wrote. Says what that means. Returns the exit status."""
    try:
        dependencies = json.loads(out)["dependencies"]
    except (ValueError, KeyError):
        if status and any(sign in err for sign in _UNREACHABLE):
            sys.stderr.write(_NOT_AUDITED)
            return 0
        sys.stderr.write(f"pip-audit failed with status {status}:\n{err}\n")
        return 1
    holes = [(found["name"], found["version"], hole) for found in dependencies for hole in found.get("vulns", [])]
    for name, version, hole in holes:
        fixed = ", ".join(hole.get("fix_versions", [])) or "none"
        sys.stderr.write(f"{name} {version}: {hole['id']}; fixed in: {fixed}\n")
    skipped = [found["name"] for found in dependencies if "skip_reason" in found]
    if len(skipped) == len(dependencies):  # a mirror that has the packages, but not what is known of them
        sys.stderr.write(_NOT_AUDITED)
        return 0
    if skipped:
        sys.stderr.write(f"not in the list, so not audited: {', '.join(skipped)}\n")
    sys.stderr.write(f"{len(dependencies) - len(skipped)} dependencies audited, {len(holes)} known holes.\n")
    return int(bool(holes or skipped))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
