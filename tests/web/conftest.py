"""What the tests of the door share: an authority that is trusted, Alexa's certificates under it, and the door, open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from skill.web.app import unverified_app, verified_app
from skill.web.signing_keys import SigningKeys

from .authority import Authority, pem
from .door import SKILL_ID, Answer, Door, encoded, opened, signed
from .shelf import Shelf, opened_shelf


@dataclass
class Alexa:
    """Sends requests as Alexa does, or nearly: every part can be another."""

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


@pytest.fixture(scope="session")
def alexa(shelf: Shelf) -> Iterator[Alexa]:
    root = Authority.root("Test Root CA 1")
    issuer = root.authority("Test RSA 2048 M01")
    key = rsa.generate_private_key(65537, 2048)
    with opened(verified_app(SKILL_ID, SigningKeys(shelf.download, [root.certificate]))) as door:
        yield Alexa(door, shelf, root, issuer, key, issuer.leaf(key))


@pytest.fixture(scope="session")
def open_door() -> Iterator[Door]:
    """The door that verifies nothing."""
    with opened(unverified_app()) as door:
        yield door
