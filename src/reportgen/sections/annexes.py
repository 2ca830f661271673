"""The annexes, each under a heading of its own, with the tables, charts and figures that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from ..brief.models import Annex, Brief
from ..document import Block, PageBreak, Paragraph, Section, Strong
from ..document.numbers import in_letters
from ..languages import Words
from . import SectionOptions, exhibits, plain, prose


class Options(SectionOptions):
    """How annexes are set apart from the memo; each has its own heading."""

    new_page: bool = False
    """Whether each begins a page."""
    marked: bool = False
    """Whether each bears the memo's marking under its heading, as if it were a document of its own."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the annexes, told apart by letters where there are several; nothing where there are none."""
    for at, annex in enumerate(brief.annexes):
        label = words.label("annex")
        if len(brief.annexes) > 1:
            label = words.patterns.annex_label.format(number=in_letters(at + 1, ascii_uppercase))
        yield from (PageBreak(source=annex.source),) if options.new_page else ()
        yield Section(
            heading=annex.title.inlines,
            blocks=(*_marking(annex, brief, options), *prose(annex.text), *exhibits(annex, brief, words)),
            numbered=False,
            number=f"{label}.",
            id=annex.id or "",
            label=label,
            source=annex.source,
        )


def _marking(annex: Annex, brief: Brief, options: Options) -> Iterator[Block]:
    banner = brief.markings.banner if brief.markings and options.marked else ""
    if banner:
        bold = Strong(inlines=plain(banner, annex.source), source=annex.source)
        yield Paragraph(inlines=(bold,), source=annex.source)
