"""Sdk: what is used of Alexa's Flask adapter, imported without the library that keeps it from loading.

The SDK's verifier imports certvalidator, which loads oscrypto, and that fails wherever the patch number of OpenSSL has
two digits (3.0.10 and later). Only the SDK's RequestVerifier uses it, and that one is replaced by ours (signature.py).
So certvalidator is stood in for while the adapter is imported; no verification of ours depends on it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def _certvalidator_stood_in() -> Iterator[None]:
    validator, errors = ModuleType("certvalidator"), ModuleType("certvalidator.errors")
    # None can't be called: should the SDK's RequestVerifier ever run, it refuses everything instead of accepting it.
    vars(validator).update(CertificateValidator=None)
    vars(errors).update(PathError=Exception, ValidationError=Exception)
    missing = {module.__name__: module for module in (validator, errors) if module.__name__ not in sys.modules}
    sys.modules.update(missing)
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


with _certvalidator_stood_in():
    from ask_sdk_webservice_support.verifier import AbstractVerifier, VerificationException
    from flask_ask_sdk.skill_adapter import (
        VERIFY_SIGNATURE_APP_CONFIG,
        VERIFY_TIMESTAMP_APP_CONFIG,
        SkillAdapter,
    )

__all__ = [
    "VERIFY_SIGNATURE_APP_CONFIG",
    "VERIFY_TIMESTAMP_APP_CONFIG",
    "AbstractVerifier",
    "SkillAdapter",
    "VerificationException",
]
