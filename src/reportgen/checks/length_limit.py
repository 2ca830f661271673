"""A memo that is longer than its type allows."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Prose
from ..document.walk import lines_of
from ..located import Number
from . import CheckOptions, Finding, Level, Review


class Options(CheckOptions):
    """How many words and pages a memo, and how many words its summary may have; no limit where none is set."""

    final: Level | None = "error"
    words: Number | None = None
    """How many words the memo may have."""
    summary_words: Number | None = None
    """How many words the summary may have."""
    pages: Number | None = None
    """How many pages the PDF may have."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each limit of words that is passed."""
    words = sum(len(passage.text.split()) for passage in review.passages)
    if options.words is not None and words > options.words:
        yield Finding(f"the memo has {words} words", review.brief.title.source, _hint(words, options.words))
    summary = review.brief.summary
    words = _words(summary) if summary else 0
    if summary and options.summary_words is not None and words > options.summary_words:
        yield Finding(f"the summary has {words} words", summary.source, _hint(words, options.summary_words))


def check_pages(pages: int, options: Options) -> Iterator[Finding]:
    """Return a finding where a file has more pages than the limit."""
    if options.pages is not None and pages > options.pages:
        yield Finding(f"the memo has {pages} pages", hint=_hint(pages, options.pages))


def _words(text: Prose) -> int:
    return sum(len(line.split()) for block in text.blocks for line in lines_of(block))


def _hint(found: int, limit: float) -> str:
    return f"the limit is {limit:g}: cut {found - limit:g}"
