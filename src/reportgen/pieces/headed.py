"""Parts under a heading, what a template may set for them, and the author's own sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..brief.models import Brief, Line, Subsection
from ..diagnostics import Source
from ..document import Block, Paragraph, Section
from ..located import Closed
from .inlines import Inlines, plain
from .paragraphs import prose


class SectionOptions(Closed):
    """What a template may set for a part; this one, nothing."""


class HeadedOptions(SectionOptions):
    """What a template may set for a part under a heading: the heading, and a sentence under it."""

    heading: Line | None = None
    lead_in: Line | None = None


def section(
    title: Line | None, options: HeadedOptions, word: str, blocks: Iterable[Block], source: Source
) -> Iterator[Section]:
    """Return blocks under the author's title, else the template's heading, else the language's word; nothing for none.

    The template's sentence stands first.
    """
    given = title or options.heading
    heading: Inlines = given.inlines if given else plain(word, source)
    content = tuple(blocks)
    if content or title:
        yield Section(heading=heading, blocks=(*_lead_in(options), *content), source=source)


def _lead_in(options: HeadedOptions) -> Iterator[Block]:
    if options.lead_in:
        yield Paragraph(inlines=options.lead_in.inlines, role="lead-in", source=options.lead_in.source)


def own_sections(sections: Iterable[Subsection]) -> Iterator[Section]:
    """Return sections of the author's own, and those under them."""
    for free in sections:
        below = tuple(own_sections(free.sections))
        yield Section(heading=free.title.inlines, blocks=(*prose(free.text), *below), source=free.source)


def own_sections_at(brief: Brief, side: str, part: str) -> Iterator[Section]:
    """Return the author's sections that stand before or after a part of the memo; nothing where there are none."""
    yield from own_sections(free for free in brief.sections if getattr(free, side) == part)
