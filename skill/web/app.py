"""App: the Flask application around the skill. POST /alexa, GET /healthz, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, ClientDisconnected, HTTPException, RequestEntityTooLarge

from skill.alexa.guard import GuardedSkill, WrongSkillError
from skill.alexa.load import load_skill
from skill.web.application import ApplicationVerifier
from skill.web.counted import CountedVerifier
from skill.web.discretion import Discretion
from skill.web.metrics import Metrics
from skill.web.refusal import Reason, Refused
from skill.web.sdk import (
    VERIFY_SIGNATURE_APP_CONFIG,
    VERIFY_TIMESTAMP_APP_CONFIG,
    AbstractVerifier,
    SkillAdapter,
)
from skill.web.signature import SignatureVerifier
from skill.web.signing_keys import SigningKeys
from skill.web.timestamp import TimestampVerifier

_BYTES = 256 * 1024
_DISCRETION = Discretion()


def verified_app(skill_id: str, keys: SigningKeys, metrics: Metrics, body_bytes: int = _BYTES) -> Flask:
    """The app that answers only Alexa, and only for this skill. Raises DataError when the catalog can't be used."""
    signature = SignatureVerifier(keys)
    verifiers = [TimestampVerifier(), ApplicationVerifier(skill_id)]
    return create_app(load_skill(skill_id, metrics.turn), signature, verifiers, metrics.refused, body_bytes)


def unverified_app(metrics: Metrics, body_bytes: int = _BYTES) -> Flask:
    """The app that answers anybody, for development. Raises DataError when the catalog can't be used."""
    return create_app(load_skill(recorder=metrics.turn), None, [], metrics.refused, body_bytes)


def create_app(
    skill: GuardedSkill,
    signature: SignatureVerifier | None,
    verifiers: Sequence[AbstractVerifier],
    refused: Callable[[Reason], None],
    body_bytes: int = _BYTES,
) -> Flask:
    """In: the skill; what verifies the bytes of a request, and what verifies its content, or none; what counts
    refusals; how long a body may be.

    Out: an app that refuses with 400, or 413 when a request is too long, and never says why to who sent it.
    """
    app = Flask("skill.web", static_folder=None)
    app.logger.addFilter(_DISCRETION)
    app.config["MAX_CONTENT_LENGTH"] = body_bytes
    app.config["PROPAGATE_EXCEPTIONS"] = False  # else FLASK_DEBUG in the environment hands them to the server's log
    # The SDK's own verifiers are off because ours replace them: SignatureVerifier, TimestampVerifier.
    app.config[VERIFY_SIGNATURE_APP_CONFIG] = False
    app.config[VERIFY_TIMESTAMP_APP_CONFIG] = False
    counted = [CountedVerifier(verifier, refused) for verifier in verifiers]
    adapter = SkillAdapter(skill=skill, skill_id="the only one", verifiers=counted, app=app)

    @app.post("/alexa", provide_automatic_options=False)
    def alexa() -> Response:
        try:
            body = _text()
            if signature:
                # Not left to the adapter: it parses a request before it verifies it, and parsing what anybody may
                # have written is slow where it is built to be (a long timestamp takes many seconds).
                signature.verify(request.headers, body)
            _check_json(body)
            return adapter.dispatch_request()  # type: ignore[no-any-return]
        except Refused as error:
            refuse(error)
        except WrongSkillError:
            refuse(Refused(Reason.SKILL))
        except RecursionError:
            refuse(Refused(Reason.TOO_DEEP))
        raise BadRequest

    @app.get("/healthz", provide_automatic_options=False)
    def healthz() -> Response:
        return Response(b"ok", mimetype="text/plain")

    @app.errorhandler(HTTPException)
    def neutral(error: HTTPException) -> Response:
        if isinstance(error, RequestEntityTooLarge):
            refused(Reason.TOO_LONG)
        headers = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
        return Response(b"", error.code, headers, mimetype="text/plain")

    def refuse(error: Refused) -> None:
        refused(error.reason)
        app.logger.error("Request verification failed", exc_info=error)

    return app


def _text() -> str:
    try:
        # As bytes first, whatever its type is said to be: Flask would read a form and leave nothing for the adapter.
        return request.get_data(parse_form_data=False).decode()
    except UnicodeDecodeError:
        raise Refused(Reason.NOT_UTF8) from None
    except (ClientDisconnected, OSError):
        raise Refused(Reason.INCOMPLETE) from None


def _check_json(body: str) -> None:
    try:
        json.loads(body)
    except ValueError:
        raise Refused(Reason.NOT_JSON) from None
