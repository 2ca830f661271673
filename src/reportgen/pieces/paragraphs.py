"""Paragraphs and lists: the author's prose, texts behind a label, facts in a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..brief.models import Line, Prose
from ..diagnostics import Source
from ..document import Block, BulletList, ListItem, Paragraph, ParagraphRole, Strong
from .inlines import Inlines, joined, plain


def prose(text: Prose | None) -> tuple[Block, ...]:
    """Return the blocks of a text; none where there is no text."""
    return text.blocks if text else ()


def leading_in(text: Prose | None) -> Iterator[Block]:
    """Return the blocks of a text that leads in what follows, its last paragraph kept together with that."""
    blocks = prose(text)
    yield from blocks[:-1]
    for block in blocks[-1:]:
        yield replace(block, role="lead-in") if isinstance(block, Paragraph) and block.role == "body" else block


def in_a_line(facts: Iterable[Inlines], source: Source, role: ParagraphRole = "body") -> Iterator[Paragraph]:
    """Return facts one after the other as a paragraph, parted by semicolons; nothing for none."""
    inlines = joined(facts, "; ", source)
    if inlines:
        yield Paragraph(inlines=inlines, role=role, source=source)


def run_in(title: Inlines, blocks: tuple[Block, ...], source: Source, end: str = ".") -> Iterator[Block]:
    """Return a text that begins with its title in bold, or under it where it begins with no paragraph.

    Nothing where there is no text.
    """
    if not blocks:
        return
    bold = Strong(inlines=(*title, *plain(end, source)), source=source)
    first = blocks[0]
    if isinstance(first, Paragraph) and first.role == "body":
        yield replace(first, inlines=(bold, *plain(" ", source), *first.inlines))
        yield from blocks[1:]
    else:
        yield Paragraph(inlines=(bold,), role="lead-in", source=source)
        yield from blocks


def under_label(label: str, text: Prose | Line | None, source: Source) -> Iterator[Block]:
    """Return a text that begins with its label in bold; nothing where there is no text."""
    blocks: tuple[Block, ...] = ()
    if isinstance(text, Line):
        blocks = (Paragraph(inlines=text.inlines, source=text.source),)
    yield from run_in(plain(label, source), blocks or prose(text if isinstance(text, Prose) else None), source, ":")


def bullets(items: Iterable[ListItem], source: Source) -> Iterator[BulletList]:
    """Return a list of items; nothing for none."""
    kept = tuple(items)
    if kept:
        yield BulletList(items=kept, source=source)


def item(inlines: Inlines, source: Source, *below: Block) -> ListItem:
    """Return an item of a list: a paragraph, and blocks under it."""
    return ListItem(blocks=(Paragraph(inlines=inlines, source=source), *below), source=source)


def listed(label: str, lines: tuple[Line, ...], source: Source) -> Iterator[Block]:
    """Return lines as a list under their label, one alone behind it; nothing for none."""
    if len(lines) > 1:
        bold = Strong(inlines=plain(f"{label}:", source), source=source)
        yield Paragraph(inlines=(bold,), role="lead-in", source=source)
        yield from bullets((item(line.inlines, line.source) for line in lines), source)
    else:
        yield from under_label(label, lines[0] if lines else None, source)
