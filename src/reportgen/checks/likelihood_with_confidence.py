"""How likely something is and how sure we are of it, in one sentence: readers take one for the other (ICD 203)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import CheckOptions, Finding, Phrases, Review, one_of

_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…](?!\s|$)[^.!?…]*)*")
# "low confidence in the courts" is the voters', "high confidence in this judgment" the analyst's.
_OF_OTHERS = r"(?!\s+(?:in|among)\s+(?!(?:the|this|that|these|our)\s+(?:judg|assess|estimat|finding|conclusion)))"


class Options(CheckOptions):
    """The words of likelihood, and those of confidence."""

    likelihood: Phrases = {}
    """Words of likelihood."""
    confidence: Phrases = {}
    """Words of confidence."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each sentence that has both."""
    likelihood = re.compile(one_of(review.phrases(options.likelihood)), re.IGNORECASE)
    confidence = re.compile(one_of(review.phrases(options.confidence)) + _OF_OTHERS, re.IGNORECASE)
    for passage in review.words.holding(review.phrases(options.confidence)):
        if not confidence.search(passage.plain):
            continue
        for sentence in _SENTENCE.finditer(passage.plain):
            sure = confidence.search(passage.plain, *sentence.span())
            likely = likelihood.search(passage.plain, *sentence.span())
            if sure and likely:
                message = f"'{likely.group()}' and '{sure.group()}' stand in one sentence"
                hint = "say in one sentence how likely it is, and in another how sure you are and why"
                yield Finding(message, passage.at(*sure.span()), hint)
