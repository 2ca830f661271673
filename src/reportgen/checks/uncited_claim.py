"""A claim of fact that does not say where it can be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document.passages import Passage
from . import CheckOptions, Finding, Review

_CLAIM = re.compile(
    r"\b\d+(?:[.,]\d+)?\s*(?:%|percent|per cent|відсотк\w+)"
    r"|\b\d{1,3}(?:[,\u00a0\u202f]\d{3})+\b"
    r"|[“«„][^“”«»„]{12,}[”»“]"
)
_CITED = re.compile(r"\[@|\[\d+\]|\([^()]*\b(?:19|20)\d\d[a-z]?\b[^()]*\)|https?:")


Options = CheckOptions
"""The check has no options but its severity."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each territory whose control has no day or source, and for each paragraph with figures or a
    quotation and no citation.

    Of paragraphs nothing is said in memos that name no sources: their type may not ask for any.
    """
    conflict = review.brief.conflict
    for territory in conflict.territories if conflict else ():
        if territory.controller and not (territory.as_of and territory.sources):
            message = f"who controls '{territory.name.text}' is told without a day or a source"
            yield Finding(message, territory.name.source, "fill in 'as_of' and 'sources'")
    for passage in review.passages if review.brief.sources else ():
        yield from _claim(passage, review)


def _claim(passage: Passage, review: Review) -> Iterator[Finding]:
    found = None if passage.linked or _CITED.search(passage.text) else _CLAIM.search(passage.text)
    if found and passage.place == "text" and review.is_authored(passage, found.start()):
        message = f"'{found.group()[:40]}' is told without a source"
        yield Finding(message, passage.at(*found.span()), "cite the source, or link to it")
