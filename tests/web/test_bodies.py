"""What is not a request at all is refused quickly, whether or not anything is verified."""

from __future__ import annotations

import socket
import time

import pytest

from .conftest import Alexa
from .door import Door, encoded, event

NOT_REQUESTS = {
    "nothing": b"",
    "not JSON": b"hello",
    "half of it": b'{"version": "1.0"',
    "more than one": b"{} {}",
    "not UTF-8": b'{"version": "\xff"}',
    "UTF-16": encoded(event()).decode().encode("utf-16"),
    "half a character": '"\u00e9"'.encode()[:2],
    "too deep": b"[" * 100_000,
    "too deep, but whole": b'{"a":' * 30_000 + b"1" + b"}" * 30_000,
    "too long a number": b"1" * 10_000,
}


@pytest.mark.parametrize("body", NOT_REQUESTS.values(), ids=NOT_REQUESTS.keys())
def test_what_is_not_json_is_refused(alexa: Alexa, open_door: Door, body: bytes) -> None:
    for answer in (open_door.send(body), alexa.door.send(body), alexa.ask(body)):
        assert (answer.status, answer.body) == (400, b"")


@pytest.mark.parametrize("body", [b"null", b"[]", b"1", b'"hello"', b"{}", b'{"request": []}'])
def test_json_that_is_no_request_is_refused_where_requests_are_verified(alexa: Alexa, body: bytes) -> None:
    assert alexa.ask(body).status == 400


@pytest.mark.parametrize("body", [b"null", b"[]", b"1", b'"hello"', b"{}", b'{"request": []}'])
def test_json_that_is_no_request_gets_a_spoken_answer_where_nothing_is_verified(open_door: Door, body: bytes) -> None:
    assert open_door.send(body).speech


def test_a_body_of_256_kilobytes_is_read_and_a_longer_one_is_not(alexa: Alexa, open_door: Door) -> None:
    body = encoded(event())
    most = body + b" " * (256 * 1024 - len(body))
    assert open_door.send(most).status == 200
    assert alexa.ask(most).status == 200
    for answer in (open_door.send(most + b" "), alexa.ask(most + b" "), alexa.door.send(b"a" * 2_000_000)):
        assert (answer.status, answer.body) == (413, b"")


def test_a_body_in_chunks_is_read_and_a_longer_one_is_not(alexa: Alexa) -> None:
    body = encoded(event())
    assert alexa.door.send(iter([body[:50], body[50:]]), alexa.headers(body)).status == 200
    longer = body + b" " * 256 * 1024
    # 400, not 413: it is read as far as the limit, and the signature is not of that.
    assert alexa.door.send(iter([longer[:200_000], longer[200_000:]]), alexa.headers(longer)).status == 400


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "text/plain", ""]
)
def test_a_body_is_what_it_is_whatever_it_is_called(alexa: Alexa, kind: str) -> None:
    assert alexa.ask(event(), {"Content-Type": kind}).status == 200


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_post_is_allowed(alexa: Alexa, open_door: Door, method: str) -> None:
    for door in (alexa.door, open_door):
        answer = door.send(None, method=method)
        assert (answer.status, answer.body) == (405, b"")
        assert answer.headers["Allow"] == "POST"


def test_no_version_is_told(alexa: Alexa) -> None:
    assert alexa.door.send(b"{}").headers["Server"] == "skill"


@pytest.mark.parametrize("path", ["/", "/alexa/", "/static/app.py", "/alexa/../alexa", "/favicon.ico"])
def test_there_is_nothing_else(alexa: Alexa, path: str) -> None:
    answer = alexa.door.send(b"{}", path=path)
    assert (answer.status, answer.body) == (404, b"")


@pytest.mark.parametrize("time_", ["1." * 100_000, "1" * 200_000, " " * 200_000])
def test_an_unsigned_request_is_refused_before_it_is_parsed(alexa: Alexa, time_: str) -> None:
    # The SDK would read for many seconds what such a time could mean.
    body = encoded(event(timestamp=time_))
    started = time.monotonic()
    assert alexa.door.send(body).status == 400
    assert time.monotonic() - started < 1


def test_one_who_sends_half_a_request_does_not_keep_others_waiting(alexa: Alexa) -> None:
    with socket.create_connection(("127.0.0.1", alexa.door.port)) as silent:
        silent.sendall(b"POST /alexa HTTP/1.1\r\nContent-Length: 10\r\n\r\n{")
        assert alexa.ask(event()).status == 200
