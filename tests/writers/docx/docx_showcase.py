"""What the tests of the DOCX writer write: the house style and a document that holds every node."""

from __future__ import annotations

import datetime
import struct
import zlib
from pathlib import Path
from typing import Any

import reportgen
from reportgen.document import (
    Block,
    BulletList,
    Callout,
    Cell,
    Code,
    Column,
    Divider,
    Emphasis,
    Field,
    FieldList,
    Figure,
    Hole,
    Inline,
    LineBreak,
    Link,
    ListItem,
    Meta,
    NumberedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from reportgen.located import load, validate
from reportgen.style import Style
from reportgen.workspace import Workspace

META = Meta(
    title="Reopening the crossing",
    language="en-GB",
    author="Policy Unit",
    subject="Talks in Geneva",
    date=datetime.date(2026, 11, 20),
    running_head="Memo: reopening the crossing",
    draft_mark="DRAFT",
    marking="TLP:AMBER",
    page_number="Page {page} of {pages}",
)


def words(text: str) -> tuple[Inline, ...]:
    """Return text as inlines."""
    return (Text(text=text),)


def para(text: str, role: Any = "body") -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph(inlines=words(text), role=role)


def item(*blocks: Block | str) -> ListItem:
    """Return an item of paragraphs or other blocks."""
    return ListItem(blocks=tuple(para(block) if isinstance(block, str) else block for block in blocks))


def row(*cells: Cell | str, header: bool = False) -> Row:
    """Return a row of cells, plain text where only that is given."""
    return Row(
        cells=tuple(Cell(blocks=(para(cell),), header=header) if isinstance(cell, str) else cell for cell in cells)
    )


def png(width: int = 4, height: int = 2) -> bytes:
    """Return a grey picture as PNG."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\x00" + b"\xb0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def mixed() -> Paragraph:
    """Return a paragraph with every inline in it."""
    return Paragraph(
        inlines=(
            Text(text="Plain & <b>not bold</b>, "),
            Emphasis(inlines=words("stressed, ")),
            Strong(inlines=(Text(text="important "), Emphasis(inlines=words("and stressed, ")))),
            Code(text="key: {{ value }} % \\, "),
            Link(inlines=words("a link"), target="https://example.org/?a=1&b=2"),
            LineBreak(),
            Span(inlines=words("une dépêche, "), lang="fr-FR"),
            Span(inlines=words("not stated, "), role="missing"),
            Hole(label="date", expects="a date", text="[date to come]"),
        )
    )


def table() -> Table:
    """Return a table with spans, alignment and lists in it."""
    tall = Cell(blocks=(para("Both sides"),), header=True, rows=2)
    wide = Cell(blocks=(para("Open in three phases"), BulletList(items=(item("trade"), item("people")))), columns=2)
    return Table(
        columns=(Column(share=2), Column(share=3), Column(align="right")),
        head=(row("Party", "Position", "Weight", header=True),),
        body=(Row(cells=(tall, wide)), row("No change", "3"), row("Neighbours", "", "12")),
        caption=words("Who wants what"),
    )


def showcase_blocks() -> tuple[Block, ...]:
    """Return every block, each with words of its own."""
    numbered = NumberedList(
        items=(
            item("Third", "Third, further on"),
            item("Fourth", BulletList(items=(item("Nested"), item("Nested too")))),
        ),
        start=3,
    )
    fields = FieldList(
        fields=(
            Field(label=words("To"), blocks=(para("The Minister"),)),
            Field(label=words("Through"), blocks=(para("The Director"), para("The Deputy Director"))),
            Field(label=words("Date"), blocks=(para("20 November 2026"),)),
        )
    )
    bottom_line = Callout(
        heading=words("Bottom line"),
        blocks=(para("Agree to phase one."), NumberedList(items=(item("Now"), item("Not later")))),
    )
    picture = Figure(data=png(), width=4, height=2, resolution=1, alt='A "grey" bar', caption=words("Grey, in short"))
    deep = Section(heading=words("Third level"), blocks=(Section(heading=words("Fourth level"), blocks=(mixed(),)),))
    return (
        para("Policy memo", "kicker"),
        para("Reopening the crossing", "title"),
        fields,
        bottom_line,
        Section(
            heading=words("First level"),
            blocks=(
                para("Running text that goes before."),
                para("What they ask for:", "lead-in"),
                BulletList(items=(item("One"), item("Two"))),
                Section(heading=words("Second level"), blocks=(numbered, table(), deep)),
            ),
        ),
        Quote(blocks=(para("We are ready."), BulletList(items=(item("Quoted item"),)))),
        picture,
        Divider(),
        para("if x:\n\tgo", "code"),
        para("The end."),
    )


def house_style() -> Style:
    """Return the house style."""
    workspace = Workspace(Path(str(reportgen.__file__)).parent)
    return validate(load("data/styles/house.yaml", workspace), Style, workspace)
