"""Guard: parses what it can of a request, so that a request always gets a spoken reply.

The SDK parses a request before any handler runs, and raises on a value it does not know. So parsing is guarded too:
what can't be parsed whole is parsed from its essentials, and what even then can't be read reaches a handler bare.
"""

from __future__ import annotations

import json
import logging
from datetime import datetime
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.skill import CustomSkill
from ask_sdk_model import Application, Context, Request, RequestEnvelope, Session
from ask_sdk_model.interfaces.system import SystemState

from skill.alexa.parser import Parser
from skill.alexa.writer import Writer

log = logging.getLogger(__name__)


class WrongSkillError(Exception):
    """The request is meant for another skill, or names none."""


class GuardedSkill(CustomSkill):  # type: ignore[misc]
    """A skill that answers whatever arrives, except what is meant for another skill."""

    def __init__(self, configuration: Any, expected: str | None) -> None:
        """In: the SDK's configuration, and the id of the skill that may be asked; None lets any ask."""
        super().__init__(configuration)
        self.serializer = LenientSerializer()
        self._expected = expected

    def respond(self, event: Any) -> dict[str, Any]:
        """In: a request as JSON values. Out: the response as JSON values. Raises WrongSkillError."""
        try:
            return self._answer(self.serializer.read(event))
        except RecursionError:  # outside the dispatcher: the SDK copies the session's attributes, level by level
            log.warning("a request was nested too deeply")
            return self._answer(_bare(None))

    def _answer(self, envelope: RequestEnvelope) -> dict[str, Any]:
        return self.serializer.serialize(self.invoke(envelope, None))  # type: ignore[no-any-return]

    def invoke(self, request_envelope: RequestEnvelope, context: Any) -> Any:
        """As the SDK's; its own check of the skill id fails on a bare envelope. Raises WrongSkillError."""
        if self._expected is not None and application_id(request_envelope) != self._expected:
            raise WrongSkillError("the request names another skill id, or none")
        return super().invoke(request_envelope, context)


class LenientSerializer(DefaultSerializer):  # type: ignore[misc]
    """Parses what it can of a request instead of raising."""

    def __init__(self) -> None:
        super().__init__()
        self._parser = Parser()
        self._writer = Writer(super().serialize)

    def deserialize(self, payload: str | None, obj_type: Any) -> Any:  # noqa: ARG002 - a RequestEnvelope, always
        """As the SDK's; a request that it refuses is parsed from its essentials."""
        try:
            data = json.loads(payload or "")
        except (TypeError, ValueError, RecursionError):
            log.warning("a request was not JSON")
            return _bare(None)
        return self.read(data)

    def read(self, data: Any) -> RequestEnvelope:
        """In: a request as JSON values. Out: its envelope, as whole as can be."""
        envelope = self._parsed(data) or self._parsed(_essentials(data))
        if envelope is None:
            log.warning("a request could not be parsed whole")
            return _bare(data)
        return envelope

    def serialize(self, obj: Any) -> Any:
        """As the SDK's."""
        return self._writer.write(obj)

    def _parsed(self, data: Any) -> RequestEnvelope | None:
        """In: JSON values. Out: the envelope, or None when it can't be parsed."""
        try:
            envelope = self._parser.parse(data, "ask_sdk_model.request_envelope.RequestEnvelope")
        except SerializationException:
            return None
        whole = isinstance(envelope, RequestEnvelope) and isinstance(envelope.request, Request)
        return envelope if whole else None


def application_id(envelope: RequestEnvelope) -> str | None:
    """The skill a request is meant for."""
    system = getattr(getattr(envelope, "context", None), "system", None)
    application = getattr(system, "application", None)
    identity = getattr(application, "application_id", None)
    return identity if isinstance(identity, str) else None


def _essentials(data: Any) -> Any:
    """A request cut down to what the skill reads, without the enums that may hold a value from the future."""
    if not isinstance(data, dict):
        return None
    request, session = _mapping(data, "request"), _mapping(data, "session")
    essential: dict[str, Any] = {name: request[name] for name in ("type", "requestId", "locale") if name in request}
    if request.get("reason") == "ERROR":
        essential["reason"] = "ERROR"  # it is counted, even when the error is one from the future
    if _time(request.get("timestamp")):
        essential["timestamp"] = request["timestamp"]
    intent = _mapping(request, "intent")
    if intent:
        essential["intent"] = {"name": intent.get("name"), "slots": _slots(_mapping(intent, "slots"))}
    identity = _mapping(_mapping(_mapping(data, "context"), "System"), "application").get("applicationId")
    return {
        "version": "1.0",
        "session": {
            "new": session.get("new") is True,
            "sessionId": str(session.get("sessionId", "")),
            "attributes": _mapping(session, "attributes"),
        },
        "context": {"System": {"application": {"applicationId": identity}}},
        "request": essential,
    }


def _slots(slots: dict[str, Any]) -> dict[str, Any]:
    return {
        str(name): {"name": str(name), "value": slot["value"]}
        for name, slot in slots.items()
        if isinstance(slot, dict) and isinstance(slot.get("value"), str)
    }


def _bare(data: Any) -> RequestEnvelope:
    """An envelope for a request that can't be parsed.

    It has only whom it is for, when it was sent, and where; and the session's attributes, which may hold a danger.
    """
    essential = _essentials(data) or _essentials({})
    request = essential["request"]
    identity = essential["context"]["System"]["application"]["applicationId"]
    bare = Request(
        object_type=str(request.get("type", "")),
        request_id=str(request.get("requestId", "")),
        locale=request.get("locale") if isinstance(request.get("locale"), str) else None,
    )
    bare.timestamp = _time(request.get("timestamp"))
    return RequestEnvelope(
        version="1.0",
        session=Session(new=True, attributes=essential["session"]["attributes"]),
        context=Context(system=SystemState(application=Application(application_id=identity))),
        request=bare,
    )


def _time(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _mapping(data: dict[str, Any], name: str) -> dict[str, Any]:
    value = data.get(name)
    return value if isinstance(value, dict) else {}
