"""Section builders: the parts of a memo, each made out of a brief.

A section builder is a module here, or a plug-in's in the entry-point group `reportgen.sections`, with

    Options                         a subclass of `SectionOptions`: what a template may set, and no more
    build(brief, options, words)    -> Iterator[Block]

It prints the author's prose as it is and invents nothing; where the brief has nothing for it, it yields nothing. Words
that it adds come from the template's options or from the language, never from its code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..brief.models import Line, Prose
from ..diagnostics import Source
from ..document import Block, Inline, Paragraph, Section, Text
from ..located import Closed


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
    heading: tuple[Inline, ...] = given.inlines if given else plain(word, source)
    content = tuple(blocks)
    if content or title:
        yield Section(heading=heading, blocks=(*_lead_in(options), *content), source=source)


def prose(text: Prose | None) -> tuple[Block, ...]:
    """Return the blocks of a text; none where there is no text."""
    return text.blocks if text else ()


def leading_in(text: Prose | None) -> Iterator[Block]:
    """Return the blocks of a text that leads in what follows, its last paragraph kept together with that."""
    blocks = prose(text)
    yield from blocks[:-1]
    for block in blocks[-1:]:
        yield replace(block, role="lead-in") if isinstance(block, Paragraph) and block.role == "body" else block


def _lead_in(options: HeadedOptions) -> Iterator[Block]:
    if options.lead_in:
        yield Paragraph(inlines=options.lead_in.inlines, role="lead-in", source=options.lead_in.source)


def plain(text: str, source: Source) -> tuple[Inline, ...]:
    """Return words of the language or of a vocabulary as inlines."""
    return (Text(text=text, source=source),)
