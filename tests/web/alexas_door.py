"""AlexasDoor: the service as it is run, but trusting the test's authority and fetching from its shelf.

python -m tests.web.alexas_door FOLDER SHELF: FOLDER holds roots.pem (whom to trust instead of Amazon) and shelf.pem
(whom to trust instead of the system), SHELF is where certificates are instead of S3. SERVE_... and SKILL_ID hold.
"""

from __future__ import annotations

import os
import ssl
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cryptography.x509 import load_pem_x509_certificates

from skill.web.app import verified_app
from skill.web.door import App
from skill.web.download import download
from skill.web.metrics import Metrics
from skill.web.serve import say
from skill.web.server import serve
from skill.web.settings import Settings, read
from skill.web.signing_keys import SigningKeys

S3 = "https://s3.amazonaws.com"


def keys_of(settings: Settings, metrics: Metrics) -> SigningKeys:
    """As the service would make them, but for whom they trust and where they look."""
    folder, shelf = Path(sys.argv[1]), sys.argv[2]
    trusting = ssl.create_default_context(cafile=str(folder / "shelf.pem"))
    roots = load_pem_x509_certificates((folder / "roots.pem").read_bytes())
    seconds = settings.download_seconds

    def fetch(url: str) -> bytes:
        return download(url.replace(S3, shelf), trusting, seconds)

    return SigningKeys(fetch, roots, seconds=seconds, noted=metrics.chain)


def run(make: Callable[[Settings, Metrics], App]) -> int:
    """Serve on any port. Out: the exit status."""
    settings = read(os.environ, port="0")
    return serve(partial(make, settings), settings, say)


def alexas_door(settings: Settings, metrics: Metrics) -> App:
    """As skill.web.serve.app_of."""
    return verified_app(settings.skill_id, keys_of(settings, metrics), metrics, settings.body_kilobytes * 1024)


if __name__ == "__main__":
    sys.exit(run(alexas_door))
