"""The contract of `python -m skill script`: everything the skill can say, in both formats, for a clinician to sign."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from skill.catalog.catalog import Catalog
from skill.catalog.lines import BLANKS
from skill.catalog.text import Place, Ref, Text
from skill.files import CATALOG, ROOT, SIGNS
from skill.levels import LEVELS
from skill.parts import Parts
from skill.review import command
from skill.review.as_html import as_html
from skill.review.as_markdown import as_markdown
from skill.review.entry import Entry, Said, Shown
from skill.review.facts import Facts
from skill.review.page import Page, make_page
from skill.review.questions import Questions
from skill.review.spoken import sections
from skill.risk.signs import load_signs
from skill.speaker.model import Model
from skill.speaker.speaker import Speaker
from tests.review.reader import Printed, read_html, read_markdown

READ: Mapping[str, Callable[[str], Printed]] = {"markdown": read_markdown, "html": read_html}


def script(*options: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "skill", "script", *options]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)


def printed(how: str, *options: str) -> Printed:
    ran = script(*options, *(["--html"] if how == "html" else []))
    assert (ran.returncode, ran.stderr) == (0, "")
    return READ[how](ran.stdout)


@pytest.fixture(scope="module", params=READ)
def read(request: pytest.FixtureRequest) -> Printed:
    return printed(request.param)


@pytest.fixture(scope="module")
def page() -> Page:
    return make_page("en-US")


@pytest.fixture(scope="module")
def place(catalog: Catalog) -> Place:
    return catalog.place("en-US")


def texts(value: Any) -> Iterator[Text]:
    """Every text that is anywhere in a value, found without the code that is tested."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        for item in fields(value):
            yield from texts(getattr(value, item.name))


def has_blank(text: Text) -> bool:
    return any(isinstance(part, Ref) and part.line in BLANKS for part in text.parts)


def test_every_text_of_the_catalog_is_there(read: Printed, catalog: Catalog, place: Place):
    everything = list(texts(catalog))
    assert len(everything) > 400
    on_page = Counter([*(words for _, words in read.texts), *read.names])
    assert Counter(text.plain(place) for text in everything if not has_blank(text)) - on_page == Counter()


def test_a_blank_is_shown_in_brackets(read: Printed, catalog: Catalog, place: Place):
    blank = [text for text in texts(catalog) if has_blank(text)]
    assert len(blank) > 8
    for text in blank:
        pieces = (
            r"\[[a-z, ]+\]" if isinstance(part, Ref) and part.line in BLANKS else re.escape(Text((part,)).plain(place))
            for part in text.parts
        )
        pattern = re.compile("".join(pieces), re.IGNORECASE)
        assert any(pattern.fullmatch(words) for _, words in read.texts), text
    assert not re.search(r"\{[a-z_.]+\}", " ".join(words for _, words in read.texts))


def test_lines_come_first_then_dangers_by_level_then_the_rest_then_answers(read: Printed, catalog: Catalog):
    titles = read.sections[read.sections.index("Who to call") :]
    assert titles[:2] == ["Who to call", "Replies to danger"]
    assert titles[-2:] == ["The self-check", "Answers"]
    order = ("risk", "risk_ask", "prompts", "self_check", "topics")
    keys = list(read.entries)
    first = [next(index for index, key in enumerate(keys) if key.split(".")[0] == room) for room in order[:2]]
    first += [keys.index("prompts.help"), keys.index("prompts.welcome"), keys.index("self_check")]
    first.append(keys.index(f"topics.{next(iter(catalog.topics))}"))
    assert first == sorted(first)
    assert first[0] == 0
    risks = [catalog.risk[key.removeprefix("risk.")].level for key in keys if key.startswith("risk.")]
    assert len(risks) == len(catalog.risk)
    assert risks == sorted(risks, key=LEVELS.index)
    assert [key for key in keys if key.startswith("topics.")] == [f"topics.{name}" for name in catalog.topics]


def test_every_line_is_there_with_its_source(read: Printed, place: Place):
    top = read.whole[read.whole.rindex("Who to call") : read.whole.index("risk.")]
    for line in place.lines.values():
        for words in (line.name, str(line.number), line.reach, line.source, str(line.checked), line.status):
            assert words in top


def test_every_answer_names_its_section_or_source(read: Printed, catalog: Catalog):
    for name, topic in catalog.topics.items():
        named = f"section of the article: {topic.section}" if topic.section else f"source: {topic.source or 'none'}"
        assert named in read.entries[f"topics.{name}"]


