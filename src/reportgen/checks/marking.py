"""Markings that are missing, over, or at odds with one another."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Markings
from ..located import PlainTexts
from . import CheckOptions, Finding, Level, Review


class Options(CheckOptions):
    """Whether a memo of this type must be marked, and which caveats exclude each other."""

    final: Level | None = "error"
    required: bool = False
    """Whether a memo of this type must be marked."""
    exclusive: tuple[PlainTexts, ...] = ()
    """Lists of caveats of which a memo may have one, by their first words."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each fault of the markings; reportgen is no classification authority and judges no text."""
    markings = review.brief.markings
    if markings is None or not markings.banner:
        if options.required:
            hint = "add 'markings:' with a classification or a TLP label"
            yield Finding("the memo has no marking, which this type must have", review.brief.title.source, hint)
        return
    yield from _embargo(markings, review)
    if markings.tlp == "CLEAR" and markings.classification and markings.classification.rank:
        message = f"TLP:CLEAR lets everybody read what is {markings.classification.level}"
        yield Finding(message, markings.key_at("tlp"), "take one of the two away")
    for words in options.exclusive:
        both = [caveat for caveat in markings.caveats if caveat.startswith(words)]
        if len({next(word for word in words if one.startswith(word)) for one in both}) > 1:
            message = f"'{both[0]}' and '{both[1]}' can't both be meant"
            yield Finding(message, markings.key_at("caveats"), "take one of the two away")


def _embargo(markings: Markings, review: Review) -> Iterator[Finding]:
    date = review.brief.date
    if markings.embargo and date and markings.embargo.until[:10] < date.isoformat():
        message = f"the embargo ended on {markings.embargo.until[:10]}, before the memo's date"
        yield Finding(message, markings.embargo.source, "take it away, or check both days")
