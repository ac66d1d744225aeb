"""Door: which of two ports a request came to -> the skill's app, or the metrics."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

from gunicorn.http.errors import ParseException

from skill.web.metrics import CONTENT_TYPE

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""As WSGI has it, PEP 3333."""


class Door:
    """The app as the server calls it. The port tells what is asked for, since nobody can write it into a request."""

    def __init__(self, app: App, metrics: Callable[[], bytes], answered: Callable[[int, float], None]) -> None:
        """In: the app; what writes the metrics; what is told the status of each answer, and its seconds."""
        self.app = app
        self.metrics_port: int | None = None
        self._metrics = metrics
        self._answered = answered

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """One request."""
        if self.metrics_port is not None and environ["gunicorn.socket"].getsockname()[1] == self.metrics_port:
            return self._tell(environ, start_response)
        environ["wsgi.input"] = _Body(environ["wsgi.input"])
        if environ["PATH_INFO"] == "/healthz":
            return self.app(environ, start_response)  # not counted: it says nothing about answers
        started = time.perf_counter()

        def counted(status: str, *rest: Any) -> Any:
            self._answered(int(status[:3]), time.perf_counter() - started)
            return start_response(status, *rest)

        return self.app(environ, counted)

    def _tell(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if (environ["REQUEST_METHOD"], environ["PATH_INFO"]) != ("GET", "/metrics"):
            start_response("404 Not Found", [("Content-Length", "0")])
            return [b""]
        text = self._metrics()
        start_response("200 OK", [("Content-Type", CONTENT_TYPE), ("Content-Length", str(len(text)))])
        return [text]


class _Body:
    """The body of a request. What is not framed as HTTP says reads as a connection that broke off."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def read(self, size: int | None = None) -> bytes:
        try:
            return bytes(self._inner.read(size))
        except ParseException:
            raise OSError("the body is not framed as HTTP says") from None
