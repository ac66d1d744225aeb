"""What stands in deploy/ works: behind nginx with TLS, in a folder that holds what the container does, as a unit."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from .authority import Authority, pem
from .conftest import Alexa
from .door import encoded, event
from .process import ROOT, serving, until

DEPLOY = ROOT / "deploy"
NAME = "alexa.example.org"
MARK = "marksecretmark"


@contextmanager
def proxy(alexa: Alexa, folder: Path) -> Iterator[HTTPSConnection]:
    """Nginx with deploy/nginx.conf, in front of the service; a connection to it."""
    authority, key = Authority.root("Proxy root"), ec.generate_private_key(ec.SECP256R1())
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (folder / "fullchain.pem").write_bytes(pem(authority.leaf(key, [NAME])))
    config = (DEPLOY / "nginx.conf").read_text()
    for there, here in (
        ("listen 443 ssl", f"listen unix:{folder}/socket ssl"),
        ("/etc/ssl/kratom-guide", str(folder)),
        ("/var/log/nginx", str(folder)),
        ("127.0.0.1:8080", f"127.0.0.1:{alexa.door.port}"),
    ):
        assert there in config
        config = config.replace(there, here)
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}} http {{ access_log off; {config} }}"
    )
    nginx = subprocess.Popen(["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    try:
        for _ in until(lambda: (folder / "pid").exists() and (folder / "socket").exists()):
            assert nginx.poll() is None
        trusting = ssl.create_default_context(cadata=pem(authority.certificate).decode())
        yield UnixConnection(str(folder / "socket"), trusting)
    finally:
        nginx.terminate()
        nginx.wait(timeout=10)


class UnixConnection(HTTPSConnection):
    """A connection to a socket in a folder, so that no port has to be free."""

    def __init__(self, path: str, context: ssl.SSLContext) -> None:
        super().__init__(NAME, context=context)
        self._path, self._trusting = path, context

    def connect(self) -> None:
        inner = socket.socket(socket.AF_UNIX)
        inner.connect(self._path)
        self.sock = self._trusting.wrap_socket(inner, server_hostname=NAME)


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_stands_in_front_of_it(alexa: Alexa, tmp_path: Path) -> None:
    def ask(method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> tuple[int, bytes]:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()

    body = encoded(event(requestId=MARK))
    with proxy(alexa, tmp_path) as connection:
        for _ in range(3):
            status, answer = ask("POST", "/alexa", body, alexa.headers(body))
            assert (status, b"<speak>" in answer) == (200, True)
        assert ask("POST", "/alexa", body) == (400, b"")
        assert ask("GET", "/alexa")[0] == 405
        for path in ("/healthz", "/metrics", f"/{MARK}"):
            assert ask("GET", path)[0] == 404
        assert ask("POST", "/alexa", b"a" * 300_000)[0] == 413
        connection.close()
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or MARK.encode() not in path.read_bytes()


def test_the_container_holds_all_that_serving_needs(tmp_path: Path) -> None:
    lines = (DEPLOY / "Containerfile").read_text().splitlines()
    copied = [line.split()[1:] for line in lines if line.startswith("COPY ") and "--from" not in line]
    for *sources, target in copied[1:]:  # the first is the lock, for the stage that installs
        for source in (path for pattern in sources for path in ROOT.glob(pattern)):
            there = tmp_path / target / (source.name if target.endswith("/") else "")
            there.parent.mkdir(exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copy)(source, there, **dirs(source))
    assert copied[0][0] == "requirements/web.txt"
    command = next(line for line in lines if line.startswith("CMD "))
    assert command == 'CMD ["/venv/bin/python", "-m", "skill", "serve"]'
    with serving("--unverified", skill_id=None, cwd=tmp_path, environment={"PYTHONDONTWRITEBYTECODE": "1"}) as service:
        assert service.door.send(encoded(event())).speech


def dirs(source: Path) -> dict[str, object]:
    if not source.is_dir():
        return {}
    return {"dirs_exist_ok": True, "ignore": shutil.ignore_patterns("__pycache__")}


def test_the_unit_gives_it_more_time_to_stop_than_it_takes() -> None:
    unit = (DEPLOY / "kratom-guide.service").read_text()
    (seconds,) = re.findall(r"^TimeoutStopSec=(\d+)$", unit, re.MULTILINE)
    assert int(seconds) > 10
    assert "\nExecStart=/opt/kratom-guide/.venv/bin/python -m skill serve\n" in unit
    assert "\nExecReload=/bin/kill -HUP $MAINPID\n" in unit


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_understands_the_unit() -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", str(DEPLOY / "kratom-guide.service")], capture_output=True, text=True, timeout=60
    )
    missing = "/opt/kratom-guide/.venv/bin/python is not executable"
    assert [line for line in (done.stdout + done.stderr).splitlines() if line and missing not in line] == []
