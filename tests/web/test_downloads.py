"""Anybody can name certificates to download; that costs little, and Alexa does not wait for it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from skill.web.refusal import Reason, Refused
from skill.web.signing_keys import SigningKeys

from .conftest import Alexa, alexas_service
from .door import encoded, event
from .process import until
from .shelf import Shelf


class Gate:
    """A fetch that waits until it is let through, and counts."""

    def __init__(self, alexa: Alexa) -> None:
        self.alexa = alexa
        self.open = threading.Event()
        self.asked: list[str] = []

    def fetch(self, url: str) -> bytes:
        self.asked.append(url)
        self.open.wait(10)
        return self.alexa.chain


def reason(keys: SigningKeys, url: str) -> Reason | None:
    try:
        keys.at(url)
    except Refused as error:
        return error.reason
    return None


def test_one_url_is_downloaded_once_however_many_ask(alexa: Alexa) -> None:
    gate = Gate(alexa)
    keys = SigningKeys(gate.fetch, [alexa.root.certificate])
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(reason, keys, "a") for _ in range(8)]
        for _ in until(lambda: gate.asked):
            pass
        gate.open.set()
        assert [one.result() for one in asked] == [None] * 8
    assert gate.asked == ["a"]


def test_who_names_many_urls_gets_no_more_than_four_in_line_and_kept_keys_are_at_hand(alexa: Alexa) -> None:
    gate = Gate(alexa)
    gate.open.set()
    keys = SigningKeys(gate.fetch, [alexa.root.certificate], seconds=5)
    assert reason(keys, "alexas") is None
    gate.open.clear()
    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(reason, keys, f"{number}") for number in range(4)]
        for _ in until(lambda: len(keys._coming) == 4):
            pass
        assert [reason(keys, f"more {number}") for number in range(20)] == [Reason.DOWNLOADS] * 20
        assert reason(keys, "alexas") is None
        assert len(gate.asked) == 3  # Alexa's, and two at a time
        gate.open.set()
        assert [one.result() for one in asked] == [None] * 4


def test_nobody_waits_longer_than_the_time_for_a_download(alexa: Alexa) -> None:
    gate = Gate(alexa)
    keys = SigningKeys(gate.fetch, [alexa.root.certificate], seconds=0.1)
    assert reason(keys, "slow") is Reason.DOWNLOAD
    gate.open.set()
    for _ in until(lambda: not keys._coming):
        pass
    assert reason(keys, "slow") is None  # it did come, only too late


def test_a_failed_download_is_tried_again(alexa: Alexa) -> None:
    answers = [b"", b"<html>", alexa.chain]
    keys = SigningKeys(lambda _: answers.pop(0), [alexa.root.certificate])
    assert [reason(keys, "a") for _ in range(4)] == [Reason.CHAIN, Reason.CHAIN, None, None]


@pytest.mark.parametrize("path", ["/slow", "/dripping"])
def test_alexa_is_answered_while_others_make_it_wait_for_slow_downloads(
    shelf: Shelf, tmp_path_factory: pytest.TempPathFactory, path: str
) -> None:
    folder = tmp_path_factory.mktemp("slow")
    with alexas_service(shelf, folder, SERVE_WORKERS="1", SERVE_THREADS="8", SERVE_DOWNLOAD_SECONDS="5") as alexa:
        body = encoded(event())
        good = alexa.headers(body)
        assert alexa.door.send(body, good).status == 200
        for number in range(20):
            shelf.aliases[f"/echo.api{path}-{number}.pem"] = path
        with ThreadPoolExecutor(20) as pool:
            bad = [
                {**good, "SignatureCertChainUrl": f"https://s3.amazonaws.com/echo.api{path}-{number}.pem"}
                for number in range(20)
            ]
            answers = [pool.submit(alexa.door.send, body, headers) for headers in bad]
            for _ in until(lambda: alexa.service.counted("kratom_guide_refusals_total", reason="downloads") > 10):
                pass
            assert alexa.door.send(body, good).status == 200
            assert not all(answer.done() for answer in answers)
            assert {answer.result().status for answer in answers} == {400}
        assert alexa.door.send(body, good).status == 200
