"""Target: the app in this process, asked without a socket; says what is wrong with an answer."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping
from typing import Any, Self

from cryptography.hazmat.primitives.asymmetric import rsa

from skill.alexa.load import load_skill
from skill.record import Record
from skill.web.app import create_app
from skill.web.application import ApplicationVerifier
from skill.web.door import App
from skill.web.signature import SignatureVerifier
from skill.web.signing_keys import SigningKeys
from skill.web.timestamp import TimestampVerifier
from tests.response import problems
from tests.web.authority import Authority, pem
from tests.web.door import SKILL_ID, signed

URL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"


class Target:
    """Two doors to one skill: one verifies as in earnest, one verifies nothing."""

    def __init__(self) -> None:
        root = Authority.root("Root")
        issuer = root.authority("Issuer")
        self._key = rsa.generate_private_key(65537, 2048)
        chain = pem(issuer.leaf(self._key), issuer.certificate)
        self._failed = False
        signature = SignatureVerifier(SigningKeys(lambda _: chain, [root.certificate]))
        verifiers = [TimestampVerifier(), ApplicationVerifier(SKILL_ID)]
        self._verified = create_app(load_skill(SKILL_ID, self._record), signature, verifiers, lambda _: None)
        self._open = create_app(load_skill(recorder=self._record), None, [], lambda _: None)
        self._known: set[bytes] = set()

    def __enter__(self) -> Self:
        logging.disable()  # what is logged is not the question here
        return self

    def __exit__(self, *_: object) -> None:
        logging.disable(logging.NOTSET)

    def unverified(self, body: bytes, headers: Mapping[str, str] | None = None) -> tuple[int, list[str]]:
        """In: a request to the door that verifies nothing. Out: the status, and what is wrong with the answer."""
        return self._asked(self._open, body, headers or {})

    def verified(self, body: bytes, headers: Mapping[str, str]) -> tuple[int, list[str]]:
        """The same, at the door that verifies."""
        return self._asked(self._verified, body, headers)

    def signed(self, body: bytes) -> dict[str, str]:
        """The headers that make a body Alexa's."""
        return signed(body, self._key, URL)

    def _record(self, record: Record) -> None:
        self._failed |= record.failure == "raised"

    def _asked(self, app: App, body: bytes, headers: Mapping[str, str]) -> tuple[int, list[str]]:
        self._failed = False
        statuses: list[int] = []

        def start(status: str, _: Any, exc_info: Any = None) -> None:  # noqa: ARG001
            statuses.append(int(status[:3]))

        try:
            answer = b"".join(app(_environ(body, headers), start))
        except Exception as error:  # nothing may come through: that is the question
            return 500, [f"raised {error!r}"]
        (status,) = statuses
        return status, self._wrong(status, answer)

    def _wrong(self, status: int, answer: bytes) -> list[str]:
        if status in (400, 413):
            return ["says something"] if answer else []
        if status != 200:
            return [f"has status {status}"]
        if self._failed:
            return ["our own code failed"]
        if answer in self._known:
            return []
        found = problems(answer)
        if not found:
            self._known.add(answer)
        return found


def _environ(body: bytes, headers: Mapping[str, str]) -> dict[str, Any]:
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/alexa",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": "application/json",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.version": (1, 0),
    }
    for name, value in headers.items():
        key = name.upper().replace("-", "_")
        environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
    return environ