def test_the_seconds_are_those_of_the_text(read: Printed, catalog: Catalog, place: Place):
    heard = {text.plain(place): text for text in texts(catalog) if not has_blank(text)}
    measured = [(above, words) for above, words in read.texts if "seconds" in above]
    assert len(measured) > 200
    for above, words in measured:
        if words in heard:
            assert f", {heard[words].seconds(place):.1f} seconds, grade " in above
        else:
            assert "up to " in above
    answers = [above for above, words in measured if words == catalog.topics["detox"].answer.plain(place)]
    assert len(answers) == 1
    assert re.match(r"\**answer\**, \d", answers[0])


def test_what_is_filled_in_counts_with_its_longest(read: Printed, catalog: Catalog, place: Place):
    offers = [catalog.prompts.offer_ask.fill("name", topic.name).seconds(place) for topic in catalog.topics.values()]
    calls = [catalog.risk_call.aim(line).seconds(place) for line in place.lines]
    assert f"up to {max(offers):.1f} seconds" in read.entries["prompts.offer_ask"]
    assert f"up to {max(calls):.1f} seconds" in read.entries["risk_call"]


def test_the_figures_at_the_top_are_those_of_the_page(read: Printed):
    top = read.whole[: read.whole.index("risk.")]
    heard = [above for above, _ in read.texts if "seconds" in above]
    grades = [float(grade) for above in heard for grade in re.findall(r"grade (-?[\d.]+)", above)]
    longest = max(float(seconds) for above in heard for seconds in re.findall(r"([\d.]+) seconds", above))
    assert re.search(rf"texts that are heard\W+{len(heard)}\b", top)
    assert re.search(rf"longest\W+{longest:.1f} seconds", top)
    mean = re.search(r"mean reading level\W+grade ([\d.]+)", top)
    assert mean
    assert abs(float(mean[1]) - sum(grades) / len(grades)) < 0.11
    assert len(grades) == len(heard)
    for label in ("Reviewer", "Date", "Signature", "responses.yaml"):
        assert label in top


def test_every_answer_and_danger_with_an_intent_has_a_question(read: Printed, catalog: Catalog):
    for name, topic in catalog.topics.items():
        assert not topic.intent or "Asked by (from the interaction model): " in read.entries[f"topics.{name}"]
    for name, reply in catalog.risk.items():
        assert not reply.intent or "Asked by (from the interaction model): " in read.entries[f"risk.{name}"]
    assert "he overdosed in the bathroom" in read.entries["risk.overdose"]
    assert re.search(r"(?:[^;]+; ){9}[^;]+, and \d+ more", read.entries["topics.what_is"])


def test_what_a_slot_names_leads_to_its_own_answer(parts: Parts, model: Model):
    questions = Questions(parts, load_signs(SIGNS, parts.catalog), model, {})
    for name in ("tolerance", "low_dose", "therapy", "compare_detox_therapy"):
        assert questions.of(f"topics.{name}", None), name
    assert questions.of("topics.nothing", None) == ()


def test_the_questions_lead_there(page: Page, catalog: Catalog, speaker: Speaker):
    """Of what has an intent: a free question is heard by a model, which is measured elsewhere."""
    intents = {f"topics.{name}": topic.intent for name, topic in catalog.topics.items()}
    intents |= {f"risk.{name}": reply.intent for name, reply in catalog.risk.items()}
    entries = [entry for section in page.sections for entry in section.entries if intents.get(entry.key)]
    assert len(entries) > 60
    for entry in entries:
        question = entry.asked[-1].examples[0]
        speaker.say("<reset>")
        said = str(speaker.say(question)["response"]["sessionAttributes"]["said"])
        assert entry.key.split(".")[1] in re.split(r"[:+]", said), question


@pytest.mark.parametrize("how", READ)
def test_another_place_has_its_own_numbers(how: str):
    read = printed(how, "--locale", "en-GB")
    assert "Call 999 now, from any phone." in read.entries["risk.overdose"]
    assert "116 123" in read.entries["risk.crisis"]
    said = re.sub(r"Asked by .*", "", read.whole)  # what people may say names any number
    assert not re.search(r"\b(?:988|911)\b", said)


def test_a_place_without_lines_is_refused():
    ran = script("--locale", "xx-XX")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == (
        f"{CATALOG}: places: there is no locale 'xx-XX'; known are en-US, es-US, en-CA, fr-CA, en-GB, en-AU, en-IN\n"
    )


