"""A download is a small file from the very place that was asked, soon, or it is nothing."""

from __future__ import annotations

import socket
import time

import pytest

from skill.web.download import download
from skill.web.refusal import Refused

from .alexas_door import S3
from .shelf import Shelf


def test_a_file_comes_as_it_is(shelf: Shelf) -> None:
    url = shelf.put("file.pem", b"\x00certificates\r\n")
    assert shelf.download(url) == b"\x00certificates\r\n"


def test_sixty_four_kilobytes_are_enough(shelf: Shelf) -> None:
    assert len(shelf.download(shelf.put("most.pem", b"a" * 65_536))) == 65_536
    with pytest.raises(Refused):
        shelf.download(shelf.put("more.pem", b"a" * 65_537))


@pytest.mark.parametrize("path", ["/nowhere", "/echo.api/empty.pem"])
def test_what_is_not_there_is_refused(shelf: Shelf, path: str) -> None:
    shelf.put("empty.pem", b"")
    with pytest.raises(Refused):
        shelf.download(f"{S3}{path}")


def test_a_redirect_is_not_followed(shelf: Shelf) -> None:
    with pytest.raises(Refused):
        shelf.download(f"{S3}/moved")
    assert shelf.asked["/moved"] == 1
    assert shelf.asked["/there"] == 0


def test_a_server_that_nobody_vouches_for_is_not_asked(shelf: Shelf) -> None:
    with pytest.raises(Refused):
        shelf.download_trusting_amazon("/unseen")
    assert shelf.asked["/unseen"] == 0


def test_a_slow_server_is_not_waited_for(shelf: Shelf) -> None:
    started = time.monotonic()
    with pytest.raises(Refused):
        shelf.download(f"{S3}/slow", seconds=0.2)
    assert time.monotonic() - started < 2


def test_a_file_that_drips_is_not_waited_for(shelf: Shelf) -> None:
    started = time.monotonic()
    with pytest.raises(Refused):
        shelf.download(f"{S3}/dripping", seconds=0.2)
    assert time.monotonic() - started < 2


def test_a_server_that_is_not_there_is_refused() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound, and so nobody else's, but not listening
        with pytest.raises(Refused):
            download(f"https://127.0.0.1:{free.getsockname()[1]}/file.pem")
