"""About the document: who publishes it, on whose behalf, and what it does not say; the template's own words."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Line, Prose
from ..document import Block, Divider, PageBreak, Section
from ..languages import Words
from . import SectionOptions, prose


class Options(SectionOptions):
    """The words, under a heading or else below a rule, and whether they begin a page."""

    heading: Line | None = None
    """The heading; without one a rule stands above the text."""
    text: Prose | None = None
    """The words."""
    new_page: bool = False
    """Whether they begin a page."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the template's words about the document; nothing where it has none."""
    text = options.text
    if text:
        yield from (PageBreak(source=text.source),) if options.new_page else ()
        if options.heading:
            heading = options.heading
            yield Section(heading=heading.inlines, blocks=text.blocks, numbered=False, source=heading.source)
        else:
            yield from () if options.new_page else (Divider(source=text.source),)
            yield from prose(text)
