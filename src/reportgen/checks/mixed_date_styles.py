"""Dates in two styles in one memo: 12 March 2026 and March 12, 2026."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document.passages import Passage
from . import CheckOptions, Finding, Review, one_of

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = one_of(_MONTHS)
_PATTERN = re.compile(rf"(?P<first>\b\d{{1,2}}\s+{_MONTH}\s+\d{{4}})|(?P<last>{_MONTH}\s+\d{{1,2}},\s+\d{{4}})")


Options = CheckOptions
"""The check has no options but its severity."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return one finding, at the first date in the style that is used less; nothing in languages other than English.

    Dates that section builders add follow the language file, not the author.
    """
    if review.document.meta.language.partition("-")[0] != "en":
        return
    found: dict[str, list[tuple[str, Passage, int, int]]] = {"first": [], "last": []}
    for passage in review.words.holding(_MONTHS):
        for match in _PATTERN.finditer(passage.plain):
            if review.is_authored(passage, match.start()):
                found[str(match.lastgroup)].append((match.group(), passage, *match.span()))
    if found["first"] and found["last"]:
        rare, common = sorted(found.values(), key=len)
        date, passage, start, end = rare[0]
        message = f"dates in two styles: '{date}' beside '{common[0][0]}'"
        yield Finding(message, passage.at(start, end), "keep to one of them")
