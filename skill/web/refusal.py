"""Refusal: why a request is not answered, in words of ours alone, so that it may be logged and counted."""

from __future__ import annotations

from enum import Enum

from skill.web.sdk import VerificationException


class Reason(Enum):
    """Every reason. The name, in small letters, is counted; the text is logged."""

    MALFORMED = "the request is not HTTP as it should be"
    INCOMPLETE = "the request broke off, or came too slowly"
    TOO_LONG = "the body is too long"
    NOT_UTF8 = "the body is not UTF-8"
    NOT_JSON = "the body is not JSON"
    TOO_DEEP = "the body is nested too deeply"
    UNSIGNED = "the request is not signed"
    URL_MALFORMED = "the certificate URL is not a URL"
    URL_SCHEME = "the certificate URL is not https"
    URL_HOST = "the certificate URL has another host, or names a user"
    URL_PORT = "the certificate URL has another port"
    URL_PATH = "the certificate URL has another path"
    DOWNLOAD = "the certificates could not be downloaded"
    DOWNLOAD_CONTENT = "what was downloaded can't be certificates"
    DOWNLOADS = "too many certificates are being downloaded"
    CHAIN = "the certificates don't lead from Alexa to Amazon's roots"
    CHAIN_NAME = "the certificate is not for Alexa by name"
    CHAIN_KEY = "the certificate's key is not an RSA key"
    SIGNATURE_ENCODING = "the signature is not base64"
    SIGNATURE = "the signature is not Alexa's under this body"
    TIME_MISSING = "the request does not say when it was sent"
    TIME = "the request was not sent just now"
    SKILL = "the request is meant for another skill"

    @property
    def label(self) -> str:
        """What it is counted under."""
        return self.name.lower()


class Refused(VerificationException):  # type: ignore[misc]
    """A request is not answered. The SDK knows it as a VerificationException."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
