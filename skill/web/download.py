"""Download: fetches a small file over HTTPS, or gives up soon: Alexa waits eight seconds for an answer."""

from __future__ import annotations

import ssl
from http.client import HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from skill.web.roots import FILE
from skill.web.sdk import VerificationException

_SECONDS = 3.0
_BYTES = 64 * 1024


def download(url: str, context: ssl.SSLContext | None = None, seconds: float = _SECONDS) -> bytes:
    """In: an https URL; whom to trust, by default the system and Amazon; how long to wait for each step.

    Out: what is there. Raises VerificationException: nothing there, a redirect, more than 64 KB, or too slow.
    """
    parts = urlsplit(url)
    # http.client follows no redirect, so nobody can be sent elsewhere from here.
    connection = HTTPSConnection(parts.netloc, timeout=seconds, context=context or _trusting_amazon())
    try:
        connection.request("GET", parts.path)
        response = connection.getresponse()
        content = response.read(_BYTES + 1) if response.status == 200 else b""
    except (OSError, HTTPException):
        raise VerificationException("the certificates could not be downloaded") from None
    finally:
        connection.close()
    if not 0 < len(content) <= _BYTES:
        raise VerificationException("what was downloaded can't be certificates")
    return content


def _trusting_amazon() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(FILE)  # a slim container has no roots of its own, and S3 is under Amazon's
    return context
