"""Shelf: a small HTTPS server in the place of S3, which serves what is put on it and counts who asks."""

from __future__ import annotations

import ssl
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from skill.web.download import download

from .authority import Authority, pem

S3 = "https://s3.amazonaws.com"


class Shelf:
    """What is served, by path. A path that nobody put anything at is 404, and `/moved` leads to what is at `/there`."""

    def __init__(self, port: int, trusting: ssl.SSLContext) -> None:
        self._at = f"https://localhost:{port}"
        self._trusting = trusting
        self.files: dict[str, bytes] = {"/there": b"what is there"}
        self.asked: Counter[str] = Counter()
        self.hold = threading.Event()

    def put(self, name: str, content: bytes) -> str:
        """Put a file where Alexa keeps its certificates. Out: its URL, as Alexa would send it."""
        self.files[f"/echo.api/{name}"] = content
        return f"{S3}/echo.api/{name}"

    def download(self, url: str, **options: Any) -> bytes:
        """The real download, led to this server instead of S3."""
        return download(url.replace(S3, self._at), **{"context": self._trusting, **options})

    def download_trusting_amazon(self, path: str) -> bytes:
        """The real download with the roots it has by itself, which don't vouch for this server."""
        return download(f"{self._at}{path}")


@contextmanager
def opened_shelf() -> Iterator[Shelf]:
    """A shelf, served while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    authority, key = Authority.root("Shelf root"), ec.generate_private_key(ec.SECP256R1())
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        file.write(pem(authority.leaf(key, ["localhost"])))
    serving.load_cert_chain(file.name)
    Path(file.name).unlink()
    server.socket = serving.wrap_socket(server.socket, server_side=True)
    trusting = ssl.create_default_context(cadata=pem(authority.certificate).decode())
    _Handler.shelf = shelf = Shelf(server.server_port, trusting)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield shelf
    finally:
        shelf.hold.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    shelf: Shelf

    def do_GET(self) -> None:
        self.shelf.asked[self.path] += 1
        if self.path == "/slow":
            self.shelf.hold.wait(30)
            return
        content = self.shelf.files.get(self.path)
        self.send_response(302 if self.path == "/moved" else 404 if content is None else 200)
        if self.path == "/moved":
            self.send_header("Location", "/there")
        page = b"a page that says so" if content is None else content
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: Any) -> None:
        pass
