"""Sdk: keeps a hundred modules of Alexa's SDK unloaded that this skill never calls.

Importing ask_sdk_core imports a client for each of Alexa's web services (lists, reminders, timers, purchases...): a
third of the SDK's import time, paid by a person who waits. The SDK makes such clients only for a skill that was given
an ApiClient; this one calls nobody. So the module that imports them all is stood in for while ask_sdk_core is imported.
Requests that carry a type of those services still load it by its own name. tests/alexa/test_sdk.py compares.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_FACTORY = "ask_sdk_model.services.service_client_factory"


class ServiceClientFactory:
    """Stands where the SDK's own stood."""

    def __init__(self, *_: Any, **__: Any) -> None:
        raise NotImplementedError("this skill calls no service of Alexa's; to call one, remove skill/alexa/sdk.py")


if _FACTORY not in sys.modules:
    _stand_in = ModuleType(_FACTORY)
    vars(_stand_in).update(ServiceClientFactory=ServiceClientFactory)
    sys.modules[_FACTORY] = _stand_in
    try:
        import_module("ask_sdk_core.skill")
    finally:
        del sys.modules[_FACTORY]  # whoever wants the real one can still import it
