"""Manifest: listing and endpoint -> skill.json.

Fields: https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skill.catalog.catalog import Catalog
from skill.package.listing import Listing, Page

SMALL, LARGE = "assets/images/icon-108.png", "assets/images/icon-512.png"
"""Where the icons stand in the package."""


def manifest(listing: Listing, catalog: Catalog, endpoint: Mapping[str, str] | None) -> dict[str, Any]:
    """In: what the store is told, the catalog with the lines it names, and the endpoint. Out: skill.json as values.

    Without an endpoint the skill can be made, and nothing answers yet. Amazon refuses a function that does not exist:
    https://github.com/alexa/ask-cli/issues/365
    """
    store = listing.store
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": {
                "category": store.category,
                "distributionMode": "PUBLIC",
                "isAvailableWorldwide": False,
                "distributionCountries": list(store.countries),
                "testingInstructions": store.testing.plain(catalog.place("en-US")),
                "locales": {locale: _page(locale, page, catalog) for locale, page in listing.pages.items()},
            },
            "privacyAndCompliance": {
                "allowsPurchases": store.privacy.allows_purchases,
                "usesPersonalInfo": store.privacy.uses_personal_info,
                "isChildDirected": store.privacy.is_child_directed,
                "isExportCompliant": store.privacy.is_export_compliant,
                "containsAds": store.privacy.contains_ads,
                "usesHealthInfo": store.privacy.uses_health_info,
                "locales": {locale: _pages_to_read(page) for locale, page in listing.pages.items()},
            },
            "apis": {"custom": {} if endpoint is None else {"endpoint": dict(endpoint)}},
        }
    }


def _page(locale: str, page: Page, catalog: Catalog) -> dict[str, Any]:
    return {
        "name": page.name,
        "summary": page.summary,
        "description": page.description.plain(catalog.place(locale)),
        "examplePhrases": list(page.examples),
        "keywords": list(page.keywords),
        "smallIconUri": f"file://{SMALL}",
        "largeIconUri": f"file://{LARGE}",
    }


def _pages_to_read(page: Page) -> dict[str, str]:
    urls = {"privacyPolicyUrl": page.privacy_policy_url, "termsOfUseUrl": page.terms_of_use_url}
    return {name: url for name, url in urls.items() if url}
