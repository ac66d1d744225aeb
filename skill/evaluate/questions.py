"""Questions: which answers people get to what they ask, through the whole speaker."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from skill.catalog.catalog_file import load
from skill.evaluate.labelled import Question, key_facts, question_rows
from skill.evaluate.progress import progress
from skill.evaluate.readme import refuses, write_between
from skill.files import CATALOG
from skill.replies.script import answers_trouble, holds, last_key, topic_in
from skill.shape import DataError
from skill.speaker.talk import make_speaker
from skill.turn import PHRASE

MARK, END = "<!-- measured questions: make measure -->", "<!-- end questions -->"
UNKNOWN = "unknown"
RISK = "risk"
HARD = ("indirect", "follow_up", "misheard")
"""The kinds of question that are hard to understand."""

Say = Callable[[str], Mapping[str, Any]]
"""The speaker: an utterance -> what was heard and said."""


@dataclass(frozen=True)
class Outcome:
    """What one question got."""

    question: Question
    got: str
    """The topic that was answered, helpline, risk, or unknown."""
    caught: str
    """Who caught it: a specific intent, the free question, or nobody."""
    right: bool
    """The right answer, and every key fact in it; or rightly none."""
    offered: bool
    """No answer, or only whom to call, but the right topic offered."""
    unsure: bool
    """Answered, and said that it may not be what was meant."""

    @property
    def called(self) -> bool:
        """Not answered, but told whom to call."""
        return not self.right and self.got == RISK and not self.offered

    @property
    def wrong(self) -> bool:
        """Another topic answered as if it were right."""
        return not self.right and self.got not in (UNKNOWN, RISK) and not self.unsure and not self.offered


@dataclass
class Tally:
    """Outcomes of one kind or topic, counted."""

    said: int = 0
    right: int = 0
    offered: int = 0
    unsure: int = 0
    """Wrong, and said to be unsure."""
    called: int = 0
    wrong: int = 0
    caught: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count one."""
        self.said += 1
        self.right += outcome.right
        self.offered += outcome.offered
        self.unsure += outcome.unsure and not outcome.right
        self.called += outcome.called
        self.wrong += outcome.wrong
        self.caught[outcome.caught] += 1


def ask(
    question: Question, say: Say, facts: Mapping[str, Sequence[str]], within: Mapping[str, Sequence[str]]
) -> Outcome:
    """What a question got.

    In: the question, the speaker, for each topic the facts its answer must hold, and the topics that it is a part of,
    for whoever asks for one of those is told it too.
    """
    say("<reset>")
    if question.before:
        say(question.before)
    heard = say(question.words)
    attributes = (heard["response"] or {}).get("sessionAttributes") or {}
    got = answered(attributes)
    meant = {got, *within.get(got, ())} & set(question.topics)
    right = bool(meant) and all(_holds(heard["speech"], fact) for fact in facts.get(got, ()))
    offered = got in (UNKNOWN, RISK) and not right and topic_in(attributes.get("offer", "")) in question.topics
    unsure = holds(str(attributes.get("said", "")), "perhaps")
    return Outcome(question, got, _caught(str(heard["intent"]), got), right, offered, unsure)


def wholes() -> Mapping[str, Sequence[str]]:
    """For each topic those that it is a part of. Raises DataError."""
    return {name: topic.within for name, topic in load(CATALOG).topics.items()}


def answered(attributes: Mapping[str, Any]) -> str:
    """In: session attributes. Out: the topic that was answered last, helpline, risk, or unknown."""
    said = last_key(str(attributes.get("said", "")))
    if said.startswith("check:"):
        return "self_check"
    if answers_trouble(said):
        return RISK
    return topic_in(said) or (said if said == "helpline" else UNKNOWN)


def _caught(intent: str, got: str) -> str:
    if got == UNKNOWN:
        return "nobody"
    return "the free question" if intent.endswith(PHRASE) else "a specific intent"


def _holds(speech: str, fact: str) -> bool:
    return any(words.lower() in speech.lower() for words in fact.split("|"))


def tallies(outcomes: Iterable[Outcome], by: Callable[[Outcome], str]) -> dict[str, Tally]:
    """Outcomes counted in groups."""
    groups: dict[str, Tally] = defaultdict(Tally)
    for outcome in outcomes:
        groups[by(outcome)].add(outcome)
    return dict(sorted(groups.items()))


def table(heading: str, groups: Mapping[str, Tally]) -> list[str]:
    """Groups as a Markdown table."""
    columns = ("questions", "right", "right one offered", "only whom to call", "wrong, and said unsure", "wrong topic")
    lines = [f"| {heading} | {' | '.join(columns)} |", f"|{' --- |' * (len(columns) + 1)}"]
    for name, tally in groups.items():
        counts = (tally.right, tally.offered, tally.called, tally.unsure, tally.wrong)
        shares = (f"{count / tally.said:.1%}" for count in counts)
        lines.append(f"| {name} | {tally.said} | {' | '.join(shares)} |")
    return lines


def main(part: str, *, show_misses: bool, readme: bool) -> int:
    """Print the tables and every miss; put the table of kinds into the README if wanted. Returns the exit status."""
    if readme and refuses(part):
        return 1
    try:
        questions, facts = list(question_rows(part)), key_facts()
        say, within = make_speaker("en-US").say, wholes()
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    outcomes = [ask(question, say, facts, within) for question in progress(questions)]
    kinds = tallies(outcomes, lambda outcome: outcome.question.kind)
    hard = tallies((outcome for outcome in outcomes if outcome.question.kind in HARD), lambda _: "all hard ones")
    everything = tallies(outcomes, lambda _: "all")
    summary = table("kind", {**kinds, **hard, **everything})
    lines = [f"{part}:", "", *summary, ""]
    if show_misses:
        lines += [*table("topic", tallies(outcomes, lambda outcome: outcome.question.topic)), ""]
        lines += [_miss(outcome) for outcome in outcomes if not outcome.right]
    caught = everything["all"].caught
    shares = ", ".join(f"{who} {count / len(outcomes):.1%}" for who, count in caught.most_common())
    lines.append(f"Caught by {shares}.")
    sys.stdout.write("\n".join(lines) + "\n")
    if readme:
        write_between(MARK, [*summary, "", lines[-1]], END)
    return 0


def _miss(outcome: Outcome) -> str:
    question = outcome.question
    before = f" (after: {question.before})" if question.before else ""
    hint = ", offered" if outcome.offered else ""
    return f"{question.topic} got {outcome.got}{hint} ({question.kind}): {question.words}{before}"
