"""Speaker: one line after the other, in sessions, through the same entry as Lambda."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from skill.speaker.ear import plain
from skill.speaker.envelope import Session
from skill.speaker.hearing import Heard, Hearing, clean
from skill.speaker.launch_words import ASK, JOIN, OPEN
from skill.speaker.model import Model

Respond = Callable[[dict[str, Any]], dict[str, Any]]

_NO_RISK = {"level": "none", "signs": []}
"""What is reported of a turn in which nothing was said, or after which the session is over."""


class Speaker:
    """Hears lines and speaks the skill's responses."""

    def __init__(self, model: Model, respond: Respond, locale: str) -> None:
        """In: what can be heard, the skill's entry (request -> response), and the locale."""
        self._hearing = Hearing(model)
        self._slots = {intent.name: intent.slots for intent in model.intents}
        self._respond = respond
        self._locale = locale
        self._session: Session | None = None
        self._last: dict[str, Any] = {}
        self._reprompted = False
        name = re.escape(clean(model.invocation))
        self._launches = re.compile(rf"(?:alexa )?{OPEN} {name}|(?:alexa )?(?:{ASK} )?{name}")
        self._one_shot = re.compile(rf"(?:alexa )?{ASK} {name} (?:{JOIN} )?(?P<rest>.+)")
        self._opens_with = re.compile(rf"(?:alexa )?{OPEN} {name} (?:and|then) (?P<rest>.+)")

    def say(self, line: str) -> dict[str, Any]:
        """In: an utterance, or <launch>, <silence>, <ended>, <reset>. Out: what was understood, said and shown."""
        if line == "<reset>":
            self._close()
            return self._heard(line)
        if line == "<silence>":
            return self._silence(line)
        if line == "<ended>":
            session = self._session or Session(self._locale)
            return self._turn(line, session.ended("USER_INITIATED"), "SessionEndedRequest")
        said = clean(line)
        if line == "<launch>" or self._launches.fullmatch(said):
            self._close()
            return self._turn(line, self._opened().launch(), "LaunchRequest")
        if match := self._one_shot.fullmatch(said) or self._opens_with.fullmatch(said):
            self._close()
            said = match.group("rest")
        heard = self._hearing.hear(said)
        return self._turn(line, self._opened().intent(heard, self._slots.get(heard.intent, {})), heard.intent, heard)

    def _opened(self) -> Session:
        if self._session is None:
            self._session = Session(self._locale)
        return self._session

    def _close(self) -> None:
        self._session, self._last, self._reprompted = None, {}, False

    def _silence(self, line: str) -> dict[str, Any]:
        if self._session is None:
            return self._heard(line)
        if self._reprompted:
            return self._turn(line, self._session.ended("EXCEEDED_MAX_REPROMPTS"), "SessionEndedRequest")
        self._reprompted = True
        reprompt = self._last.get("response", {}).get("reprompt", {}).get("outputSpeech", {}).get("ssml", "")
        return self._heard(line, speech=plain(reprompt), ssml=reprompt or None, open=True)

    def _turn(self, line: str, request: dict[str, Any], intent: str, heard: Heard | None = None) -> dict[str, Any]:
        response = self._respond(request)
        self._last, self._reprompted = response, False
        body = response.get("response", {})
        attributes = response.get("sessionAttributes") or {}
        ssml = body.get("outputSpeech", {}).get("ssml")
        reprompt = body.get("reprompt", {}).get("outputSpeech", {}).get("ssml")
        is_open = body.get("shouldEndSession") is False
        if is_open and self._session:
            self._session.attributes, self._session.new = attributes, False
        else:
            self._close()
        return self._heard(
            line,
            intent=intent,
            slots={slot.name: slot.words for slot in heard.slots} if heard else {},
            speech=plain(ssml) if ssml else "",
            ssml=ssml,
            reprompt=plain(reprompt) if reprompt else None,
            card=body.get("card"),
            open=is_open,
            risk=attributes.get("risk") or _NO_RISK,
            request=request,
            response=response,
        )

    @staticmethod
    def _heard(line: str, **known: Any) -> dict[str, Any]:
        unknown = dict.fromkeys(("intent", "ssml", "reprompt", "card", "request", "response"))
        return {"said": line, "slots": {}, "speech": "", "open": False, "risk": _NO_RISK, **unknown, **known}
