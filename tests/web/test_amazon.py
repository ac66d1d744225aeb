"""What can be known here of the real Amazon: its roots, and a chain that it signed with in 2026."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.x509 import load_pem_x509_certificates
from cryptography.x509.oid import NameOID

from skill.web.chain import signing_key
from skill.web.roots import FILE, amazon_roots
from skill.web.sdk import VerificationException

from .authority import Authority

# As Amazon published it: the leaf, Amazon RSA 2048 M01, and Amazon Root CA 1 as signed by Starfield's root.
CHAIN = (Path(__file__).with_name("amazon_chain.pem")).read_bytes()
WHILE_VALID = datetime(2026, 11, 1, tzinfo=UTC)


def test_a_real_chain_leads_to_the_pinned_roots_while_it_is_valid() -> None:
    found = signing_key(CHAIN, amazon_roots(), WHILE_VALID)
    assert found.key == load_pem_x509_certificates(CHAIN)[0].public_key()
    assert found.until == datetime(2027, 2, 10, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize("root", amazon_roots()[::4], ids=["Amazon Root CA 1", "Starfield"])
def test_a_real_chain_leads_to_either_of_its_roots(root: object) -> None:
    assert signing_key(CHAIN, [root], WHILE_VALID)  # type: ignore[list-item]


@pytest.mark.parametrize("time", [datetime(2026, 7, 27, tzinfo=UTC), datetime(2027, 2, 11, tzinfo=UTC)])
def test_a_real_chain_is_refused_outside_its_time(time: datetime) -> None:
    with pytest.raises(VerificationException):
        signing_key(CHAIN, amazon_roots(), time)


def test_a_real_chain_does_not_lead_to_another_root() -> None:
    with pytest.raises(VerificationException):
        signing_key(CHAIN, [Authority.root("Amazon Root CA 1").certificate], WHILE_VALID)


def test_the_pinned_roots_are_the_five_and_are_what_their_file_says() -> None:
    roots = amazon_roots()
    names = [root.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value for root in roots]
    starfield = "Starfield Services Root Certificate Authority - G2"
    assert names == [*(f"Amazon Root CA {number}" for number in range(1, 5)), starfield]
    written = re.findall(r"# SHA-256 ([0-9A-F:]+)", FILE.read_text())
    assert written == [root.fingerprint(hashes.SHA256()).hex(":").upper() for root in roots]


def test_the_pinned_roots_are_certifis() -> None:
    certifi = pytest.importorskip("certifi")
    trusted = "".join(Path(certifi.where()).read_text().split())
    blocks = re.findall(r"-----BEGIN CERTIFICATE-----(.*?)-----END", FILE.read_text(), re.DOTALL)
    assert len(blocks) == 5
    for block in blocks:
        assert "".join(block.split()) in trusted
