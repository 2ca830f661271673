"""Parts under a heading, and what a template may set for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..brief.models import Line
from ..diagnostics import Source
from ..document import Block, PageBreak, Paragraph, Section
from ..located import Closed
from .inlines import Inlines, plain


class SectionOptions(Closed):
    """What a template may set for a part; this one, nothing."""


class HeadedOptions(SectionOptions):
    """What a template may set for a part under a heading: the heading, and a sentence under it.

    With `new_page` the part begins a page.
    """

    heading: Line | None = None
    """The heading, if it is not to be the language's word; the author's own title comes first."""
    lead_in: Line | None = None
    """A sentence under the heading."""
    new_page: bool = False
    """Whether the part begins a page."""


def section(
    title: Line | None,
    options: HeadedOptions,
    word: str,
    blocks: Iterable[Block],
    source: Source,
    numbered: bool = True,
) -> Iterator[Block]:
    """Return blocks under the author's title, else the template's heading, else the language's word; nothing for none.

    The template's sentence stands first.
    """
    given = title or options.heading
    heading: Inlines = given.inlines if given else plain(word, source)
    content = tuple(blocks)
    if content or title:
        yield from (PageBreak(source=source),) if options.new_page else ()
        yield Section(heading=heading, blocks=(*_lead_in(options), *content), numbered=numbered, source=source)


def _lead_in(options: HeadedOptions) -> Iterator[Block]:
    if options.lead_in:
        yield Paragraph(inlines=options.lead_in.inlines, role="lead-in", source=options.lead_in.source)
