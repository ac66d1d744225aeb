"""Roots: the certificates that a request's chain may end at."""

from __future__ import annotations

from pathlib import Path

from cryptography.x509 import Certificate, load_pem_x509_certificates

FILE = Path(__file__).with_name("roots.pem")


def amazon_roots() -> list[Certificate]:
    """Amazon's roots, and no others: a chain that any other authority issued was not issued to Alexa."""
    return load_pem_x509_certificates(FILE.read_bytes())
