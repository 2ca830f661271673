"""Scenarios of which just one must come about, whose likelihoods do not add up to 100 percent."""

from __future__ import annotations

from collections.abc import Iterator

from . import CheckOptions, Finding, Level, Review


class Options(CheckOptions):
    """A final memo can't be made with likelihoods that do not add up."""

    final: Level | None = "error"


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding where the percents of exclusive scenarios can't add up to 100; nothing while one is open."""
    given = review.brief.scenarios
    percents = [case.likelihood.percent if case.likelihood else None for case in given.cases] if given else []
    if given and given.exclusive and percents and all(percents):
        low, high = sum(one[0] for one in percents if one), sum(one[1] for one in percents if one)
        if not low - 0.5 <= 100 <= high + 0.5:
            told = f"{low:g}" if low == high else f"{low:g} to {high:g}"
            message = f"these scenarios exclude one another, but their likelihoods add up to {told} percent"
            yield Finding(message, given.key_at("cases"), "they must add up to 100, or not be 'exclusive'")
