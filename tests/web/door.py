"""Door: the app on a real port, and requests to it as Alexa sends them."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

SKILL_ID = "amzn1.ask.skill.11111111-2222-3333-4444-555555555555"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: bytes
    headers: Mapping[str, str]

    @property
    def speech(self) -> str:
        """What is said."""
        return str(json.loads(self.body)["response"]["outputSpeech"]["ssml"])


class Door:
    """Where requests are sent."""

    def __init__(self, port: int) -> None:
        self.port = port

    def send(
        self, body: Any, headers: Mapping[str, str] | None = None, method: str = "POST", path: str = "/alexa"
    ) -> Answer:
        """Send one request; an iterator as body is sent in chunks."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            with suppress(BrokenPipeError):  # who is sent too much answers and hangs up
                connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            return Answer(response.status, response.read(), dict(response.getheaders()))
        finally:
            connection.close()


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        pass


@contextmanager
def opened(app: Flask) -> Iterator[Door]:
    """The app in this process, served while the block runs. How it is served in earnest is in process.py."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield Door(server.port)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def event(request: Mapping[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """A request for the skill: to open it, unless said otherwise. `changes` are made to its request."""
    application = {"applicationId": SKILL_ID}
    user = {"userId": "amzn1.ask.account.somebody"}
    return {
        "version": "1.0",
        "session": {"new": True, "sessionId": "amzn1.echo-api.session.1", "application": application, "user": user},
        "context": {"System": {"application": application, "user": user, "device": {"deviceId": "amzn1.ask.device.1"}}},
        "request": {
            "type": "LaunchRequest",
            "requestId": "amzn1.echo-api.request.1",
            "timestamp": timestamp(),
            "locale": "en-US",
            **(request or {}),
            **changes,
        },
    }


def timestamp(after: timedelta = timedelta()) -> str:
    """A time as Alexa writes it, counted from now."""
    return (datetime.now(UTC) + after).strftime("%Y-%m-%dT%H:%M:%SZ")


def encoded(content: Any) -> bytes:
    """JSON as it goes over the wire."""
    return json.dumps(content).encode()


def signed(body: bytes, key: rsa.RSAPrivateKey, url: str) -> dict[str, str]:
    """The headers that say that the holder of the key wrote this body."""
    signature = key.sign(body, padding.PKCS1v15(), hashes.SHA256())
    return {
        "Content-Type": "application/json; charset=utf-8",
        "SignatureCertChainUrl": url,
        "Signature-256": base64.b64encode(signature).decode(),
    }
