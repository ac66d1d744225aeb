"""Lambda on this machine: the real runtime interface emulator and the real runtime client, around an artifact.

The emulator comes in aws-sam-cli's wheel, the client is awslambdaric on the runtime's own Python, and the artifact lies
on a read-only mount where the kernel lets us make one. Only loopback addresses are used.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ARTIFACT = ROOT / ".aws-sam" / "build" / "SkillFunction"
PYTHON = ROOT / ".venv-runtime" / "bin" / "python"
MACHINE = {"x86_64": "x86_64", "aarch64": "arm64"}[platform.machine()]
EMULATOR = next(ROOT.glob(f".venv-deploy/lib/python*/site-packages/samcli/local/rapid/aws-lambda-rie-{MACHINE}"))
HANDLER = "skill.lambda_function.handler"

_USER = [] if os.getuid() == 0 else ["--map-root-user"]
_UNSHARE = ["unshare", *_USER, "--mount"]
_MOUNT = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && cd "$0" && exec "$@"'


def can_mount() -> bool:
    """Whether a read-only mount of the artifact can be made here, and is read-only."""
    command = [*_UNSHARE, "sh", "-c", _MOUNT, str(ARTIFACT), "sh", "-c", "test -e skill && ! touch written"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


class Lambda:
    """One execution environment: the first invocation is a cold start, the following are warm."""

    def __init__(self, read_only: bool, **environment: str) -> None:
        """In: whether to mount the artifact read-only, and the function's environment variables."""
        self._ports = _free_ports()
        self._log = tempfile.TemporaryFile("w+")  # noqa: SIM115 - it lives as long as the process
        addresses = ["--runtime-interface-emulator-address", "--runtime-api-address"]
        options = [part for name, port in zip(addresses, self._ports, strict=True) for part in (name, _address(port))]
        command = [str(EMULATOR), *options, str(PYTHON), "-m", "awslambdaric", HANDLER]
        if read_only:
            command = [*_UNSHARE, "sh", "-c", _MOUNT, str(ARTIFACT), *command]
        settings = {
            "PATH": os.environ["PATH"],
            "AWS_LAMBDA_FUNCTION_NAME": "guide",
            "AWS_LAMBDA_LOG_FORMAT": "JSON",
            **environment,
        }
        self._process = subprocess.Popen(
            command, cwd=ARTIFACT, env=settings, stdout=self._log, stderr=self._log, start_new_session=True
        )
        for _ in range(600):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._ports[0])):
                return
            time.sleep(0.05)
        self.close()
        raise AssertionError(f"the emulator did not start: {self.log()}")

    def invoke(self, event: Any) -> Any:
        """In: an event as JSON values, or as bytes. Out: what the function answered, or how it failed."""
        body = event if isinstance(event, bytes) else json.dumps(event).encode()
        url = f"http://{_address(self._ports[0])}/2015-03-31/functions/function/invocations"
        request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            with error:
                return json.load(error)

    def log(self) -> str:
        """Everything that was written so far, by the emulator and by the function."""
        self._log.seek(0)
        return self._log.read()

    def close(self) -> None:
        """End the emulator and what it started."""
        os.killpg(self._process.pid, signal.SIGKILL)  # a group of its own: start_new_session
        self._process.wait()

    def __enter__(self) -> Lambda:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()
        self._log.close()


def _free_ports() -> list[int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as two:
        return [one.getsockname()[1], two.getsockname()[1]]


def _address(port: int) -> str:
    return f"127.0.0.1:{port}"
