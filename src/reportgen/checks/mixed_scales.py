"""Likelihoods on several scales, or in both of ICD 203's rows of words, in one memo."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Likelihood, Scale, scale
from . import CheckOptions, Finding, Review

Options = CheckOptions
"""The check has no options but its severity."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return one finding, at the first likelihood that is not on the scale and in the row of the first one."""
    used: dict[tuple[str, int], Likelihood] = {}
    for likelihood in review.brief.likelihoods:
        measure = scale(likelihood.scale or review.brief.likelihood_scale)
        if likelihood.word:
            used.setdefault((measure.title, _row(measure, likelihood.word)), likelihood)
    if len(used) > 1:
        (first, _), (other, _) = list(used)[:2]
        second = list(used.values())[1]
        words = f"'{next(iter(used.values())).word}' and '{second.word}'"
        message = f"{words}: words of {first} and of {other} in one memo"
        if first == other:
            message = f"{words} are of different rows of {first}"
        yield Finding(message, second.source, "keep to one, or readers take the difference in words for one in meaning")


def _row(measure: Scale, word: str) -> int:
    """Return the row of words that a word is of; scales but ICD 203's have one."""
    if measure.name != "icd203":
        return 0
    return next(band.words.index(word.lower()) for band in measure.bands if word.lower() in band.words)
