"""Server: runs an app on a port, in several processes. Which server that is stands here and in worker.py alone."""

from __future__ import annotations

import gc
import os
import signal
import socket
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger
from gunicorn.sock import TCP6Socket, TCPSocket

from skill.shape import DataError
from skill.web.discretion import Discretion
from skill.web.door import App, Door
from skill.web.listening import address, listening
from skill.web.metrics import Metrics
from skill.web.refusal import Reason
from skill.web.settings import Settings
from skill.web.shared_metrics import SharedMetrics
from skill.web.worker import WAITS, QuickWorker
from skill.where import where

Make = Callable[[Metrics], App]
"""Makes the app, with where it counts. Raises DataError when that can't be, with the reasons."""

_DISCRETION = Discretion()


def serve(make: Make, settings: Settings, say: Callable[[str], None]) -> int:
    """In: what makes the app, the settings, and what tells the operator a line.

    Serves until it is told to stop: SIGTERM, or SIGINT at once. On SIGHUP the app is made anew; when that can't be,
    the old one stays. Returns the exit status: 1 when it could not start, and then has said why.
    """
    with ExitStack() as opened:
        try:
            listeners = [opened.enter_context(listening(settings.host, settings.port))]
            if settings.metrics_port is not None:
                listeners.append(opened.enter_context(listening(settings.metrics_host, settings.metrics_port)))
        except OSError as error:
            say(str(error))
            return 1
        shared = SharedMetrics(Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="kratom-guide-"))))
        opened.callback(shared.close)
        metrics = Metrics()
        try:
            app = make(metrics)
        except DataError as error:
            _say_all(error.problems, say)
            return 1
        service = _Service(app, lambda: make(metrics), settings, metrics, shared, say)
        return _run(_Arbiter(service, listeners))


def _run(arbiter: _Arbiter) -> int:
    first, status = os.getpid(), 0
    try:
        arbiter.run()
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 1
    if os.getpid() != first:
        os._exit(status)  # a worker, at its end: it must not clear up what belongs to the first process
    return status


def _say_all(lines: Iterable[str], say: Callable[[str], None]) -> None:
    for line in lines:
        say(line)


class _Service(BaseApplication):  # type: ignore[misc]
    """What gunicorn asks for the app and for its own settings."""

    def __init__(
        self,
        app: App,
        make: Callable[[], App],
        settings: Settings,
        metrics: Metrics,
        shared: SharedMetrics,
        say: Callable[[str], None],
    ) -> None:
        self.settings = settings
        self.make = make
        self.say = say
        self.refused: Callable[[Reason], None] = metrics.refused
        self.shared = shared
        self.door = Door(app, shared.text, metrics.answered)
        super().__init__()
        self.callable = self.door

    def load_config(self) -> None:
        settings = self.settings
        for name, value in {
            "worker_class": QuickWorker,
            "workers": settings.workers,
            "threads": settings.threads,
            # A worker takes no more than it answers at once, so that one that dies loses nothing but these.
            "worker_connections": settings.threads,
            "keepalive": 0,
            "preload_app": True,  # read once, then shared by all processes
            "timeout": settings.stuck_seconds,
            "graceful_timeout": settings.stop_seconds,
            "limit_request_line": 2048,
            "limit_request_fields": settings.headers,
            "limit_request_field_size": settings.header_kilobytes * 1024,
            "secure_scheme_headers": {},  # nothing depends on what a proxy says, so nobody can lie about it
            "forwarded_allow_ips": "",
            "control_socket_disable": True,
            "loglevel": "warning",
            "logger_class": _QuietLogger,
            "when_ready": _when_ready,
            "pre_fork": _pre_fork,
            "post_fork": _post_fork,
            "child_exit": _child_exit,
        }.items():
            self.cfg.set(name, value)

    def load(self) -> Door:
        return self.door


class _Arbiter(Arbiter):  # type: ignore[misc]
    """The first process, which starts the others and answers nothing itself."""

    def __init__(self, service: _Service, listeners: list[socket.socket]) -> None:
        super().__init__(service)
        self.LISTENERS = [
            (TCP6Socket if listener.family == socket.AF_INET6 else TCPSocket)(
                listener.getsockname(), service.cfg, self.log, fd=listener.detach()
            )
            for listener in listeners
        ]

    def reload(self) -> None:
        """Read everything again, and only if that went well replace the workers."""
        try:
            self.app.door.app = self.app.make()
        except Exception as error:  # whatever it is, it must not end a service that works
            problems = error.problems if isinstance(error, DataError) else [where(error)]
            _say_all([*problems, "Not reloaded: what was read before stays in use."], self.app.say)
            return
        super().reload()
        self.app.say("Reloaded.")

    def spawn_worker(self) -> int:
        """As gunicorn's, in which a worker that is told to stop before it is ready never hears it."""
        signal.pthread_sigmask(signal.SIG_BLOCK, WAITS)
        try:
            return int(super().spawn_worker())
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, WAITS)

    def handle_usr2(self) -> None:
        """Gunicorn's way to replace the first process; it does not know how this one was started."""
        self.app.say("SIGUSR2 does nothing here. For new code, restart; for new data, SIGHUP.")


def _when_ready(arbiter: _Arbiter) -> None:
    settings, ports = arbiter.app.settings, [listener.getsockname()[1] for listener in arbiter.LISTENERS]
    arbiter.app.say(f"Listening on http://{address(settings.host, ports[0])}/alexa")
    if len(ports) > 1:
        arbiter.app.door.metrics_port = ports[1]
        arbiter.app.say(f"Metrics on http://{address(settings.metrics_host, ports[1])}/metrics")
    gc.freeze()  # what was read stays shared between the processes


def _pre_fork(arbiter: _Arbiter, worker: QuickWorker) -> None:
    arbiter.app.shared.reserve(worker.age)


def _post_fork(arbiter: _Arbiter, worker: QuickWorker) -> None:
    arbiter.app.shared.enter(worker.age)


def _child_exit(arbiter: _Arbiter, worker: QuickWorker) -> None:
    arbiter.app.shared.leave(worker.age)


class _QuietLogger(Logger):  # type: ignore[misc]
    """Warnings and errors on stderr, without a word of a request."""

    error_fmt = "%(message)s"

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self.error_log.addFilter(_DISCRETION)
