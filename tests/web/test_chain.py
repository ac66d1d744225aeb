"""A chain like Alexa's own of 2021 verifies as of its own date, whichever of Amazon's roots is trusted."""

from __future__ import annotations

from datetime import datetime

import pytest
from cryptography.x509 import load_pem_x509_certificates

from skill.web.chain import signing_key
from skill.web.refusal import Reason, Refused
from skill.web.roots import amazon_roots

from . import twin
from .authority import pem
from .twin import Twin, day

THEN = day(2021, 6, 1)


@pytest.fixture(scope="module")
def alexas() -> Twin:
    return twin.made()


def test_it_verifies_as_of_its_own_date(alexas: Twin) -> None:
    for roots in ([alexas.amazon], [alexas.starfield], [alexas.amazon, alexas.starfield]):
        found = signing_key(alexas.file, roots, THEN)
        assert found.key == alexas.key
        assert found.until == day(2021, 11, 16)


@pytest.mark.parametrize("when", [day(2020, 12, 10), day(2021, 11, 17), day(2026, 11, 25)])
def test_it_does_not_at_another(alexas: Twin, when: datetime) -> None:
    with pytest.raises(Refused) as refused:
        signing_key(alexas.file, [alexas.amazon, alexas.starfield], when)
    assert refused.value.reason is Reason.CHAIN


def test_its_names_do_not_help_it_to_amazons_own_roots(alexas: Twin) -> None:
    with pytest.raises(Refused):
        signing_key(alexas.file, amazon_roots(), THEN)


def test_in_any_order_and_without_what_is_not_needed(alexas: Twin) -> None:
    leaf, issuer, cross, older = load_pem_x509_certificates(alexas.file)
    for others in ([issuer], [cross, issuer], [older, cross, issuer], [issuer, cross]):
        assert signing_key(pem(leaf, *others), [alexas.amazon], THEN).key == alexas.key
    assert signing_key(pem(leaf, issuer, cross), [alexas.starfield], THEN).key == alexas.key
    for missing in ([cross, older], [], [leaf]):
        with pytest.raises(Refused):
            signing_key(pem(leaf, *missing), [alexas.amazon, alexas.starfield], THEN)
