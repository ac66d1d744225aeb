"""Handlers: one small class a family of intents. Each asks answers.py what to say and renders it."""

from __future__ import annotations

from skill.alexa.handlers.base import AnswerHandler
from skill.alexa.handlers.danger import DangerHandler, SupportHandler
from skill.alexa.handlers.followup import (
    CompareWithHandler,
    ItemHandler,
    MoreHandler,
    NextHandler,
    NoHandler,
    PreviousHandler,
    RepeatHandler,
    RetractionHandler,
    ShortHandler,
    UnsureHandler,
    YesHandler,
    YesNoHandler,
)
from skill.alexa.handlers.guidance import FallbackHandler, HelpHandler, SourcesHandler, TopicsHandler
from skill.alexa.handlers.numbers import CallHandler, HelplineHandler, ThatNumberHandler
from skill.alexa.handlers.questions import FreeHandler, QuestionHandler
from skill.alexa.handlers.self_check import SelfCheckHandler
from skill.alexa.handlers.session import EndedHandler, GoodbyeHandler, LaunchHandler
from skill.alexa.handlers.unexpected import UnexpectedHandler
from skill.alexa.handlers.whom import ForMeHandler, ForOtherHandler

IN_ORDER: tuple[type[AnswerHandler], ...] = (
    DangerHandler,  # first, so that no other handler can answer over a danger
    YesNoHandler,  # before the model's guess at trouble in a word such as "mm hm"
    SupportHandler,
    SelfCheckHandler,
    LaunchHandler,
    EndedHandler,
    GoodbyeHandler,
    QuestionHandler,  # before the others, for most turns are questions
    FreeHandler,
    HelplineHandler,
    ThatNumberHandler,
    CallHandler,
    YesHandler,
    NoHandler,
    MoreHandler,
    NextHandler,
    PreviousHandler,
    RepeatHandler,
    UnsureHandler,
    ItemHandler,
    ShortHandler,
    CompareWithHandler,
    RetractionHandler,
    ForOtherHandler,
    ForMeHandler,
    HelpHandler,
    FallbackHandler,
    TopicsHandler,
    SourcesHandler,
    UnexpectedHandler,
)
"""Every handler; the first one that can handle a request does."""
