"""SigningKeys: verified keys by where their certificates are, so that not every request costs a download."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from threading import Lock

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import Certificate

from skill.web.chain import SigningKey, signing_key
from skill.web.clock import utc_now
from skill.web.download import SECONDS, download
from skill.web.refusal import Reason, Refused
from skill.web.roots import amazon_roots

_KEPT = 8
_DOWNLOADS = 2
_WAITING = 4

Noted = Callable[[str, int, float], None]
"""Told of each lookup: how it went, how many chains are kept, and when the last of them expires (Unix time)."""


class SigningKeys:
    """Finds the key for a certificate URL. What was verified is kept until it expires, and of no more than 8 URLs.

    Anybody can name URLs. So each is downloaded once however many ask, no more than 2 at a time, and who is not
    among the first 4 in line is refused: most threads stay free for Alexa, whose certificates are kept already.
    """

    def __init__(
        self,
        fetch: Callable[[str], bytes] = download,
        roots: Sequence[Certificate] | None = None,
        clock: Callable[[], datetime] = utc_now,
        seconds: float = SECONDS,
        noted: Noted = lambda *_: None,
    ) -> None:
        """In: what downloads a URL or raises Refused; whom to trust, by default Amazon; the clock; how long a
        request waits for a download in all; what is told of each lookup.
        """
        self._fetch = fetch
        self._roots = amazon_roots() if roots is None else roots
        self._clock = clock
        self._seconds = seconds
        self._noted = noted
        self._kept: dict[str, SigningKey] = {}
        self._coming: dict[str, Future[SigningKey]] = {}
        self._last = 0.0
        self._lock = Lock()
        self._pool = ThreadPoolExecutor(_DOWNLOADS, "download")  # starts its threads when they are needed

    def at(self, url: str) -> RSAPublicKey:
        """In: a normalized certificate URL. Out: the key to verify with. Raises Refused."""
        with self._lock:
            known = self._kept.get(url)
        if known is not None and self._clock() <= known.until:
            self._note("kept")
            return known.key
        try:
            known = self._expected(url).result(self._seconds)
        except TimeoutError:
            self._note("refused")
            raise Refused(Reason.DOWNLOAD) from None
        except Refused:
            self._note("refused")
            raise
        self._note("downloaded")
        return known.key

    def _expected(self, url: str) -> Future[SigningKey]:
        with self._lock:
            coming = self._coming.get(url)
            if coming is None:
                if len(self._coming) >= _WAITING:
                    raise Refused(Reason.DOWNLOADS)
                coming = self._coming[url] = self._pool.submit(self._downloaded, url)
            return coming

    def _downloaded(self, url: str) -> SigningKey:
        try:
            found = signing_key(self._fetch(url), self._roots, self._clock())
            with self._lock:
                self._kept.pop(url, None)
                self._kept[url] = found
                while len(self._kept) > _KEPT:
                    del self._kept[next(iter(self._kept))]
                self._last = max(known.until.timestamp() for known in self._kept.values())
            return found
        finally:
            with self._lock:
                del self._coming[url]

    def _note(self, result: str) -> None:
        with self._lock:
            self._noted(result, len(self._kept), self._last)
