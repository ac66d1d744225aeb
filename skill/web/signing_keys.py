"""SigningKeys: verified keys by where their certificates are, so that not every request costs a download."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from threading import Lock

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import Certificate

from skill.web.chain import SigningKey, signing_key
from skill.web.clock import utc_now
from skill.web.download import download
from skill.web.roots import amazon_roots

_KEPT = 8


class SigningKeys:
    """Finds the key for a certificate URL. What was verified is kept until it expires, and of no more than 8 URLs."""

    def __init__(
        self,
        fetch: Callable[[str], bytes] = download,
        roots: Sequence[Certificate] | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """In: what downloads a URL or raises VerificationException; whom to trust, by default Amazon; the clock."""
        self._fetch = fetch
        self._roots = amazon_roots() if roots is None else roots
        self._clock = clock
        self._kept: dict[str, SigningKey] = {}
        self._lock = Lock()

    def at(self, url: str) -> RSAPublicKey:
        """In: a normalized certificate URL. Out: the key to verify with. Raises VerificationException."""
        with self._lock:
            known = self._kept.get(url)
        if known is None or known.until < self._clock():
            # Not under the lock: a slow download must not hold up requests whose key is at hand.
            known = signing_key(self._fetch(url), self._roots, self._clock())
            with self._lock:
                self._kept.pop(url, None)
                self._kept[url] = known
                while len(self._kept) > _KEPT:
                    del self._kept[next(iter(self._kept))]
        return known.key
