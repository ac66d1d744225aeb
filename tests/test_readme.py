"""The README's claims are commands, and its transcript is real."""

from __future__ import annotations

import re
from pathlib import Path

from skill import __main__ as main_page
from skill.catalog.catalog import Catalog
from skill.preflight.rule import load_rules
from skill.preflight.template import load_template
from skill.speaker.speaker import Speaker

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text()


def test_the_transcript_is_what_the_speaker_says(speaker: Speaker):
    block = README.split("To run the tests")[0]
    turns = re.findall(r"you    > (.+)\n\s+understood: (\w+).*\n\s+speaker> ((?:.+\n)+)", block)
    assert len(turns) == 3
    speaker.say("<launch>")
    for said, intent, heard in turns:
        answer = speaker.say(said)
        written, spoken = " ".join(heard.split()), answer["speech"]
        assert answer["intent"] == intent
        assert written.rsplit(". ", 1)[0] == spoken.rsplit(". ", 1)[0]  # the last question varies


def test_every_command_of_make_is_there():
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert set(re.findall(r"make ([a-z]+)\b", README)) - {"it"} <= set(targets)


def test_every_command_of_the_skill_is_there():
    commands = re.search(r"python -m skill ([a-z| ]+)\.", main_page.__doc__ or "")
    assert commands
    assert set(re.findall(r"-m skill ([a-z]+)", README)) <= set(commands.group(1).split(" | "))


def test_it_counts_the_rules_right():
    assert {int(count) for count in re.findall(r"\b(\d+) rules\b", README)} == {len(load_rules())}


def test_it_counts_what_is_told_after_a_danger_right(catalog: Catalog):
    assert re.findall(r"and (\d+) things that people", README) == [str(len(catalog.after_danger))]


def test_what_it_says_to_paste_is_an_output_of_the_template():
    named = re.findall(r"`(\w+)`\s+that\s+(?:it|SAM)\s+prints", README)
    assert named == ["SkillEndpoint", "SkillEndpoint"]
    assert set(named) <= set(load_template(ROOT / "template.yaml")["Outputs"])


def test_the_files_it_names_are_there():
    for name in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / name).exists(), name
