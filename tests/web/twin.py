"""Twin: a chain made as Alexa's of 2020-12-11 to 2021-11-16 was: the same names, dates, kinds of key and extensions.

The genuine one is not ours to keep here; it was verified by hand on 2026-11-25 with the pinned roots. Its file held
four certificates: Alexa's; Amazon's issuer; Amazon Root CA 1 as Starfield's root signed it; and that one as signed by
Starfield's older root, which nobody trusts any more. No key of the twin is Amazon's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from .authority import ALEXA, pem

ISSUER = [("C", "US"), ("O", "Amazon"), ("OU", "Server CA 1B"), ("CN", "Amazon")]
ROOT = [("C", "US"), ("O", "Amazon"), ("CN", "Amazon Root CA 1")]
_COMPANY = [("C", "US"), ("ST", "Arizona"), ("L", "Scottsdale"), ("O", "Starfield Technologies, Inc.")]
STARFIELD = [*_COMPANY, ("CN", "Starfield Services Root Certificate Authority - G2")]
CLASS_2 = [
    ("C", "US"),
    ("O", "Starfield Technologies, Inc."),
    ("OU", "Starfield Class 2 Certification Authority"),
]
_OIDS = {
    "C": NameOID.COUNTRY_NAME,
    "ST": NameOID.STATE_OR_PROVINCE_NAME,
    "L": NameOID.LOCALITY_NAME,
    "O": NameOID.ORGANIZATION_NAME,
    "OU": NameOID.ORGANIZATIONAL_UNIT_NAME,
    "CN": NameOID.COMMON_NAME,
}
_TIMESTAMPS = x509.ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2")
"""Of certificate transparency: an extension that the verifier need not know."""

Name = list[tuple[str, str]]
Dates = tuple[datetime, datetime]


@dataclass(frozen=True)
class Twin:
    """What was in Alexa's file, and the roots of that time."""

    file: bytes
    amazon: x509.Certificate
    starfield: x509.Certificate
    key: rsa.RSAPublicKey


def day(year: int, month: int, number: int) -> datetime:
    """The start of a day."""
    return datetime(year, month, number, tzinfo=UTC)


def made() -> Twin:
    """A new one, with new keys."""
    leaf, issuer, root, starfield, class_2 = (rsa.generate_private_key(65537, 2048) for _ in range(5))
    own = (day(2015, 5, 26), day(2038, 1, 17))
    chain = [
        _certificate([("CN", ALEXA)], leaf, ISSUER, issuer, (day(2020, 12, 11), day(2021, 11, 16)), None),
        _certificate(ISSUER, issuer, ROOT, root, (day(2015, 10, 22), day(2025, 10, 19)), 0),
        _certificate(ROOT, root, STARFIELD, starfield, (day(2015, 5, 25), day(2037, 12, 31)), -1),
        _certificate(STARFIELD, starfield, CLASS_2, class_2, (day(2009, 9, 2), day(2034, 6, 28)), -1),
    ]
    return Twin(
        pem(*chain),
        _certificate(ROOT, root, ROOT, root, own, -1),
        _certificate(STARFIELD, starfield, STARFIELD, starfield, (day(2009, 9, 1), day(2037, 12, 31)), -1),
        leaf.public_key(),
    )


def _certificate(
    name: Name, key: rsa.RSAPrivateKey, issuer: Name, issuer_key: rsa.RSAPrivateKey, dates: Dates, below: int | None
) -> x509.Certificate:
    """`below`: how many authorities may stand below it, -1 for any number; None for a server's."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dates[0])
        .not_valid_after(dates[1])
    )
    extensions: list[tuple[x509.ExtensionType, bool]] = [
        (x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False),
        (x509.BasicConstraints(ca=below is not None, path_length=None if below in (None, -1) else below), True),
        (_usage(ca=below is not None), True),
    ]
    if name != issuer:  # a root says nothing of whom to ask about it
        extensions += [
            (x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), False),
            (x509.AuthorityInformationAccess(_places()), False),
            (x509.CRLDistributionPoints([_list()]), False),
            (x509.CertificatePolicies([_policy("2.23.140.1.2.1")]), False),
        ]
    if below is None:
        extensions += [
            (x509.SubjectAlternativeName([x509.DNSName(ALEXA)]), False),
            (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]), False),
            (x509.UnrecognizedExtension(_TIMESTAMPS, b"\x04\x02\x00\x00"), False),
        ]
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(issuer_key, hashes.SHA256())


def _named(name: Name) -> x509.Name:
    return x509.Name([x509.NameAttribute(_OIDS[kind], value) for kind, value in name])


def _places() -> list[x509.AccessDescription]:
    methods = (AuthorityInformationAccessOID.OCSP, AuthorityInformationAccessOID.CA_ISSUERS)
    return [x509.AccessDescription(method, x509.UniformResourceIdentifier("http://example.com/")) for method in methods]


def _list() -> x509.DistributionPoint:
    return x509.DistributionPoint([x509.UniformResourceIdentifier("http://example.com/a.crl")], None, None, None)


def _policy(number: str) -> x509.PolicyInformation:
    return x509.PolicyInformation(x509.ObjectIdentifier(number), None)


def _usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_encipherment=not ca,
        key_cert_sign=ca,
        crl_sign=ca,
        content_commitment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
