"""Urls: a web address for the store page -> what is wrong with it.

Amazon lets no linked address have "Alexa" in its domain:
https://developer.amazon.com/en-US/docs/alexa/custom-skills/policy-requirements-for-an-alexa-skill.html
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit


def url_problem(url: str) -> str | None:
    """Why an address can't stand on the store page, in plain words; None when it can."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError as error:
        return f"{url!r} is not a web address: {error}"
    if parts.scheme != "https" or "." not in host or re.search(r"\s", url):
        return f"{url!r} is not an https address, such as https://www.example.org/privacy"
    if "alexa" in host:
        return f"{url!r} has Amazon's brand in its domain"
    return None
