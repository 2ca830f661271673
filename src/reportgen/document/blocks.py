"""The block nodes: what stands under one another on a page, and the document that holds them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field
from math import inf
from typing import Any, Literal, TypeAlias

from ..diagnostics import Diagnostic
from ..frozen import dataclass
from .grid import grid
from .inlines import Inline, Node
from .visuals import Chart, Diagram

ParagraphRole = Literal["body", "title", "subtitle", "kicker", "lead-in", "table-note", "code"]
"""What a paragraph is: running text, the document's title, the line below it, the line above it that names the document
type, the sentence before a list or table (kept with it), the line below a table or figure that says where it comes from
(kept with that), or lines of literal text."""

Tone = Literal["plain", "good", "fair", "poor", "bad"]
"""How good or bad what a cell says is. Its words must say it as well: a colour alone says nothing to many."""

PagesForm = Literal["cover", "front", "columns", "landscape"]
"""The form of some pages: a cover without head and foot, front matter with roman numbers, two columns of text (which
need not begin a page), or sheets turned to be wider than high."""

ContentsOf = Literal["sections", "tables", "figures"]
Align = Literal["left", "center", "right"]
Status = Literal["draft", "final"]
HeadingNumbers = Literal["none", "decimal", "letters", "roman"]
Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Node):
    """A heading and what stands under it; its level is its depth of nesting, so levels can't be skipped.

    `number` is printed before the heading (`2.1`, `Annex A.`), `label` is how references name the section (`section
    2.1`); both are empty until `number-headings` gives them, and stay so where `numbered` is False.
    """

    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    numbered: bool = True
    number: str = ""
    id: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages(Node):
    """Blocks that stand on pages of a form of their own."""

    form: PagesForm
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Node):
    """Words that are set as one paragraph; `number` stands before it where paragraphs are counted through the text."""

    inlines: tuple[Inline, ...]
    role: ParagraphRole = "body"
    number: str = ""
    id: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Node):
    """The blocks of one item of a list; `label` is how references name it, with `{number}` for its number."""

    blocks: tuple[Block, ...]
    id: str = ""
    label: str = ""


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
    tone: Tone = "plain"

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
    id: str = ""
    label: str = ""

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
    id: str = ""
    label: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak(Node):
    """The end of a page, wherever the text has got to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry(Node):
    """One line of a contents list: the `target` it leads to, at a level from 1, with its number or label before it.

    `page` is what is printed on the target's page, empty until the document has been laid out.
    """

    target: str
    inlines: tuple[Inline, ...]
    level: int = 1
    number: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents(Node):
    """A list of the sections down to a depth, of the tables, or of the figures, under a heading that it does not list.

    Without entries until the transform `fill-contents` has found them; a writer prints nothing for none.
    """

    of: ContentsOf = "sections"
    depth: int = 2
    heading: tuple[Inline, ...] = ()
    entries: tuple[ContentsEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BibliographyEntry(Node):
    """One work: the `mark` that citations name it by (`[3]`; empty where they name its author), and its description."""

    id: str
    inlines: tuple[Inline, ...]
    mark: str = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bibliography(Node):
    """The works that the document rests on, in the order of the citation style."""

    entries: tuple[BibliographyEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Node):
    """One of the answers that a reader can give, and whether it has been given."""

    inlines: tuple[Inline, ...]
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine(Node):
    """Answers in a line, each with room to initial: `Approve ____ Disapprove ____ Discuss ____`."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock(Node):
    """Room to sign for each of some persons: their part (`Approved by`), a line, their names, and a line for the date.

    It is never parted, nor alone on a page. `date` is the word before the line for the date.
    """

    fields: tuple[Field, ...]
    date: tuple[Inline, ...] = ()


Block: TypeAlias = (
    Section
    | Pages
    | Paragraph
    | BulletList
    | NumberedList
    | FieldList
    | Table
    | Figure
    | Chart
    | Diagram
    | Quote
    | Callout
    | Divider
    | PageBreak
    | Contents
    | Bibliography
    | DecisionLine
    | SignatureBlock
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta(Node):
    """What is said about a document rather than in it.

    `language` is a BCP 47 tag; `running_head` is the title as heads and feet of pages have it, `date_text` and
    `status_text` are date and status in the language's words; `marking` stands along every page where it is not empty;
    `page_number` is the pattern of a page's number, with `{page}` and `{pages}` in it. `reference` is its number in a
    registry, `version` the one that it stands for; `decimal_mark` and `group_mark` stand in the numbers of charts.
    """

    title: str
    language: str
    direction: Direction = "ltr"
    status: Status = "draft"
    author: str = ""
    subject: str = ""
    date: datetime.date | None = None
    date_text: str = ""
    status_text: str = ""
    running_head: str = ""
    draft_mark: str = ""
    marking: str = ""
    reference: str = ""
    version: str = ""
    page_number: str = "{page}"
    decimal_mark: str = "."
    group_mark: str = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Node):
    """Something that can be cited: its id, its description, and its data in the fields of CSL-JSON.

    `own` says that the description is the author's own wording, which no citation style replaces.
    """

    id: str
    inlines: tuple[Inline, ...]
    own: bool = False
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """How a type of document counts and cites.

    `headings` counts sections 1, 1.1 (`decimal`), 1. a. (1) (`letters`) or I. A. 1. (`roman`); `paragraphs` counts
    those of running text through the whole; `captions` counts tables and figures. `citations` is a style of citing in
    CSL 1.0.1; where it is empty, a source's own words stand in the sentence. `acronyms` writes out those of the
    glossary where they are first used.
    """

    headings: HeadingNumbers = "none"
    paragraphs: bool = False
    captions: bool = True
    citations: str = ""
    acronyms: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Node):
    """A file that goes with a document in formats that can hold one: its name, its media type, and its bytes."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Node):
    """A whole memo: what it says, the works it may cite, the terms of its glossary, and how it counts and cites.

    `attachment` is the brief that it was made of, where that is to go with it, and `remarks` are what was found in it,
    where they are to stand at their places. `last_pages` has what is printed as the number of the last page of each
    kind of numbers, `arabic` or `roman`, for formats without pages of their own that tell them; empty where not known.
    """

    meta: Meta
    blocks: tuple[Block, ...]
    works: tuple[Work, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    conventions: Conventions = Conventions()
    attachment: Attachment | None = None
    remarks: tuple[Diagnostic, ...] = ()
    last_pages: Mapping[str, str] = field(default_factory=dict)
