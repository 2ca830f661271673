"""A word of likelihood and a number that do not fit each other on the scale."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Likelihood, Scale, scale
from . import CheckOptions, Finding, Level, Review


class Options(CheckOptions):
    """A final memo can't be made with a word and a number at odds."""

    final: Level | None = "error"


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each likelihood whose percent lies outside its word's band, or where no word is for it."""
    for likelihood in review.brief.likelihoods:
        measure = scale(likelihood.scale or review.brief.likelihood_scale)
        if likelihood.percent:
            yield from _finding(likelihood, measure, *likelihood.percent)


def _finding(likelihood: Likelihood, measure: Scale, low: float, high: float) -> Iterator[Finding]:
    percent = f"{low:g}%" if low == high else f"{low:g}–{high:g}%"
    band = measure.band(likelihood.word) if likelihood.word else None
    if band and not (band.low <= low and high <= band.high):
        message = (
            f"{percent} is not '{likelihood.word}' on the scale {measure.title}: that is {band.low:g}–{band.high:g}%"
        )
        fits = next((one.words[0] for one in measure.bands if one.low <= low and high <= one.high), "")
        hint = f"write '{fits}', or another number" if fits else "give a number inside the band"
        yield Finding(message, likelihood.key_at("percent"), hint)
    elif not likelihood.word and low == high and not any(one.low <= low <= one.high for one in measure.bands):
        message = f"the scale {measure.title} has no word for {percent}"
        yield Finding(message, likelihood.key_at("percent"), "the gap is meant: round to the nearest band", "info")
