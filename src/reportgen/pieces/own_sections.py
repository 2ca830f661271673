"""Sections of the author's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..brief.models import Brief, Subsection
from ..document import Section
from ..languages import Words
from .exhibits import exhibits
from .paragraphs import prose


def own_sections(sections: Iterable[Subsection], brief: Brief, words: Words) -> Iterator[Section]:
    """Return sections of the author's own with what they show, and those under them."""
    for free in sections:
        below = tuple(own_sections(free.sections, brief, words))
        blocks = (*prose(free.text), *exhibits(free, brief, words), *below)
        yield Section(heading=free.title.inlines, blocks=blocks, id=str(free.id or ""), source=free.source)


def own_sections_at(brief: Brief, side: str, part: str, words: Words) -> Iterator[Section]:
    """Return the author's sections that stand before or after a part of the memo; nothing where there are none."""
    yield from own_sections((free for free in brief.sections if getattr(free, side) == part), brief, words)
