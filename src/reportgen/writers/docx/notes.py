"""Footnotes: the part that holds them (ECMA-376 17.11.15)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ...document import Block, Note, Paragraph
from .inlines import NOTE_MARK
from .place import Place
from .wml import DECLARED, XML
from .writing import Writing

SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
"""The rules above the footnotes of a page, and above those that go on from the page before."""

Write = Callable[[Iterable[Block], Place, Writing], str]


def notes_part(blocks: Write, writing: Writing) -> str:
    """Return the part with the footnotes whose marks have been set; nothing where there are none.

    `blocks` writes what a note holds.
    """
    if not writing.notes:
        return ""
    writing.in_note = True
    found = "".join([_note(number, *noted, blocks, writing) for number, noted in enumerate(writing.notes, 1)])
    return f"{XML}<w:footnotes {DECLARED}>{SEPARATORS}{found}</w:footnotes>"


def _note(number: int, note: Note, own_mark: str, blocks: Write, writing: Writing) -> str:
    """Return a footnote: its mark in its first paragraph, which is without words where a list or table comes first."""
    measure = writing.style.page.measure
    place = Place(measure).inside("note", measure)
    shown = f"<w:t>{own_mark}</w:t>" if own_mark else "<w:footnoteRef/>"
    mark = f"<w:r>{NOTE_MARK}{shown}</w:r>" + writing.run(" ", writing.words("note"), note.source)
    first, rest = note.blocks[:1], note.blocks[1:]
    if not (first and isinstance(first[0], Paragraph) and first[0].role == "body"):
        first, rest = (Paragraph(inlines=()),), note.blocks
    content = blocks(first, replace(place, lead=mark), writing) + blocks(rest, place, writing)
    return f'<w:footnote w:id="{number}">{content}</w:footnote>'
