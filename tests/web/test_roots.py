"""The pinned roots are Amazon's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID

from skill.web.roots import FILE, amazon_roots


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
