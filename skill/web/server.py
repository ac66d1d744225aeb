"""Server: runs the app on a port. Which server that is stands here and nowhere else."""

from __future__ import annotations

import logging
import sys
from typing import Any

from flask import Flask
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

log = logging.getLogger(__name__)


class Server(ThreadedWSGIServer):
    """Werkzeug's server with a thread a request, without its banner, and without a request in its log."""

    def __init__(self, app: Flask, host: str, port: int) -> None:
        """Listens from now on; port 0 takes any that is free, see `port`. Exits with status 1 when it can't."""
        super().__init__(host, port, app, _Quiet)

    def log(self, type: str, message: str, *args: Any) -> None:
        """Nothing: werkzeug's lines quote the request."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Only what it was: the text of the exception may quote the request."""
        log.error("%s while reading a request", type(sys.exception()).__name__)


class _Quiet(WSGIRequestHandler):
    timeout = 10  # for one who connects and then sends nothing

    def version_string(self) -> str:
        return "skill"  # who looks for a version with a hole in it need not find it here

    def log(self, type: str, message: str, *args: Any) -> None:
        pass
