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

from .alexas_door import S3
from .authority import Authority, pem


class Shelf:
    """What is served, by path. A path that nobody put anything at is 404, `/moved` leads to what is at `/there`,
    `/slow` keeps silent, and `/dripping` comes a letter at a time."""

    def __init__(self, port: int, trusting: ssl.SSLContext, root: bytes) -> None:
        self.at = f"https://localhost:{port}"
        self.root = root
        self._trusting = trusting
        self.files: dict[str, bytes] = {"/there": b"what is there"}
        self.aliases: dict[str, str] = {}
        self.asked: Counter[str] = Counter()
        self.hold = threading.Event()

    def put(self, name: str, content: bytes) -> str:
        """Put a file where Alexa keeps its certificates. Out: its URL, as Alexa would send it."""
        self.files[f"/echo.api/{name}"] = content
        return f"{S3}/echo.api/{name}"

    def download(self, url: str, **options: Any) -> bytes:
        """The real download, led to this server instead of S3."""
        return download(url.replace(S3, self.at), **{"context": self._trusting, **options})

    def download_trusting_amazon(self, path: str) -> bytes:
        """The real download with the roots it has by itself, which don't vouch for this server."""
        return download(f"{self.at}{path}")


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
    root = pem(authority.certificate)
    _Handler.shelf = shelf = Shelf(server.server_port, ssl.create_default_context(cadata=root.decode()), root)
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
        self.path = self.shelf.aliases.get(self.path, self.path)
        if self.path == "/slow":
            self.shelf.hold.wait(30)
            return
        if self.path == "/dripping":
            self.drip()
            return
        content = self.shelf.files.get(self.path)
        self.send_response(302 if self.path == "/moved" else 404 if content is None else 200)
        if self.path == "/moved":
            self.send_header("Location", "/there")
        page = b"a page that says so" if content is None else content
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "60000")
        self.end_headers()
        while not self.shelf.hold.wait(0.02):
            try:
                self.wfile.write(b"a")
            except OSError:
                return

    def log_message(self, format: str, *args: Any) -> None:
        pass
