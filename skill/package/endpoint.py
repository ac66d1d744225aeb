"""Endpoint: the ARN of an alias, or a web address -> where Alexa sends requests, in the manifest's own words."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

CERTIFICATES = ("Trusted", "Wildcard", "SelfSigned")
"""What may stand for sslCertificateType; a self-signed certificate is for testing only."""
REGIONS = ("us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1")
"""Where AWS offers the Alexa trigger for a function."""

_ARN = re.compile(r"arn:aws:lambda:(?P<region>[a-z0-9-]+):\d{12}:function:[\w-]{1,64}(?::(?P<which>[\w$-]{1,128}))?")
_NO_ALIAS = re.compile(r"\d+|\$LATEST")
"""What stands in an alias's place and is a version."""
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


def endpoint(where: str, certificate: str | None = None) -> dict[str, str]:
    """In: an ARN or an https address, and for an address the kind of its certificate (Trusted when it is not given).

    Out: the manifest's endpoint. Raises ValueError with a plain reason.
    """
    if where.startswith("arn:"):
        return _function(where, certificate)
    if reason := _address_problem(where):
        raise ValueError(f"{where!r} {reason}")
    if certificate not in (None, *CERTIFICATES):
        raise ValueError(f"the certificate must be one of {', '.join(CERTIFICATES)}, not {certificate!r}")
    return {"uri": where, "sslCertificateType": certificate or CERTIFICATES[0]}


def _function(arn: str, certificate: str | None) -> dict[str, str]:
    found = _ARN.fullmatch(arn)
    if not found:
        raise ValueError(
            f"{arn!r} is not the ARN of a Lambda function, such as "
            "arn:aws:lambda:us-east-1:123456789012:function:name:live"
        )
    if found["region"] not in REGIONS:
        raise ValueError(f"{arn!r} is in {found['region']}; Alexa calls functions in {', '.join(REGIONS)}")
    if not found["which"] or _NO_ALIAS.fullmatch(found["which"]):
        raise ValueError(
            f"{arn!r} names no alias, and Alexa may call the alias alone; "
            "paste SkillEndpoint, which sam deploy prints, with :live at its end"
        )
    if certificate:
        raise ValueError("a certificate is only named for a web address, not for a Lambda function")
    return {"uri": arn}


def _address_problem(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        port, host = parts.port, (parts.hostname or "").lower()
    except ValueError as error:
        return f"is not a web address: {error}"
    if parts.scheme != "https":
        return "is neither the ARN of a Lambda function nor an https address"
    if _is_address(host) or not _HOST.fullmatch(host):
        return "must name a public host; Alexa asks for a certificate with the host's name in it"
    if port not in (None, 443):
        return f"names port {port}; Alexa only calls port 443"
    if parts.username or parts.password or parts.query or parts.fragment or re.search(r"\s", url):
        return "must be a plain address, without a user, a question mark, a fragment or spaces"
    return None


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
