"""Leaving the SDK's service clients unloaded changes no response."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EVENTS = sorted((ROOT / "tests" / "events").glob("*.json"))
OF_SERVICES = [
    "Reminders.ReminderCreated",
    "Reminders.ReminderStatusChanged",
    "AlexaHouseholdListEvent.ItemsCreated",
    "AlexaSkillEvent.ProactiveSubscriptionChanged",
    "Connections.Response",
    "Messaging.MessageReceived",
    "Alexa.Presentation.APL.UserEvent",
]
"""Request types whose classes lie among the services, or elsewhere off the beaten track."""

ANSWER = """
import json, sys
if sys.argv[1] == "whole":
    import ask_sdk_model.services.service_client_factory, ask_sdk_core.skill_builder
from skill.alexa.load import load_skill
skill = load_skill()
print(len([name for name in sys.modules if name.startswith("ask_sdk_model.services")]))
print(json.dumps([skill.respond(event) for event in json.load(sys.stdin)]))
"""


def answers(sdk: str, events: list[object]) -> tuple[str, int]:
    """The responses from a process of its own, and how many of the SDK's service modules it loaded first."""
    command = [sys.executable, "-W", "error::ResourceWarning", "-c", ANSWER, sdk]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(events), capture_output=True, text=True, check=True)
    modules, responses = done.stdout.splitlines()
    return responses, int(modules)


def test_responses_are_the_same_with_and_without_the_clients():
    events = [json.loads(path.read_text()) for path in EVENTS]
    for kind in OF_SERVICES:
        event = json.loads((ROOT / "tests" / "events" / "launch.json").read_text())
        event["request"] = {**event["request"], "type": kind, "body": {"reminderId": "1"}, "token": "t"}
        events.append(event)
    whole, many = answers("whole", events)
    light, few = answers("light", events)
    assert len(json.loads(whole)) == len(EVENTS) + len(OF_SERVICES)
    assert light == whole
    assert few < 40 < 100 < many


def test_the_real_one_can_still_be_imported():
    code = """
import skill.alexa.app, sys
assert "ask_sdk_model.services.service_client_factory" not in sys.modules
from ask_sdk_model.services.service_client_factory import ServiceClientFactory
print(ServiceClientFactory.__module__)
"""
    command = [sys.executable, "-c", code]
    out = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert out == "ask_sdk_model.services.service_client_factory\n"
