"""Only certificates that lead from Alexa's name to a trusted root are accepted, and they are downloaded once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import ExtendedKeyUsageOID

from skill.web.refusal import Refused
from skill.web.signing_keys import SigningKeys

from .authority import ALEXA, DAY, Authority, pem, self_signed
from .conftest import Alexa
from .door import encoded, event

Chain = Callable[[Alexa], bytes]


def unknown_authority(alexa: Alexa) -> bytes:
    root = Authority.root("Unknown Root CA")
    issuer = root.authority("Unknown M01")
    return pem(issuer.leaf(alexa.key), issuer.certificate, root.certificate)


def impostor_of_the_root(alexa: Alexa) -> bytes:
    issuer = Authority.root("Test Root CA 1").authority("Test RSA 2048 M01")
    return pem(issuer.leaf(alexa.key), issuer.certificate)


def issued_by_another_leaf(alexa: Alexa) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    leaf = alexa.issuer.leaf(key, ["somebody.example.com"])
    return pem(Authority(leaf, key).leaf(alexa.key), leaf, alexa.issuer.certificate)


def named(*names: str) -> Chain:
    return lambda alexa: pem(alexa.issuer.leaf(alexa.key, names), alexa.issuer.certificate)


def valid(start: timedelta, end: timedelta) -> Chain:
    return lambda alexa: pem(alexa.issuer.leaf(alexa.key, start=start, end=end), alexa.issuer.certificate)


REFUSED: dict[str, Chain] = {
    "expired": valid(-3 * DAY, -DAY),
    "expired a second ago": valid(-3 * DAY, timedelta(seconds=-1)),
    "not yet valid": valid(DAY, 2 * DAY),
    "another name": named("api.amazon.com"),
    "a longer name": named(f"{ALEXA}.example.com"),
    "a name below": named(f"www.{ALEXA}"),
    "a wildcard": named("*.amazon.com"),
    "an unknown root": unknown_authority,
    "an impostor of the root": impostor_of_the_root,
    "signed by itself": lambda alexa: pem(self_signed(alexa.key)),
    "signed by itself, with the root beside it": lambda alexa: pem(self_signed(alexa.key), alexa.root.certificate),
    "no intermediate": lambda alexa: pem(alexa.leaf),
    "the intermediate first": lambda alexa: pem(alexa.issuer.certificate, alexa.leaf),
    "issued by one that may not": issued_by_another_leaf,
    "for clients": lambda alexa: pem(
        alexa.issuer.leaf(alexa.key, usage=ExtendedKeyUsageOID.CLIENT_AUTH), alexa.issuer.certificate
    ),
    "not an RSA key": lambda alexa: pem(
        alexa.issuer.leaf(ec.generate_private_key(ec.SECP256R1())), alexa.issuer.certificate
    ),
    "a broken one": lambda alexa: pem(alexa.leaf).replace(b"MII", b"MIJ", 1),
    "a key instead": lambda alexa: alexa.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    "a web page": lambda alexa: b"<html>",  # noqa: ARG005
    "nothing": lambda alexa: b"",  # noqa: ARG005
    "far too much": lambda alexa: alexa.chain + b"\n" * 70_000,
}

old_root = Authority.root("Old Root CA")
older_root = Authority.root("Older Root CA")

ACCEPTED: dict[str, Chain] = {
    "leaf and intermediate": lambda alexa: alexa.chain,
    "the root as well": lambda alexa: alexa.chain + pem(alexa.root.certificate),
    "the root as signed by an older one": lambda alexa: alexa.chain + pem(old_root.cross_sign(alexa.root)),
    "the same, before the intermediate": lambda alexa: pem(
        alexa.leaf, old_root.cross_sign(alexa.root), alexa.issuer.certificate
    ),
    "older and older roots": lambda alexa: (
        alexa.chain + pem(old_root.cross_sign(alexa.root), older_root.cross_sign(old_root), older_root.certificate)
    ),
    "the intermediate as signed by an unknown root, first": lambda alexa: pem(
        alexa.leaf, old_root.cross_sign(alexa.issuer), alexa.issuer.certificate
    ),
    "somebody else's certificates": lambda alexa: alexa.chain + pem(older_root.authority("Other").certificate),
    "several names": named("pitangui.amazon.com", ALEXA),
    "from this minute on": valid(timedelta(seconds=-5), timedelta(seconds=30)),
}


@pytest.mark.parametrize("chain", REFUSED.values(), ids=REFUSED.keys())
def test_certificates_that_prove_nothing_are_refused(alexa: Alexa, chain: Chain) -> None:
    answer = alexa.ask(event(), chain=chain(alexa))
    assert (answer.status, answer.body) == (400, b"")


@pytest.mark.parametrize("chain", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_certificates_that_lead_to_the_root_are_accepted(alexa: Alexa, chain: Chain) -> None:
    assert alexa.ask(event(), chain=chain(alexa)).status == 200


def test_certificates_that_are_not_there_are_refused(alexa: Alexa) -> None:
    changes = {"SignatureCertChainUrl": "https://s3.amazonaws.com/echo.api/nowhere.pem"}
    assert alexa.ask(event(), changes).status == 400


def test_verified_certificates_are_downloaded_once_and_refused_ones_each_time(alexa: Alexa) -> None:
    body = encoded(event())
    for chain, status, downloads in ((alexa.chain, 200, 1), (pem(alexa.leaf), 400, 3)):
        headers = alexa.headers(body, chain=chain)
        path = headers["SignatureCertChainUrl"].removeprefix("https://s3.amazonaws.com")
        assert [alexa.door.send(body, headers).status for _ in range(3)] == [status] * 3
        assert alexa.shelf.asked[path] == downloads


def test_other_spellings_of_a_url_are_the_same_url(alexa: Alexa) -> None:
    body = encoded(event())
    headers = alexa.headers(body)
    path = headers["SignatureCertChainUrl"].removeprefix("https://s3.amazonaws.com")
    for url in (f"HTTPS://S3.amazonaws.com:443{path}", f"https://s3.amazonaws.com/echo.api/..{path}?a#b"):
        assert alexa.door.send(body, {**headers, "SignatureCertChainUrl": url}).status == 200
    assert alexa.shelf.asked[path] == 1


def test_kept_certificates_are_not_used_after_they_expire(alexa: Alexa) -> None:
    now = datetime.now(UTC)
    keys = SigningKeys(alexa.shelf.download, [alexa.root.certificate], lambda: now)
    url = alexa.published(alexa.chain)
    assert keys.at(url) == alexa.key.public_key()
    now += timedelta(hours=23)
    assert keys.at(url) == alexa.key.public_key()
    now += timedelta(hours=2)
    with pytest.raises(Refused):
        keys.at(url)


def test_certificates_are_kept_for_eight_urls(alexa: Alexa) -> None:
    keys = SigningKeys(alexa.shelf.download, [alexa.root.certificate])
    urls = [alexa.published(alexa.chain) for _ in range(9)]
    for url in (*urls, *urls[1:], urls[0]):
        keys.at(url)
    asked = [alexa.shelf.asked[url.removeprefix("https://s3.amazonaws.com")] for url in urls]
    assert asked == [2, *[1] * 8]