def test_a_broken_catalog_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    broken = Path(shutil.copy(CATALOG, tmp_path))
    broken.write_text(broken.read_text().replace("  help_ask:", "  helpask:").replace("next: first_step", "next: step"))
    monkeypatch.setattr("skill.parts.CATALOG", broken)
    assert command.main("en-US", html=True) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert f"{broken}: prompts.help_ask: is missing" in told.err.splitlines()


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_the_html_is_whole_and_escaped(locale: str):
    source = script("--html", "--locale", locale).stdout
    assert source.startswith(f'<!DOCTYPE html>\n<html lang="{locale}">')
    read_html(source)  # strange or open tags
    assert re.findall(r"&(?!(?:amp|lt|gt|quot|#x27);)", source) == []
    ids, links = re.findall(r' id="([^"]+)"', source), re.findall(r' href="#([^"]+)"', source)
    assert len(ids) == len(set(ids))
    assert set(links) == set(ids)
    assert not re.search(r"src=|href=\"http|@import|url\(", source)  # it needs no other file


HOSTILE = '<script>&amp; "it\'s" *all* | `one` _word_ </p>'


def hostile(page: Page) -> Page:
    """A page with an entry in which everything is hostile, and marked."""
    entry: Entry = page.sections[-1].entries[0]
    said = (Said(HOSTILE, HOSTILE, 30.1, 8.1), Shown(HOSTILE, HOSTILE))
    asked = tuple(replace(one, examples=(HOSTILE,)) for one in entry.asked)
    entry = replace(entry, name=HOSTILE, facts=((HOSTILE, HOSTILE),), texts=said, asked=asked)
    return replace(page, sections=(replace(page.sections[-1], title=HOSTILE, note=HOSTILE, entries=(entry,)),))


@pytest.mark.parametrize(("how", "write"), [("markdown", as_markdown), ("html", as_html)])
def test_words_are_words_whatever_they_are(how: str, write: Callable[[Page], str], page: Page):
    read = READ[how](write(hostile(page)))
    assert read.names == [HOSTILE]
    assert [words for _, words in read.texts] == [HOSTILE] * 2
    assert read.whole.count(HOSTILE) >= 9
    assert "TOO LONG" in read.texts[0][0]
    assert "HARD TO READ" in read.texts[0][0]
    assert "TOO LONG" not in read.texts[1][0]


def test_markdown_escapes_what_would_be_markup(page: Page):
    source = as_markdown(hostile(page))
    assert not re.search(r"(?<!\\)<script|(?<!\\)\*all|(?<!\\)`one|(?<!\\)_word", source)
    assert source.count(r"\*all\*") >= 9


def test_no_mark_where_none_is_due(read: Printed):
    for above, _ in read.texts:
        if "seconds" in above:
            seconds, grade = re.findall(r"([\d.]+) seconds, grade (-?[\d.]+)", above)[0]
            assert ("TOO LONG" in above) == (float(seconds) > 30)
            assert ("HARD TO READ" in above) == (float(grade) > 8) or float(grade) == 8  # rounded


@dataclass(frozen=True)
class Near:
    """What a catalog may hold one day."""

    hears: tuple[str, ...]
    say: Text


@dataclass(frozen=True)
class Grown(Catalog):
    """A catalog with fields that nobody told the page of."""

    near_danger: Mapping[str, Near]
    farewell: Text


def test_what_is_new_in_the_catalog_is_on_the_page_by_itself(parts: Parts, model: Model, place: Place):
    old = parts.catalog
    near = {"steps": Near(("what do i do now",), Text(("Stay with them.",)))}
    grown = Grown(
        **{field.name: getattr(old, field.name) for field in fields(old)},
        near_danger=near,
        farewell=Text(("So long.",)),
    )
    signs = load_signs(SIGNS, old)
    found = sections(grown, place, Questions(parts, signs, model, {}), Facts(grown, signs, place))
    entries = {entry.key: (section.title, entry) for section in found for entry in section.entries}
    title, entry = entries["near_danger.steps"]
    assert title == "Around danger"
    assert [text.words for text in entry.texts] == ["Stay with them."]
    assert [asked.examples for asked in entry.asked] == [("what do i do now",)]
    assert entries["farewell"][0] == "What else is said"


def test_dangers_are_sorted_however_they_are_written(parts: Parts, model: Model, place: Place):
    catalog, signs = parts.catalog, load_signs(SIGNS, parts.catalog)
    backwards = replace(catalog, risk=dict(reversed(catalog.risk.items())))
    found = sections(backwards, place, Questions(parts, signs, model, {}), Facts(backwards, signs, place))
    levels = [catalog.risk[entry.key.removeprefix("risk.")].level for entry in found[0].entries]
    assert len(levels) == len(catalog.risk)
    assert levels == sorted(levels, key=LEVELS.index)
