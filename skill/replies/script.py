"""Script: a key -> the words and the card it stands for.

Everything said has a key, so that the session can remember what was said without its words. Keys joined by a plus are
said one after the other.

    topic:detox           an answer; topic:detox:1 is the first of its `more`, topic:detox:again its `again`
    perhaps:detox         that this is perhaps what was meant
    insists:liver_signs   what stays in mind and won't wait, before another answer
    risk:overdose:self    the reply to a danger, to who is in it; also :other, and :perhaps where it was guessed
    brief:support         the same in few words, before an answer; warm:support without the number
    still:overdose:self   what is said to whatever comes after that danger; still:emergency where it has no such words
    still_again:emergency    the same, the second time
    still_asked:emergency    the same, to a question
    on_line:emergency     what is said then once help is on the phone or on its way
    unheard:crisis        what is said to what nothing answers, after a danger
    after:called:emergency   what is said to news after a danger
    remember:emergency    the line once more, before an answer
    number:emergency      a line that was asked for; call:emergency when we are to place the call; helpline
    check:some            the end of the self-check; check:2, an offer, is its second question
    prompt:help           a text of `prompts`; sources is one with a blank
"""

from __future__ import annotations

from dataclasses import dataclass

from skill.catalog.catalog import Catalog
from skill.catalog.lines import LINES
from skill.catalog.risk_reply import RiskReply
from skill.catalog.text import Text
from skill.reply import Card

_TROUBLE = frozenset({"risk", "brief", "warm", "still", "still_again", "still_asked", "on_line", "after", "unheard"})
"""The kinds of keys that answer danger or trouble."""


@dataclass(frozen=True, eq=False, repr=False)
class Script:
    """What a key stands for."""

    say: tuple[Text, ...]
    card: Card | None = None


class Scripts:
    """Looks keys up in the catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def of(self, key: str, *, other: bool = False) -> Script:
        """In: a key, and whether they ask for someone else. Out: what it stands for. Raises KeyError: for nothing."""
        scripts = [self._one(part, other) for part in key.split("+")]
        return Script(
            tuple(text for script in scripts for text in script.say),
            next((script.card for script in scripts if script.card), None),
        )

    def _one(self, key: str, other: bool) -> Script:
        catalog, helpline = self._catalog, self._catalog.helpline
        match key.split(":"):
            case ["topic", name]:
                return self._topic(name, 0, other)
            case ["topic", name, "again"] if again := catalog.topics[name].again:
                return Script((again,), self._topic(name, 0, other).card)
            case ["topic", name, part] if part.isascii() and part.isdigit():
                return self._topic(name, int(part), other)
            case ["insists", name] if insists := catalog.topics[name].insists:
                return Script((insists,))
            case ["perhaps", name]:
                return Script((catalog.prompts.perhaps.fill("name", catalog.topics[name].name),))
            case ["brief" | "warm" as form, name]:
                return self._risk(catalog.risk[name], form, "")
            case ["risk" | "still" as form, name, "self" | "other" | "perhaps" as whom]:
                return self._risk(catalog.risk[name], form, whom)
            case ["still", line] if line in LINES:
                return self._line(catalog.risk_still, line)
            case ["still_again", line] if line in LINES:
                return self._line(catalog.risk_still_again, line)
            case ["still_asked", line] if line in LINES:
                return self._line(catalog.risk_still_asked, line)
            case ["on_line", line] if line in LINES:
                return self._line(catalog.risk_on_line, line)
            case ["unheard", line] if line in LINES:
                return self._line(catalog.risk_unheard, line)
            case ["after", name, line] if line in LINES:
                return self._line(catalog.after_danger[name].say, line)
            case ["number", line] if line in LINES:
                return self._line(catalog.risk_number, line)
            case ["call", line] if line in LINES:
                return self._line(catalog.risk_call, line)
            case ["remember", line] if line in LINES:
                return Script((catalog.prompts.remember.aim(line),))
            case ["helpline"]:
                return Script((helpline.answer,), Card(helpline.title, (helpline.card, catalog.disclaimer.card)))
            case ["check", "some" | "none" as noticed]:
                check = catalog.self_check
                say = check.some if noticed == "some" else check.none
                return Script((say,), Card(check.title, (say, catalog.disclaimer.card)))
            case ["sources"]:
                return Script((catalog.prompts.sources.fill("source", catalog.source.name),))
            case ["prompt", name] if isinstance(prompt := getattr(catalog.prompts, name, None), Text):
                return Script((prompt,))
        raise KeyError(key)

    def _line(self, text: Text, line: str) -> Script:
        """A text that names a line, and a card that holds no more than its number."""
        helpline = self._catalog.helpline
        return Script((text.aim(line),), Card(helpline.title, (helpline.line_card.aim(line),)))

    def _risk(self, reply: RiskReply, form: str, whom: str) -> Script:
        """A risk reply in one of its forms. The card of a short form holds the whole."""
        disclaimer = self._catalog.disclaimer.card
        match form, whom:
            case "risk", "self" | "other" | "perhaps":
                says = {"self": reply.say, "other": reply.other or reply.say, "perhaps": reply.perhaps}[whom]
                if says:
                    return Script((says,), Card(reply.title, (says, disclaimer)))
            case "brief" | "warm", "":
                says = reply.brief if form == "brief" else reply.warm
                return Script((says or reply.say,), Card(reply.title, (reply.say, disclaimer)))
            case "still", "self" | "other":
                says = (reply.still_other if whom == "other" else None) or reply.still
                says = says or self._catalog.risk_still.aim(reply.line)
                return Script((says,), Card(reply.title, (reply.say,)))
        raise KeyError(form)

    def _topic(self, name: str, part: int, other: bool) -> Script:
        topic, source = self._catalog.topics[name], self._catalog.source
        texts = [topic.card]
        if topic.section:
            texts.append(source.card.fill("section", topic.section))
        if topic.source:
            texts.append(source.card_other.fill("source", topic.source))
        texts.append(self._catalog.disclaimer.card)
        parts = (topic.answer, *topic.more)
        if part >= len(parts):
            raise KeyError(name)
        say = parts[part]
        if other and topic.other and part == 0:
            say = topic.other
        if name == self._catalog.self_check.topic and not self._catalog.self_check.asks:
            say = self._catalog.self_check.reflection
        return Script((say,), Card(topic.name, tuple(texts)))

    def knows(self, key: str) -> bool:
        """Whether a key stands for anything."""
        try:
            return bool(self.of(key).say)
        except (KeyError, IndexError, ValueError):
            return False


def last_key(key: str) -> str:
    """The last of the keys that a key joins."""
    return key.rpartition("+")[2]


def answers_trouble(key: str) -> bool:
    """Whether a key, by the first of those that it joins, answers danger or trouble, or what is told after it."""
    return key.partition(":")[0] in _TROUBLE


def holds(key: str, kind: str) -> bool:
    """Whether a key joins one of a kind, such as "perhaps"."""
    return any(one.partition(":")[0] == kind for one in key.split("+"))


def tells(key: str, name: str) -> bool:
    """Whether a key joins one for what has a name, such as a risk reply: "brief:in_doubt" for "in_doubt"."""
    return any(name in one.split(":")[1:2] for one in key.split("+"))


def topic_in(key: str) -> str:
    """The topic that a key is about; empty when it is about none."""
    return key.split(":")[1] if key.startswith("topic:") and "+" not in key else ""
