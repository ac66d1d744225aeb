"""Roots: the certificates that a request's chain may end at."""

from __future__ import annotations

import warnings
from pathlib import Path

from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import Certificate, load_pem_x509_certificates

FILE = Path(__file__).with_name("roots.pem")


def amazon_roots() -> list[Certificate]:
    """Amazon's roots, and no others: a chain that any other authority issued was not issued to Alexa."""
    with warnings.catch_warnings():
        # Starfield's has the serial number 0, which cryptography announces to refuse some day. Then it has to leave
        # roots.pem; that breaks nothing as long as Alexa's chains pass through Amazon Root CA 1 on their way to it.
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        return load_pem_x509_certificates(FILE.read_bytes())
