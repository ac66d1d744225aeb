"""What is not HTTP, or comes too slowly, or is too much of it, is refused without a word, and harms nobody else."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest

from .door import Door, encoded, event
from .process import Service, serving, until

BODY = encoded(event())
HEAD = b"POST /alexa HTTP/1.1\r\nHost: a\r\n"
LENGTH = f"Content-Length: {len(BODY)}\r\n".encode()
CHUNKED = b"Transfer-Encoding: chunked\r\n"

NOT_HTTP = {
    "not a request line": b"hello\r\n\r\n",
    "no path": b"POST  HTTP/1.1\r\n\r\n",
    "another version": b"POST /alexa HTTP/9.9\r\nHost: a\r\n\r\n",
    "the second version's greeting": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 50 + b"\r\n\r\n",
    "a method of letters nobody uses": b"post /alexa HTTP/1.1\r\nHost: a\r\n\r\n",
    "a line without a colon": HEAD + b"hello\r\n\r\n",
    "a space before the colon": HEAD + b"Content-Length : 5\r\n\r\nhello",
    "a folded line": HEAD + b"A: b\r\n c\r\n\r\n",
    "a zero byte in a header": HEAD + b"A: \x00\r\n\r\n",
    "two lengths": HEAD + LENGTH + b"Content-Length: 5\r\n\r\n" + BODY,
    "two lengths in one": HEAD + b"Content-Length: 5, 6\r\n\r\nhello",
    "a length that is none": HEAD + b"Content-Length: five\r\n\r\nhello",
    "a length below zero": HEAD + b"Content-Length: -5\r\n\r\nhello",
    "a length and chunks": HEAD + LENGTH + CHUNKED + b"\r\n5\r\nhello\r\n0\r\n\r\n",
    "chunks of nobody knows what": HEAD + b"Transfer-Encoding: gzip, unknown\r\n\r\nhello",
    "chunks that are none": HEAD + CHUNKED + b"\r\nhello\r\n\r\n",
    "a chunk of a size below zero": HEAD + CHUNKED + b"\r\n-5\r\nhello\r\n0\r\n\r\n",
    "a chunk longer than it says": HEAD + CHUNKED + b"\r\n5\r\nhello, you\r\n0\r\n\r\n",
    "a very long line": b"POST /alexa?" + b"a" * 10_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    "a very long header": HEAD + b"A: " + b"a" * 100_000 + b"\r\n\r\n",
    "very many headers": HEAD + b"".join(b"A%d: b\r\n" % number for number in range(1000)) + b"\r\n",
}


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    environment = {"SERVE_READ_SECONDS": "1", "SERVE_WORKERS": "1", "SERVE_THREADS": "4"}
    with serving("--unverified", skill_id=None, environment=environment) as service:
        yield service


def answer(door: Door, content: bytes, *, hang_up: bool = False) -> bytes:
    """All that comes back, until the other side hangs up."""
    with socket.create_connection(("127.0.0.1", door.port), timeout=10) as connection:
        got = b""
        try:
            connection.sendall(content)
            if hang_up:
                connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(10_000):
                got += part
        except ConnectionError:
            return got
        return got


@pytest.mark.parametrize("content", NOT_HTTP.values(), ids=NOT_HTTP.keys())
def test_what_is_not_http_is_refused_without_a_word(service: Service, content: bytes) -> None:
    head, _, body = answer(service.door, content).partition(b"\r\n\r\n")
    assert head.split(b" ", 2)[1] in (b"400", b"405"), head
    assert body == b""


@pytest.mark.parametrize("kept", [5, 40, len(HEAD + LENGTH) + 2, -1])
def test_a_request_that_breaks_off_is_not_waited_for(service: Service, kept: int) -> None:
    whole = HEAD + LENGTH + b"\r\n" + BODY
    assert answer(service.door, whole).startswith(b"HTTP/1.1 200 OK")
    got = answer(service.door, whole[:kept], hang_up=True)
    assert got == b"" or got.startswith(b"HTTP/1.1 400 ")


def test_a_header_of_eight_kilobytes_is_read(service: Service) -> None:
    head = HEAD + b"A: " + b"a" * 8000 + b"\r\n" + LENGTH + b"\r\n"
    assert answer(service.door, head + BODY).startswith(b"HTTP/1.1 200 OK")


def test_who_sends_a_letter_at_a_time_is_not_waited_for_and_keeps_nobody_waiting(service: Service) -> None:
    whole = HEAD + LENGTH + b"\r\n" + BODY
    slow = [socket.create_connection(("127.0.0.1", service.door.port)) for _ in range(3)]  # of four threads
    started = time.monotonic()
    gone = 0
    for letter in range(200):
        for connection in list(slow):
            try:
                connection.sendall(whole[letter : letter + 1])
            except ConnectionError:
                connection.close()
                slow.remove(connection)
                gone += 1
        assert service.door.send(BODY).status == 200
        if not slow or time.monotonic() - started > 8:
            break
        time.sleep(0.05)
    for connection in slow:
        connection.close()
    assert gone == 3


def test_who_connects_and_says_nothing_costs_no_thread(service: Service) -> None:
    silent = [socket.create_connection(("127.0.0.1", service.door.port)) for _ in range(50)]
    assert [service.door.send(BODY).status for _ in range(20)] == [200] * 20
    for connection in silent:
        connection.close()


def test_who_does_not_read_the_answer_keeps_nobody_waiting(service: Service) -> None:
    deaf = []
    for _ in range(20):
        connection = socket.create_connection(("127.0.0.1", service.door.port))
        connection.sendall(HEAD + LENGTH + b"\r\n" + BODY)
        deaf.append(connection)
    assert service.door.send(BODY).status == 200
    for connection in deaf:
        connection.close()


def test_after_all_that_it_is_well(service: Service) -> None:
    for _ in until(lambda: service.counted("kratom_guide_refusals_total", reason="malformed") > 0):
        pass
    assert service.door.send(BODY).speech
    lines = "\n".join(service.lines)
    assert "Traceback" not in lines
    assert "hello" not in lines
