"""Command: python -m skill package -> the folder that the ASK CLI deploys.

The first time there is no endpoint yet: the function wants the skill's id, which Amazon gives when the skill is made.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from skill.catalog.catalog_file import load
from skill.files import CATALOG, LISTING, MODELS
from skill.package.endpoint import endpoint
from skill.package.listing import Listing, load_listing
from skill.package.manifest import manifest
from skill.package.urls import url_problem
from skill.package.write import write
from skill.shape import DataError

NO_ENDPOINT = "It has no endpoint yet, so nothing answers: when there is one, make it again with --endpoint.\n"


def main(where: str | None, certificate: str | None, privacy: str | None, terms: str | None, out: Path) -> int:
    """Write the package. Returns the exit status: 1 when it can't, and then says every reason on stderr."""
    problems: list[str] = []
    target = None
    try:
        target = _endpoint(where, certificate)
    except ValueError as error:
        problems.append(f"--endpoint: {error}")
    try:
        catalog = load(CATALOG)
        listing = _with_urls(load_listing(LISTING), privacy, terms)
        problems += _missing_models(listing)
        if not problems:
            for path in write(out, manifest(listing, catalog, target), LISTING, MODELS):
                sys.stdout.write(f"{path}\n")
            if target is None:
                sys.stderr.write(NO_ENDPOINT)
    except DataError as error:
        problems += error.problems
    except OSError as error:
        problems.append(f"--out: {error.filename}: {error.strerror}")
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return 1 if problems else 0


def _endpoint(where: str | None, certificate: str | None) -> dict[str, str] | None:
    """The manifest's endpoint, None before there is one. Raises ValueError with a plain reason."""
    if where is not None:
        return endpoint(where, certificate)
    if certificate is not None:
        raise ValueError("is missing, and --certificate is about it")
    return None


def _with_urls(listing: Listing, privacy: str | None, terms: str | None) -> Listing:
    """The listing with the addresses given on the command line. Raises DataError: one is missing, or can't be one."""
    pages, problems = {}, []
    for locale, page in listing.pages.items():
        page = replace(
            page,
            privacy_policy_url=privacy or page.privacy_policy_url,
            terms_of_use_url=terms or page.terms_of_use_url,
        )
        for key, option in (("privacy_policy_url", "--privacy"), ("terms_of_use_url", "--terms")):
            url = getattr(page, key)
            reason = url_problem(url) if url else f"is not filled in; write the address there, or give {option} URL"
            if reason:
                problems.append(f"{LISTING / f'{locale}.yaml'}: {key}: {reason}")
        pages[locale] = page
    if problems:
        raise DataError(problems)
    return replace(listing, pages=pages)


def _missing_models(listing: Listing) -> list[str]:
    return [
        f"{LISTING / f'{locale}.yaml'}: there is no {MODELS / f'{locale}.json'} beside it: the skill could hear nothing"
        for locale in listing.pages
        if not (MODELS / f"{locale}.json").exists()
    ]
