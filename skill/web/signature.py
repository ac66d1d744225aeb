"""Signature: whether Alexa has signed exactly these bytes."""

from __future__ import annotations

import base64
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from werkzeug.datastructures import Headers

from skill.web.certificate_url import normalized
from skill.web.refusal import Reason, Refused
from skill.web.sdk import AbstractVerifier
from skill.web.signing_keys import SigningKeys


class SignatureVerifier(AbstractVerifier):  # type: ignore[misc]
    """Replaces the SDK's RequestVerifier, which can't be loaded everywhere; see sdk.py."""

    def __init__(self, keys: SigningKeys) -> None:
        self._keys = keys

    def verify(self, headers: Headers, serialized_request_env: str, deserialized_request_env: Any = None) -> None:  # noqa: ARG002
        """In: the headers, and the body as text, which gives back its bytes. Raises Refused."""
        url, signature = headers.get("SignatureCertChainUrl"), headers.get("Signature-256")
        if not url or not signature:
            raise Refused(Reason.UNSIGNED)
        address = normalized(url)
        try:
            decoded = base64.b64decode(signature, validate=True)
        except ValueError:
            raise Refused(Reason.SIGNATURE_ENCODING) from None
        try:
            self._keys.at(address).verify(decoded, serialized_request_env.encode(), PKCS1v15(), SHA256())
        except InvalidSignature:
            raise Refused(Reason.SIGNATURE) from None
