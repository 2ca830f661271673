"""The contents: lists of the sections, of the tables and of the figures."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Line
from ..document import Block, Contents, ContentsOf
from ..languages import Words
from ..located import Number
from . import SectionOptions, plain


class Options(SectionOptions):
    """The lists in their order, and down to which depth sections are listed: 1 for those at the top alone."""

    heading: Line | None = None
    """The heading of the first list, if it is not to be the language's word."""
    of: tuple[ContentsOf, ...] = ("sections",)
    """What is listed, a list for each."""
    depth: Number = 2.0
    """Down to which depth sections are listed: 1 for those at the top alone."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a list for each kind of thing that is to be listed; what it lists is found later, and may be nothing."""
    headings = {"sections": "contents", "tables": "tables", "figures": "figures"}
    for at, of in enumerate(options.of):
        given = options.heading if at == 0 else None
        heading = given.inlines if given else plain(words.heading(headings[of]), brief.source)
        yield Contents(of=of, depth=int(options.depth), heading=heading, source=brief.source)
