"""Two recommended actions that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import CheckOptions, Finding, Level, Phrases, Review


class Options(CheckOptions):
    """Words that make no difference."""

    severity: Level = "info"
    ignore: Phrases = {}


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each action that has the same words as an earlier one, in whatever order."""
    ignored = set(review.phrases(options.ignore))
    seen: dict[frozenset[str], int] = {}
    given = review.brief.recommendations
    for number, action in enumerate(given.actions if given else (), start=1):
        words = frozenset(re.findall(r"\w+", action.text.text.lower())) - ignored
        if words in seen:
            message = f"this action says the same as the {_ordinal(seen[words])}"
            yield Finding(message, action.text.source, "merge the two, or say what tells them apart")
        seen.setdefault(words, number)


def _ordinal(number: int) -> str:
    """Return a number as a place in a row: `1st`, `12th`."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
