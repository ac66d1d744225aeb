"""Talk: the speaker on a terminal, or as JSON lines for scripts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any, TextIO

from skill.alexa.load import load_skill
from skill.files import MODELS
from skill.shape import DataError
from skill.speaker.model import load_model
from skill.speaker.speaker import Speaker


def make_speaker(locale: str) -> Speaker:
    """A speaker for a locale. Raises DataError when there is no model for it, or a file is broken."""
    path = MODELS / f"{locale}.json"
    if not path.exists():
        known = ", ".join(sorted(file.stem for file in MODELS.glob("*.json")))
        raise DataError([f"{path}: there is no model for {locale}; there is one for {known}"])
    return Speaker(load_model(path), load_skill().respond, locale)


def talk_json(speaker: Speaker, lines: Iterable[str], out: TextIO) -> None:
    """One JSON object a line on `out` for each line that is not empty."""
    for line in lines:
        if line.strip():
            out.write(json.dumps(speaker.say(line.strip()), ensure_ascii=False) + "\n")
            out.flush()


def talk(speaker: Speaker, out: TextIO) -> None:
    """A talk on the terminal, until end of input or Ctrl-C."""
    out.write("Type what you would say; <silence> to say nothing, Ctrl-D to leave.\n\n")
    _show(speaker.say("<launch>"), out)
    while True:
        try:
            line = input("\nyou    > ").strip()
        except (EOFError, KeyboardInterrupt):
            out.write("\n")
            return
        if line:
            _show(speaker.say(line), out)


def _show(heard: dict[str, Any], out: TextIO) -> None:
    slots = "".join(f', {name} = "{words}"' for name, words in heard["slots"].items())
    risk = heard["risk"]
    danger = f", risk {risk['level']}" if risk["level"] != "none" else ""
    if heard["intent"]:
        out.write(f"         understood: {heard['intent']}{slots}{danger}\n")
    out.write(f"speaker> {heard['speech'] or '(says nothing)'}\n")
    if heard["card"]:
        content = heard["card"]["content"].replace("\n", "\n         | ")
        out.write(f"         | {heard['card']['title']}\n         | {content}\n")
    out.write(
        "         (listening)\n" if heard["open"] else "         (session over; say something to open it again)\n"
    )


def main(locale: str, as_json: bool) -> int:
    """Run the speaker. Returns the exit status."""
    try:
        speaker = make_speaker(locale)
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if as_json:
        talk_json(speaker, sys.stdin, sys.stdout)
    else:
        talk(speaker, sys.stdout)
    return 0
