"""Envelope: an intent -> the request that Alexa would send."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from skill.speaker.hearing import Heard
from skill.speaker.model import SEARCH_QUERY, Filled

SKILL_ID = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
"""The id under which the local speaker asks; it is nobody's."""


@dataclass
class Session:
    """One session as Alexa keeps it for the skill."""

    locale: str
    skill_id: str = SKILL_ID
    id: str = field(default_factory=lambda: f"amzn1.echo-api.session.{uuid.uuid4()}")
    user: str = field(default_factory=lambda: f"amzn1.ask.account.{uuid.uuid4().hex.upper()}")
    device: str = field(default_factory=lambda: f"amzn1.ask.device.{uuid.uuid4().hex.upper()}")
    attributes: dict[str, Any] = field(default_factory=dict)
    new: bool = True

    def launch(self) -> dict[str, Any]:
        """The skill is opened."""
        return self._request({"type": "LaunchRequest"})

    def intent(self, heard: Heard, slots: Mapping[str, str]) -> dict[str, Any]:
        """An intent; `slots` are all slots that it has, filled or not, and their types."""
        filled = {slot.name: slot for slot in heard.slots}
        return self._request(
            {
                "type": "IntentRequest",
                "intent": {
                    "name": heard.intent,
                    "confirmationStatus": "NONE",
                    "slots": {name: self._slot(name, filled.get(name)) for name in slots},
                },
            }
        )

    def ended(self, reason: str) -> dict[str, Any]:
        """The session has ended from outside."""
        return self._request({"type": "SessionEndedRequest", "reason": reason})

    def _request(self, request: dict[str, Any]) -> dict[str, Any]:
        application = {"applicationId": self.skill_id}
        user = {"userId": self.user}
        return {
            "version": "1.0",
            "session": {
                "new": self.new,
                "sessionId": self.id,
                "application": application,
                "attributes": self.attributes,
                "user": user,
            },
            "context": {
                "System": {
                    "application": application,
                    "user": user,
                    "device": {"deviceId": self.device, "supportedInterfaces": {}},
                    "apiEndpoint": "https://api.amazonalexa.com",
                }
            },
            "request": {
                "requestId": f"amzn1.echo-api.request.{uuid.uuid4()}",
                "timestamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "locale": self.locale,
                **request,
            },
        }

    def _slot(self, name: str, filled: Filled | None) -> dict[str, Any]:
        slot: dict[str, Any] = {"name": name, "confirmationStatus": "NONE", "source": "USER"}
        if filled is None:
            return slot
        slot["value"] = filled.words
        if filled.type != SEARCH_QUERY:
            authority = f"amzn1.er-authority.echo-sdk.{self.skill_id}.{filled.type}"
            resolution: dict[str, Any] = {"authority": authority, "status": {"code": "ER_SUCCESS_NO_MATCH"}}
            if filled.value:
                value = {"name": filled.value.name, **({"id": filled.value.id} if filled.value.id else {})}
                resolution |= {"status": {"code": "ER_SUCCESS_MATCH"}, "values": [{"value": value}]}
            slot["resolutions"] = {"resolutionsPerAuthority": [resolution]}
        return slot
