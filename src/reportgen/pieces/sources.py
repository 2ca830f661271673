"""Sources in words: as the author cites them, else by what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..brief.models import Brief, CitedSource
from ..diagnostics import Source
from ..document import Link
from ..languages import Words, worded
from ..located import Scalar
from .inlines import Inlines, fact, joined, plain


def described(given: CitedSource, words: Words) -> Inlines:
    """Return a source as the author cites it, else field by field; its address where nothing else is known."""
    if given.citation:
        return given.citation.inlines
    date = worded(given.date, words) if given.date else ""
    title = given.title or given.csl.get("title")
    fields = (*given.author, title, given.container, given.publisher, given.place, given.number, date, given.pages)
    return plain(", ".join(str(one) for one in fields if one) or str(given.url), given.source)


def addressed(given: CitedSource, words: Words) -> Inlines:
    """Return a source as `described`, and its address behind that as a link."""
    told = described(given, words)
    if not given.url:
        return told
    link = (Link(inlines=plain(given.url, given.source), target=given.url, source=given.source),)
    return joined((told, link), " ", given.source) if given.citation or given.title else link


def cited(brief: Brief, sources: Iterable[Scalar], words: Words, source: Source) -> Iterator[Inlines]:
    """Return where something is said, as a fact; nothing where no source is named."""
    told = (described(brief.sources[key], words) for key in sources)
    yield from fact(words.label("sources"), joined(told, "; ", source), source)
