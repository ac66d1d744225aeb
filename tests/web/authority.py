"""Authority: issues certificates as Amazon's authorities do, so that every way to get them wrong can be tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

ALEXA = "echo-api.amazon.com"
DAY = timedelta(days=1)

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class Authority:
    """A certificate that may issue others, and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @classmethod
    def root(cls, name: str) -> Self:
        """One that vouches for itself."""
        key = ec.generate_private_key(ec.SECP256R1())
        return cls(_signed(name, key, None, key, _ca_extensions()), key)

    def authority(self, name: str) -> Authority:
        """One below this one."""
        key = ec.generate_private_key(ec.SECP256R1())
        return Authority(_signed(name, key, self.certificate, self.key, _ca_extensions()), key)

    def cross_sign(self, other: Authority) -> x509.Certificate:
        """The other's name and key, vouched for by this one."""
        return _signed(_name(other.certificate), other.key, self.certificate, self.key, _ca_extensions())

    def leaf(
        self,
        key: Key,
        names: Sequence[str] = (ALEXA,),
        *,
        start: timedelta = -DAY,
        end: timedelta = DAY,
        usage: x509.ObjectIdentifier = ExtendedKeyUsageOID.SERVER_AUTH,
    ) -> x509.Certificate:
        """A server's certificate; `start` and `end` are counted from now."""
        return _signed(names[0], key, self.certificate, self.key, _leaf_extensions(names, usage), start, end)


def self_signed(key: Key) -> x509.Certificate:
    """Alexa's name, vouched for by nobody."""
    return _signed(ALEXA, key, None, key, _leaf_extensions([ALEXA], ExtendedKeyUsageOID.SERVER_AUTH))


def pem(*certificates: x509.Certificate) -> bytes:
    """As in a file."""
    return b"".join(certificate.public_bytes(Encoding.PEM) for certificate in certificates)


def _ca_extensions() -> list[tuple[x509.ExtensionType, bool]]:
    return [(x509.BasicConstraints(ca=True, path_length=None), True), (_key_usage(ca=True), True)]


def _leaf_extensions(names: Sequence[str], usage: x509.ObjectIdentifier) -> list[tuple[x509.ExtensionType, bool]]:
    return [
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), False),
        (x509.ExtendedKeyUsage([usage]), False),
        (_key_usage(ca=False), True),
    ]


def _signed(
    name: str,
    key: Key,
    issuer: x509.Certificate | None,
    issuer_key: Key,
    extensions: list[tuple[x509.ExtensionType, bool]],
    start: timedelta = -DAY,
    end: timedelta = DAY,
) -> x509.Certificate:
    now = datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + start)
        .not_valid_after(now + end)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(issuer_key, hashes.SHA256())


def _key_usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=ca,
        crl_sign=ca,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _name(certificate: x509.Certificate) -> str:
    return str(certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)
