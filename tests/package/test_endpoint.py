"""An endpoint is a function that Alexa can call, or a public https address, and nothing else."""

from __future__ import annotations

import pytest

from skill.package.endpoint import endpoint

ARN = "arn:aws:lambda:us-east-1:123456789012:function:kratom-guide:live"


@pytest.mark.parametrize("arn", [ARN, ARN.replace("live", "v2_live"), ARN.replace("us-east-1", "eu-west-1")])
def test_a_function_has_no_certificate(arn: str):
    assert endpoint(arn) == {"uri": arn}


@pytest.mark.parametrize(
    ("given", "certificate"), [(None, "Trusted"), ("Trusted", "Trusted"), ("Wildcard", "Wildcard")]
)
def test_an_address_has_a_certificate(given: str | None, certificate: str):
    url = "https://skill.example.org/alexa"
    assert endpoint(url, given) == {"uri": url, "sslCertificateType": certificate}


@pytest.mark.parametrize(
    ("where", "certificate", "reason"),
    [
        ("arn:aws:lambda:us-east-1:1234:function:x", None, "is not the ARN of a Lambda function"),
        ("arn:aws:s3:::bucket", None, "is not the ARN of a Lambda function"),
        (ARN.replace("us-east-1", "eu-north-1"), None, "is in eu-north-1; Alexa calls functions in us-east-1"),
        (ARN.removesuffix(":live"), None, "names no alias, .*; paste SkillEndpoint, which sam deploy prints"),
        (ARN.replace("live", "$LATEST"), None, "names no alias"),
        (ARN.replace("live", "7"), None, "names no alias"),
        (ARN, "Trusted", "only named for a web address"),
        ("http://skill.example.org/alexa", None, "is neither the ARN"),
        ("skill.example.org", None, "is neither the ARN"),
        ("https://127.0.0.1/alexa", None, "must name a public host"),
        ("https://[::1]/alexa", None, "must name a public host"),
        ("https://localhost/alexa", None, "must name a public host"),
        ("https://skill.example.org:8443/alexa", None, "names port 8443"),
        ("https://skill.example.org:port/alexa", None, "is not a web address"),
        ("https://me:secret@skill.example.org/alexa", None, "must be a plain address"),
        ("https://skill.example.org/alexa?key=1", None, "must be a plain address"),
        ("https://skill.example.org/alexa", "trusted", "must be one of Trusted, Wildcard, SelfSigned"),
    ],
)
def test_anything_else_is_refused_with_the_reason(where: str, certificate: str | None, reason: str):
    with pytest.raises(ValueError, match=reason):
        endpoint(where, certificate)
