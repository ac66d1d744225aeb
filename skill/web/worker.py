"""Worker: gunicorn's worker with threads, told to be quiet, to be quick, and to take no more than it can answer."""

from __future__ import annotations

import signal
import socket
import time
from contextlib import suppress
from typing import Any

from gunicorn.http import wsgi
from gunicorn.http.errors import ParseException
from gunicorn.workers.gthread import TConn, ThreadWorker

from skill.web.refusal import Reason
from skill.where import where

WAITS = {signal.SIGTERM}
"""The signals that wait until a worker is ready for them."""
_LINGER = 1.0
_HEARD_OUT = 64 * 1024

wsgi.SERVER = "skill"  # who looks for a version with a hole in it need not find it here


class QuickWorker(ThreadWorker):  # type: ignore[misc]
    """A worker whose clients must be quick, and get no reasons."""

    def init_signals(self) -> None:
        """As gunicorn's; what came before it is heard now."""
        super().init_signals()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WAITS)

    def handle(self, conn: TConn) -> Any:
        """As gunicorn's, which by itself waits for ever for the rest of a request."""
        conn.sock = HurriedSocket(conn.sock, self.app.settings.read_seconds)
        keep = super().handle(conn)
        if not keep:
            # Gunicorn would wait for the client to hang up where it also takes new connections, and for none of them.
            conn.sock.finish()
        return keep

    def set_accept_enabled(self, enabled: bool) -> None:
        """As gunicorn's, which keeps listening until the last request is answered, though it takes no more of them."""
        super().set_accept_enabled(enabled)
        if not self.alive:
            for listener in self.sockets:
                listener.close()

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:  # noqa: ARG002
        """As gunicorn's, which quotes the request in its log and in its answer."""
        status = "500 Internal Server Error"
        if isinstance(exc, ParseException):
            status = "400 Bad Request"
            self.app.refused(Reason.MALFORMED)
        else:
            self.log.error("%s", where(exc))
        try:
            client.sendall(f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".encode())
        except OSError:
            self.log.debug("who sent a request that can't be read is gone")


class HurriedSocket:
    """A socket that hears nothing more when its time is over, as if the other side had hung up."""

    def __init__(self, inner: socket.socket, seconds: float) -> None:
        self._inner = inner
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def recv(self, size: int, *flags: int) -> bytes:
        """As a socket's."""
        left = self._end - time.monotonic()
        if left <= 0:
            return b""
        self._inner.settimeout(left)
        try:
            return self._inner.recv(size, *flags)
        except TimeoutError:
            return b""

    def finish(self) -> None:
        """Say that nothing more will be said, and hear the client out, so that the answer arrives (RFC 9112, 9.6)."""
        self._end = min(self._end, time.monotonic() + _LINGER)
        with suppress(OSError):  # it is gone already
            self._inner.shutdown(socket.SHUT_WR)
            heard = 0
            while heard < _HEARD_OUT and (part := self.recv(_HEARD_OUT)):
                heard += len(part)
        self._end = 0.0

    def setblocking(self, flag: bool) -> None:
        """As a socket's, but also on one that is closed: gunicorn counts such a connection as gone twice."""
        with suppress(OSError):
            self._inner.setblocking(flag)

    def sendall(self, data: bytes) -> None:
        """As a socket's; who does not read the answer is not waited for either."""
        self._inner.settimeout(self._seconds)
        self._inner.sendall(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)
