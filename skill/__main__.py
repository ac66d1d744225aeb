"""The commands: python -m skill talk | why | script | evaluate | serve | check | package."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run one command; each loads only what it needs. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m skill", description="Kratom Guide, a voice skill.")
    commands = parser.add_subparsers(dest="command", required=True)

    talk = commands.add_parser("talk", help="talk with the skill on this machine")
    talk.add_argument("--json", action="store_true", help="a JSON object a line, for scripts")
    talk.add_argument("--locale", default="en-US", help="which interaction model to hear with (default: en-US)")

    why = commands.add_parser("why", help="say which signs of danger are in a sentence")
    why.add_argument("words", help="the sentence, in quotes")

    script = commands.add_parser("script", help="print everything the skill can say, as a page to review and sign")
    script.add_argument("--html", action="store_true", help="as a page to print; without it, as Markdown")
    script.add_argument("--locale", default="en-US", help="whose lines to call are named (default: en-US)")

    evaluate = commands.add_parser("evaluate", help="measure on labelled utterances")
    evaluate.add_argument("what", choices=["risk", "danger", "questions", "after"])
    evaluate.add_argument("--part", choices=["development", "measuring"], default="measuring")
    evaluate.add_argument("--through", choices=["detector", "speaker", "both"], default="both")
    evaluate.add_argument("--no-misses", action="store_true", help="only the table")
    evaluate.add_argument("--readme", action="store_true", help="put the table into the README")

    serve = commands.add_parser("serve", help="serve the skill over HTTP, for a TLS proxy in front of it")
    serve.add_argument("--port", help="the port to listen on (default: SERVE_PORT in the environment, or 8080)")
    serve.add_argument("--host", help="the address to listen on (default: SERVE_HOST, or 127.0.0.1)")
    serve.add_argument("--check", action="store_true", help="only say whether it would start")
    serve.add_argument(
        "--unverified", action="store_true", help="development only: accept unsigned requests, on loopback"
    )

    check = commands.add_parser("check", help="check the skill as Amazon will, before Amazon does")
    check.add_argument("--rule", action="append", metavar="ID", help="only this rule; may be given more than once")
    check.add_argument("--list", action="store_true", help="the rules, and how sure each is")
    check.add_argument("--explain", metavar="ID", help="the manual page of a rule")
    check.add_argument("--json", action="store_true", help="a JSON object a line, for scripts")

    package = commands.add_parser("package", help="write the folder that the ASK CLI deploys")
    package.add_argument(
        "--endpoint", metavar="WHERE", help="the ARN of a Lambda function's alias, or an https URL; default: none yet"
    )
    package.add_argument("--certificate", metavar="KIND", help="for a URL: Trusted (default), Wildcard or SelfSigned")
    package.add_argument("--privacy", metavar="URL", help="the privacy policy; default: the one of listing/*.yaml")
    package.add_argument("--terms", metavar="URL", help="the terms of use; default: those of listing/*.yaml")
    package.add_argument("--out", type=Path, default=Path("build/alexa"), help="default: build/alexa")

    chosen = parser.parse_args(arguments)
    try:
        return run(chosen)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        sys.stderr.close()
        return 0


def run(chosen: argparse.Namespace) -> int:
    """Run the chosen command. Returns the exit status."""
    if chosen.command == "talk":
        from skill.speaker import talk as speaker

        return speaker.main(chosen.locale, chosen.json)
    if chosen.command == "why":
        from skill.evaluate import why as reasons

        return reasons.main(chosen.words)
    if chosen.command == "script":
        from skill.review import command as review

        return review.main(chosen.locale, html=chosen.html)
    if chosen.command == "evaluate":
        from skill.evaluate import after, danger, questions, risk

        if chosen.what == "risk":
            return risk.main(chosen.part, chosen.through, show_misses=not chosen.no_misses, readme=chosen.readme)
        measures = {"danger": danger.main, "questions": questions.main, "after": after.main}
        return measures[chosen.what](chosen.part, show_misses=not chosen.no_misses, readme=chosen.readme)
    if chosen.command == "check":
        from skill.preflight import command as preflight

        return preflight.main(chosen.rule, as_json=chosen.json, list_rules=chosen.list, explain=chosen.explain)
    if chosen.command == "package":
        from skill.package import command as packing

        return packing.main(chosen.endpoint, chosen.certificate, chosen.privacy, chosen.terms, chosen.out)
    from skill.web import serve as web

    return web.main(chosen.host, chosen.port, verified=not chosen.unverified, check=chosen.check)


if __name__ == "__main__":
    sys.exit(main())
