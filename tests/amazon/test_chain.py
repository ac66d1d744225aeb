"""Chains that signed for Alexa verify to Amazon's roots as of their own dates. alexa-verifier carries them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.web.chain import signing_key
from skill.web.refusal import Reason, Refused
from skill.web.roots import amazon_roots

PACKAGES = Path(__file__).parent / "node_modules"
SIGNED_IN = {
    2021: PACKAGES / "alexa-verifier-of-2021" / "test" / "echo-api-cert-9.pem",
    2023: PACKAGES / "alexa-verifier" / "test" / "mocks" / "echo-api-cert-12.cer",
}
UNTIL = {2021: datetime(2021, 11, 16, 23, 59, 59, tzinfo=UTC), 2023: datetime(2023, 12, 23, 23, 59, 59, tzinfo=UTC)}


@pytest.mark.parametrize("year", SIGNED_IN)
def test_a_genuine_chain_verifies_as_of_its_own_date(year: int) -> None:
    found = signing_key(SIGNED_IN[year].read_bytes(), amazon_roots(), datetime(year, 6, 1, tzinfo=UTC))
    assert (found.until, found.key.key_size) == (UNTIL[year], 2048)


@pytest.mark.parametrize("year", SIGNED_IN)
@pytest.mark.parametrize("years_off", [-1, 1, 5])
def test_it_does_not_at_another(year: int, years_off: int) -> None:
    with pytest.raises(Refused) as refused:
        signing_key(SIGNED_IN[year].read_bytes(), amazon_roots(), datetime(year + years_off, 6, 1, tzinfo=UTC))
    assert refused.value.reason is Reason.CHAIN


@pytest.mark.parametrize("year", SIGNED_IN)
def test_nor_without_the_certificate_that_leads_to_a_root(year: int) -> None:
    end = b"-----END CERTIFICATE-----"
    alone = SIGNED_IN[year].read_bytes().split(end)[0] + end
    with pytest.raises(Refused):
        signing_key(alone, amazon_roots(), datetime(year, 6, 1, tzinfo=UTC))
