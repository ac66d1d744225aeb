"""Hello: the smallest skill there is on flask-ask-sdk, served and verified exactly as ours is.

The SDK's own verifier can't be imported here (skill/web/sdk.py says why), so both skills use ours.
"""

from __future__ import annotations

import sys
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from flask import Flask

from skill.web.application import ApplicationVerifier
from skill.web.metrics import Metrics
from skill.web.sdk import VERIFY_SIGNATURE_APP_CONFIG, VERIFY_TIMESTAMP_APP_CONFIG, SkillAdapter
from skill.web.settings import Settings
from skill.web.signature import SignatureVerifier
from skill.web.timestamp import TimestampVerifier
from tests.web.alexas_door import keys_of, run


class HelloHandler(AbstractRequestHandler):
    def can_handle(self, handler_input: HandlerInput) -> bool:  # noqa: ARG002
        return True

    def handle(self, handler_input: HandlerInput) -> Any:
        return handler_input.response_builder.speak("Hello World").ask("Hello World").response


def hello(settings: Settings, metrics: Metrics) -> Flask:
    """The app."""
    builder = SkillBuilder()
    builder.add_request_handler(HelloHandler())
    app = Flask("hello")
    app.config[VERIFY_SIGNATURE_APP_CONFIG] = False
    app.config[VERIFY_TIMESTAMP_APP_CONFIG] = False
    verifiers = [
        SignatureVerifier(keys_of(settings, metrics)),
        TimestampVerifier(),
        ApplicationVerifier(settings.skill_id),
    ]
    adapter = SkillAdapter(skill=builder.create(), skill_id=settings.skill_id, verifiers=verifiers, app=app)
    adapter.register(app=app, route="/alexa")
    return app


if __name__ == "__main__":
    sys.exit(run(hello))
