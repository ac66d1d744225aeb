"""A stand-in for Amazon's skill management API on loopback: it takes a package as the real one does, and keeps it.

The calls: https://developer.amazon.com/en-US/docs/alexa/smapi/skill-package-api-reference.html
What it refuses: https://github.com/alexa/ask-cli/issues/365
"""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SKILL_ID = "amzn1.ask.skill.11111111-2222-3333-4444-555555555555"


class Smapi(ThreadingHTTPServer):
    """Notes each call and keeps the files of each upload. Refuses a function that has no trigger for the skill."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.calls: list[tuple[str, str]] = []
        self.imports: list[dict[str, Any]] = []
        self.files: dict[str, bytes] = {}
        self.tokens: set[str | None] = set()
        self.triggers: set[str] = set()
        """The functions, by ARN, that the skill may call."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def endpoint(self) -> str | None:
        """Where the uploaded manifest sends requests."""
        custom = json.loads(self.files["skill.json"])["manifest"]["apis"]["custom"]
        uri: str | None = custom.get("endpoint", {}).get("uri")
        return uri

    def imported(self) -> dict[str, Any]:
        """How the import of what was uploaded went."""
        if self.endpoint is not None and self.endpoint not in self.triggers:
            error = {"message": f"The trigger setting for the Lambda {self.endpoint} is invalid."}
            resources = [{"name": "Manifest", "status": "FAILED", "action": "CREATE", "errors": [error]}]
            return {"status": "FAILED", "skill": {"resources": resources}}
        resources = [{"name": name, "status": "SUCCEEDED"} for name in ("Manifest", "InteractionModel.en-US")]
        return {"status": "SUCCEEDED", "skill": {"skillId": SKILL_ID, "resources": resources}}


@contextmanager
def serving() -> Iterator[Smapi]:
    """The stand-in, listening."""
    with Smapi() as smapi:
        thread = threading.Thread(target=smapi.serve_forever)
        thread.start()
        try:
            yield smapi
        finally:
            smapi.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Smapi

    def do_POST(self) -> None:
        body = self._noted()
        if self.path == "/v1/skills/uploads":
            return self._answer(201, {"uploadUrl": f"{self.server.url}/upload", "expiresAt": "2030-01-01T00:00:00Z"})
        if self.path in ("/v1/skills/imports", f"/v1/skills/{SKILL_ID}/imports"):
            self.server.imports.append(json.loads(body))
            return self._answer(202, {}, {"Location": "/v1/skills/imports/import-1"})
        return self._answer(404, {"message": f"no such call: POST {self.path}"})

    def do_PUT(self) -> None:
        body = self._noted()
        if self.path != "/upload":
            return self._answer(404, {"message": f"no such call: PUT {self.path}"})
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            self.server.files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
        return self._answer(200, {})

    def do_GET(self) -> None:
        self._noted()
        if self.path == "/v1/skills/imports/import-1":
            return self._answer(200, self.server.imported())
        return self._answer(404, {"message": f"no such call: GET {self.path}"})

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def _noted(self) -> bytes:
        self.server.calls.append((self.command, self.path))
        if self.path.startswith("/v1/"):
            self.server.tokens.add(self.headers.get("Authorization"))
        if self.headers.get("Transfer-Encoding") == "chunked":
            return self._chunks()
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _chunks(self) -> bytes:
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _answer(self, status: int, values: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        body = json.dumps(values).encode()
        self.send_response(status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
