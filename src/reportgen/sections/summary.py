"""The bottom line: what the addressee must know, in a box of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Line
from ..document import Block, Callout, Section
from ..languages import Words
from . import SectionOptions, plain


class Options(SectionOptions):
    """The bottom line's heading, if it is not to be the language's word, and whether it stands in a box."""

    heading: Line | None = None
    """The heading, if it is not to be the language's word."""
    boxed: bool = True
    """Whether it stands in a box."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the summary in a callout, or as an uncounted section; nothing where the brief has none."""
    if brief.summary:
        source = brief.summary.source
        heading = options.heading.inlines if options.heading else plain(words.heading("summary"), source)
        blocks = brief.summary.blocks
        if options.boxed:
            yield Callout(heading=heading, blocks=blocks, source=source)
        else:
            yield Section(heading=heading, blocks=blocks, numbered=False, source=source)
