"""A link that leads nowhere, tells on its reader, or does not say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from ..document import Link
from ..document.walk import text_of
from . import CheckOptions, Finding, Phrases, Review

_PRIVATE = r"(?:0|10|127)(?:\.\d+){3}|(?:192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+){2}"
_FAULTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        rf"(?i:https?)://(?:localhost|{_PRIVATE}|\[::1\])(?:[:/]|$)": (
            "leads to a machine that readers can't reach",
            "give the public address",
        ),
        r"https?://[^/]+\.(?:local|internal|test)(?:[:/]|$)": (
            "leads to a machine that readers can't reach",
            "give the public address",
        ),
        r"https?://(?:[\w-]+\.)*example\.(?:com|org|net)(?:[:/]|$)": (
            "is an address for examples only",
            "give the real address",
        ),
        r"https?://[^/.]+(?:[:/]|$)": ("has no domain", "give the whole address"),
        r".*\s": ("has a blank in it", "write %20 for it"),
        r".*[?&](?:utm_\w+|fbclid|gclid|mc_eid)=": ("tells a third party who reads it", "cut off what follows '?'"),
    }
)
"""Patterns of addresses, with what is wrong with them and what to do."""

_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})(?:/\S*)?")
_FILE = re.compile(r"[\w-]+\.(?:csv|docx?|html?|json|odt|pdf|pptx?|txt|xlsx?|xml|ya?ml|zip)", re.IGNORECASE)


class Options(CheckOptions):
    """Words that say nothing of where a link leads."""

    empty: Phrases = {}
    """Words that say nothing of where a link leads."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each dubious link; no address is visited."""
    empty = {phrase.lower() for phrase in review.phrases(options.empty)}
    for node in review.nodes:
        if isinstance(node, Link):
            words = text_of(node.inlines).strip()
            said = next((said for pattern, said in _FAULTS.items() if re.match(pattern, node.target)), None)
            if said:
                yield Finding(f"the link '{node.target}' {said[0]}", node.source, said[1])
            elif words.lower().strip(" .,:") in empty:
                hint = "let the link's words tell what it leads to: some readers hear them alone"
                yield Finding(f"the link '{words}' does not say where it leads", node.source, hint)
            elif _leads_elsewhere(words, node.target):
                yield Finding(
                    f"the link says '{words}' but leads to '{node.target}'", node.source, "make both the same"
                )
            elif node.target.startswith("http://"):
                hint = "write https:// if the site has it"
                yield Finding(f"the link '{node.target}' is not encrypted", node.source, hint, at_most="info")


def _leads_elsewhere(words: str, target: str) -> bool:
    """Return whether a link's words are an address of another host than the one that it leads to."""
    said = _ADDRESS.fullmatch(words)
    host = (urlsplit(target).hostname or "").removeprefix("www.")
    return bool(said and host and said[1].lower() != host and not _FILE.fullmatch(words))
