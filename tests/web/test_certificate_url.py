"""A certificate URL is one of Alexa's however it is written, and one that only looks like it is never fetched."""

from __future__ import annotations

import pytest

from skill.web.certificate_url import normalized
from skill.web.refusal import Refused

from .conftest import Alexa
from .door import event

ALEXAS = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"

# The first four are Amazon's own examples.
GOOD = [
    ALEXAS,
    "https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem",
    "HTTPS://S3.AmazonAWS.com/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/./echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api//echo-api-cert.pem",
    "https://s3.amazonaws.com/other/%2e%2e/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo%2Eapi/echo-api-cert.pem",
    "https://s3.amazonaws.com:/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/echo-api-cert.pem?x=1",
    "https://s3.amazonaws.com/echo.api/echo-api-cert.pem#x",
]

# The first five are Amazon's own examples.
BAD = [
    "http://s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://notamazon.com/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem",
    "https://s3.amazonaws.com/invalid.path/echo-api-cert.pem",
    "https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com:80/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com:0/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com:port/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com:99999/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/../other/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/%2e%2e/other/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/%2E%2E%2Fother/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/.%2e/other/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/%252e%252e/other/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/..\\..\\other/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/%5c..%5cother/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/a%00.pem",
    "https://s3.amazonaws.com/echo.api/a%0d%0aHost:%20example.com",
    "https://s3.amazonaws.com/echo.api/a b.pem",
    "https://s3.amazonaws.com/echo.api/é.pem",
    "https://s3.amazonaws.com/echo.api/",
    "https://s3.amazonaws.com/echo.api",
    "https://s3.amazonaws.com/echo.apis/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo-api/echo-api-cert.pem",
    "https://s3.amazonaws.com/other/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com//echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/?/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/",
    "https://s3.amazonaws.com",
    "https://s3.amazonaws.com.example.com/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com./echo.api/echo-api-cert.pem",
    "https://www.s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://s3-eu-west-1.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://echo.api.s3.amazonaws.com/echo-api-cert.pem",
    "https://s3.amazonaws.com@example.com/echo.api/echo-api-cert.pem",
    "https://example.com@s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://user:secret@s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://@s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://example.com\\@s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://[s3.amazonaws.com]/echo.api/echo-api-cert.pem",
    "https://[s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://\uff533.amazonaws.com/echo.api/echo-api-cert.pem",
    "https:///echo.api/echo-api-cert.pem",
    "https:s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "//s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "/echo.api/echo-api-cert.pem",
    "file:///echo.api/echo-api-cert.pem",
    "ftp://s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://169.254.169.254/echo.api/echo-api-cert.pem",
    "https://localhost/echo.api/echo-api-cert.pem",
    "not a URL",
    " ",
]


@pytest.mark.parametrize("url", GOOD)
def test_a_url_of_alexas_comes_out_the_same_however_it_is_written(url: str) -> None:
    assert normalized(url) == ALEXAS


@pytest.mark.parametrize("url", BAD)
def test_another_url_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        normalized(url)


@pytest.mark.parametrize("url", [url for url in BAD if url.isascii()])
def test_a_request_with_another_url_is_refused_and_nothing_is_fetched(alexa: Alexa, url: str) -> None:
    before = alexa.shelf.asked.total()
    answer = alexa.ask(event(), {"SignatureCertChainUrl": url})
    assert (answer.status, answer.body) == (400, b"")
    assert alexa.shelf.asked.total() == before


def test_two_urls_are_none(alexa: Alexa) -> None:
    assert alexa.ask(event(), {"signaturecertchainurl": ALEXAS}).status == 400
