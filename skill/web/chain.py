"""Chain: certificates as downloaded -> the key that may sign for Alexa, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import (
    Certificate,
    DNSName,
    InvalidVersion,
    SubjectAlternativeName,
    load_pem_x509_certificates,
)
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.web.refusal import Reason, Refused

_SIGNER = "echo-api.amazon.com"


@dataclass(frozen=True)
class SigningKey:
    """A key that was verified."""

    key: RSAPublicKey
    until: datetime
    """When the first certificate on its way to a root expires."""


def signing_key(pem: bytes, roots: Sequence[Certificate], now: datetime) -> SigningKey:
    """In: certificates, the signer's first; the roots to trust; the time. Out: the signer's key.

    Raises Refused: not certificates, no way to a root, not valid now, not Alexa's, not an RSA key.
    Certificates that are not needed do no harm: Amazon's file also has its root signed by another, older root.
    """
    try:
        leaf, *others = load_pem_x509_certificates(pem)
        verifier = PolicyBuilder().store(Store(list(roots))).time(now).build_server_verifier(DNSName(_SIGNER))
        path = verifier.verify(leaf, others)
        names = leaf.extensions.get_extension_for_class(SubjectAlternativeName).value.get_values_for_type(DNSName)
        key = leaf.public_key()
    except (ValueError, InvalidVersion, UnsupportedAlgorithm, VerificationError):
        raise Refused(Reason.CHAIN) from None
    if _SIGNER not in names:  # a wildcard matches too, and is for Amazon's other servers
        raise Refused(Reason.CHAIN_NAME)
    if not isinstance(key, RSAPublicKey):
        raise Refused(Reason.CHAIN_KEY)
    return SigningKey(key, min(certificate.not_valid_after_utc for certificate in path))
