"""Download: fetches a small file over HTTPS, or gives up soon: Alexa waits eight seconds for an answer."""

from __future__ import annotations

import ssl
import time
from functools import cache
from http.client import HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from skill.web.refusal import Reason, Refused
from skill.web.roots import FILE

SECONDS = 3.0
_BYTES = 64 * 1024
_PART = 4096


def download(url: str, context: ssl.SSLContext | None = None, seconds: float = SECONDS) -> bytes:
    """In: an https URL; whom to trust, by default the system and Amazon; how long it may take.

    The time holds for each step up to the first byte, and for all of the content; who calls gives up on the whole
    (SigningKeys). Out: what is there. Raises Refused: nothing there, a redirect, more than 64 KB, or too slow.
    """
    parts = urlsplit(url)
    # http.client follows no redirect, so nobody can be sent elsewhere from here.
    connection = HTTPSConnection(parts.netloc, timeout=seconds, context=context or _trusting_amazon())
    try:
        connection.request("GET", parts.path)
        response = connection.getresponse()
        content, end = b"", time.monotonic() + seconds
        while response.status == 200 and len(content) <= _BYTES and (part := response.read1(_PART)):
            content += part
            if time.monotonic() > end:
                raise Refused(Reason.DOWNLOAD)
    except (OSError, HTTPException):
        raise Refused(Reason.DOWNLOAD) from None
    finally:
        connection.close()
    if not 0 < len(content) <= _BYTES:
        raise Refused(Reason.DOWNLOAD_CONTENT)
    return content


@cache
def _trusting_amazon() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(FILE)  # a slim container has no roots of its own, and S3 is under Amazon's
    return context
