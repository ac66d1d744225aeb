"""What the tests of the door share: an authority that is trusted, Alexa's certificates under it, and the door, open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from .authority import Authority, pem
from .door import Answer, Door, encoded, signed
from .process import Service, serving
from .shelf import Shelf, opened_shelf


@dataclass
class Alexa:
    """Sends requests as Alexa does, or nearly: every part can be another."""

    service: Service
    door: Door
    shelf: Shelf
    root: Authority
    issuer: Authority
    key: rsa.RSAPrivateKey
    leaf: x509.Certificate
    _numbers: Iterator[int] = field(default_factory=count)

    @property
    def chain(self) -> bytes:
        """What Alexa would put in its file."""
        return pem(self.leaf, self.issuer.certificate)

    def published(self, chain: bytes) -> str:
        """Put certificates at a URL of their own."""
        return self.shelf.put(f"echo-api-cert-{next(self._numbers)}.pem", chain)

    def headers(
        self, body: bytes, *, chain: bytes | None = None, key: rsa.RSAPrivateKey | None = None
    ) -> dict[str, str]:
        """The headers of a signed request."""
        return signed(body, key or self.key, self.published(self.chain if chain is None else chain))

    def ask(self, content: Any, changes: Mapping[str, str] | None = None, **signing: Any) -> Answer:
        """Send a signed request; `changes` are made to its headers."""
        body = content if isinstance(content, bytes) else encoded(content)
        return self.door.send(body, {**self.headers(body, **signing), **(changes or {})})


@pytest.fixture(scope="session")
def shelf() -> Iterator[Shelf]:
    with opened_shelf() as opened:
        yield opened


@pytest.fixture(scope="session")
def other_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@contextmanager
def alexas_service(
    shelf: Shelf, folder: Path, module: str = "tests.web.alexas_door", **environment: str
) -> Iterator[Alexa]:
    """A service with its processes, and an Alexa that it trusts."""
    root = Authority.root("Test Root CA 1")
    issuer = root.authority("Test RSA 2048 M01")
    key = rsa.generate_private_key(65537, 2048)
    (folder / "roots.pem").write_bytes(pem(root.certificate))
    (folder / "shelf.pem").write_bytes(shelf.root)
    command = ("-m", module, str(folder), shelf.at)
    with serving(command=command, environment=environment) as service:
        yield Alexa(service, service.door, shelf, root, issuer, key, issuer.leaf(key))


@pytest.fixture(scope="session")
def alexa(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Alexa]:
    """With one process that answers, so that what it downloads can be counted."""
    with alexas_service(shelf, tmp_path_factory.mktemp("alexa"), SERVE_WORKERS="1") as alexa:
        yield alexa


@pytest.fixture(scope="session")
def open_door() -> Iterator[Door]:
    """The door that verifies nothing."""
    with serving("--unverified", skill_id=None) as service:
        yield service.door
