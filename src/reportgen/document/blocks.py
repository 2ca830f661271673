"""The block nodes: what stands under one another on a page, and the document that holds them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from math import inf
from typing import Literal, TypeAlias

from .grid import grid
from .inlines import Inline, Node

ParagraphRole = Literal["body", "title", "kicker", "lead-in", "code"]
"""What a paragraph is: running text, the document's title, the line above it that names the document type, the sentence
before a list or table (kept with it), or lines of literal text."""

Align = Literal["left", "center", "right"]
Status = Literal["draft", "final"]
Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Node):
    """A heading and what stands under it; its level is its depth of nesting, so levels can't be skipped."""

    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Node):
    """Words that are set as one paragraph."""

    inlines: tuple[Inline, ...]
    role: ParagraphRole = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Node):
    """The blocks of one item of a list."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList(Node):
    """Items in no order of rank."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedList(Node):
    """Items counted from `start`."""

    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Node):
    """One labelled value: `To`, and who that is."""

    label: tuple[Inline, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldList(Node):
    """Labelled values under one another, as in the head of a memo."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Node):
    """A column of a table: how its cells are aligned, and its share of the width beside the other columns' shares.

    Raise ValueError for a share below 0, or one that is no number.
    """

    align: Align = "left"
    share: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.share < inf:
            raise ValueError("a column's share of the width is at least 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Node):
    """A cell of a table, covering so many columns and rows; `header` where it names its row or its columns.

    Raise ValueError where it would cover none.
    """

    blocks: tuple[Block, ...]
    header: bool = False
    columns: int = 1
    rows: int = 1

    def __post_init__(self) -> None:
        if self.columns < 1 or self.rows < 1:
            raise ValueError("a cell covers at least one column and one row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Node):
    """The cells that begin in one row of a table, from the left; none stands where a cell from above reaches down."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Node):
    """Rows of cells under at least one head row, which is repeated on each page.

    A cell of the head can't reach into the body. Raise ValueError where there is no column or no head, and for a cell
    that finds no room: a writer could only drop it.
    """

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    caption: tuple[Inline, ...] = ()

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table needs a column")
        if not self.head:
            raise ValueError("a table needs a head row")
        for rows in (self.head, self.body):
            grid(rows, len(self.columns))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Node):
    """A picture: its bytes (PNG or JPEG), its size in pixels and pixels per inch, and what it shows in words."""

    data: bytes
    width: int
    height: int
    resolution: float
    alt: str
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Node):
    """Somebody else's words, set apart."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Node):
    """A box that stands out, such as the bottom line, under a heading of its own that no contents list shows."""

    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Divider(Node):
    """A break of thought between paragraphs."""


Block: TypeAlias = (
    Section | Paragraph | BulletList | NumberedList | FieldList | Table | Figure | Quote | Callout | Divider
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta(Node):
    """What is said about a document rather than in it.

    `language` is a BCP 47 tag; `running_head` stands at the top of each page but the first, `marking` and
    `draft_mark` at the top of every page where they are not empty; `page_number` is the pattern of the page's foot,
    with `{page}` and `{pages}` in it.
    """

    title: str
    language: str
    direction: Direction = "ltr"
    status: Status = "draft"
    author: str = ""
    subject: str = ""
    date: datetime.date | None = None
    running_head: str = ""
    draft_mark: str = ""
    marking: str = ""
    page_number: str = "{page}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Node):
    """A whole memo."""

    meta: Meta
    blocks: tuple[Block, ...]
