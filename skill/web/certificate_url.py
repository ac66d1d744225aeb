"""CertificateUrl: where a request may say that its certificates are. Everybody can write that header."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from skill.web.refusal import Reason, Refused

_HOST = "s3.amazonaws.com"
_PATH = re.compile(r"/echo\.api/[\w./-]+", re.ASCII)


def normalized(url: str) -> str:
    """In: the URL of a request. Out: the one to fetch. Raises Refused when it is not one of Alexa's.

    The result is put together anew, so that what was checked and what is fetched can't differ. A query or a fragment
    does not come along: Alexa's URLs have none, and each would be another name for the same certificates.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Refused(Reason.URL_MALFORMED) from None
    if parts.scheme != "https":
        raise Refused(Reason.URL_SCHEME)
    if parts.hostname != _HOST or "@" in parts.netloc:
        raise Refused(Reason.URL_HOST)
    if port not in (None, 443):
        raise Refused(Reason.URL_PORT)
    path = posixpath.normpath(unquote(parts.path))
    if not _PATH.fullmatch(path):
        raise Refused(Reason.URL_PATH)
    return f"https://{_HOST}{path}"
