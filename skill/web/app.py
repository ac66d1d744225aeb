"""App: the Flask application around the skill. POST /alexa, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, HTTPException

from skill.alexa.guard import GuardedSkill, WrongSkillError
from skill.alexa.load import load_skill
from skill.web.application import ApplicationVerifier
from skill.web.discretion import Discretion
from skill.web.sdk import (
    VERIFY_SIGNATURE_APP_CONFIG,
    VERIFY_TIMESTAMP_APP_CONFIG,
    AbstractVerifier,
    SkillAdapter,
    VerificationException,
)
from skill.web.signature import SignatureVerifier
from skill.web.signing_keys import SigningKeys
from skill.web.timestamp import TimestampVerifier

_BYTES = 256 * 1024
_DISCRETION = Discretion()


def verified_app(skill_id: str, keys: SigningKeys | None = None) -> Flask:
    """The app that answers only Alexa, and only for this skill. Raises DataError when the catalog can't be used."""
    signature = SignatureVerifier(keys or SigningKeys())
    return create_app(load_skill(skill_id), signature, [TimestampVerifier(), ApplicationVerifier(skill_id)])


def unverified_app() -> Flask:
    """The app that answers anybody, for development. Raises DataError when the catalog can't be used."""
    return create_app(load_skill(), None, [])


def create_app(
    skill: GuardedSkill, signature: SignatureVerifier | None, verifiers: Sequence[AbstractVerifier]
) -> Flask:
    """In: the skill, what verifies the bytes of a request, and what verifies its content. None of these: no check.

    Out: an app that refuses with 400, or 413 when a request is too long, and never says why to who sent it.
    """
    app = Flask("skill.web", static_folder=None)
    app.logger.addFilter(_DISCRETION)
    app.config["MAX_CONTENT_LENGTH"] = _BYTES
    app.config["PROPAGATE_EXCEPTIONS"] = False  # else FLASK_DEBUG in the environment hands them to the server's log
    # The SDK's own verifiers are off because ours replace them: SignatureVerifier, TimestampVerifier.
    app.config[VERIFY_SIGNATURE_APP_CONFIG] = False
    app.config[VERIFY_TIMESTAMP_APP_CONFIG] = False
    adapter = SkillAdapter(skill=skill, skill_id="the only one", verifiers=list(verifiers), app=app)

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
        except (VerificationException, WrongSkillError, RecursionError) as error:
            app.logger.error("Request verification failed", exc_info=error)
            raise BadRequest from None

    @app.errorhandler(HTTPException)
    def neutral(error: HTTPException) -> Response:
        headers = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
        return Response(b"", error.code, headers, mimetype="text/plain")

    return app


def _text() -> str:
    try:
        # As bytes first, whatever its type is said to be: Flask would read a form and leave nothing for the adapter.
        return request.get_data(parse_form_data=False).decode()
    except UnicodeDecodeError:
        raise VerificationException("the body is not UTF-8") from None


def _check_json(body: str) -> None:
    try:
        json.loads(body)
    except ValueError:
        raise VerificationException("the body is not JSON") from None
