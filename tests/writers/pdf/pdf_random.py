"""Random documents of all nodes, in which every word is told from every other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from pdf_showcase import picture

from reportgen.document import (
    Bibliography,
    BibliographyEntry,
    Block,
    BulletList,
    Callout,
    Cell,
    Choice,
    Citation,
    Cited,
    Column,
    Contents,
    ContentsEntry,
    DecisionLine,
    Divider,
    Emphasis,
    Field,
    FieldList,
    Figure,
    Inline,
    LineBreak,
    ListItem,
    Node,
    Note,
    NumberedList,
    PageBreak,
    Pages,
    Paragraph,
    Quote,
    Reference,
    Row,
    Section,
    SignatureBlock,
    Table,
    Text,
)

PICTURES = (picture(), picture(4000, 9000), picture(5000, 20))
FILLER = "lorem ipsum dolor sit amet consectetur "


@dataclass
class Maker:
    """Makes nodes by what it draws; `words` are those that must be read in the file, in no order."""

    draw: Any
    words: list[str] = field(default_factory=list)
    notes: int = 0

    def pick(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def count(self, most: int, least: int = 0) -> int:
        return self.draw(st.integers(least, most))

    def word(self) -> str:
        self.words.append(f"x{len(self.words)}x")
        return self.words[-1]

    def text(self) -> Text:
        filler = FILLER * self.pick(0, 0, 1, 5, 40)
        overlong = "z" * self.pick(0, 0, 0, 0, 300)
        return Text(text=f"{filler}{self.word()} {overlong} ")

    def inlines(self, depth: int) -> tuple[Inline, ...]:
        return tuple(self.inline(depth) for _ in range(self.count(3, 1)))

    def inline(self, depth: int) -> Inline:
        kind = self.pick("text", "text", "text", "note", "notes", "emphasis", "reference", "citation", "break")
        if kind == "note" and depth < 4:
            return self.note(depth)
        if kind == "notes" and depth < 2:
            return Emphasis(inlines=tuple(self.note(depth + 1) for _ in range(self.count(30))))
        if kind == "reference":
            return Reference(target=self.pick("there", "nowhere"), inlines=(self.text(),))
        if kind == "citation":
            return Citation(works=(Cited(work="work"),), inlines=(self.text(),))
        return LineBreak() if kind == "break" else self.text()

    def note(self, depth: int) -> Note:
        self.notes += 1
        number = self.notes
        return Note(number=number, blocks=self.blocks(depth + 2, 2))

    def paragraph(self, depth: int) -> Paragraph:
        role = self.pick("body", "body", "body", "lead-in", "table-note", "code", "title", "subtitle")
        number = self.word() if self.pick(*[False] * 4, True) else ""
        return Paragraph(inlines=self.inlines(depth), role=role, number=number)

    def blocks(self, depth: int, most: int = 3) -> tuple[Block, ...]:
        return tuple(self.block(depth) for _ in range(self.count(most, 1)))

    def block(self, depth: int) -> Block:
        if depth >= 4:
            return self.paragraph(depth)
        return getattr(self, f"a_{self.pick(*BLOCKS)}")(depth + 1)

    def a_paragraph(self, depth: int) -> Block:
        return self.paragraph(depth)

    def a_section(self, depth: int) -> Block:
        return Section(heading=self.inlines(depth), blocks=self.blocks(depth), id=self.pick("", "there"), number="1.1")

    def a_pages(self, depth: int) -> Block:
        form = self.pick("cover", "front", "columns", "columns", "landscape")
        return Pages(form=form, blocks=self.blocks(depth, 4))

    def a_list(self, depth: int) -> Block:
        items = tuple(ListItem(blocks=self.blocks(depth)) for _ in range(self.count(4, 1)))
        return BulletList(items=items) if self.pick(True, False) else NumberedList(items=items)

    def a_fields(self, depth: int) -> Block:
        return FieldList(fields=self.fields(depth))

    def fields(self, depth: int) -> tuple[Field, ...]:
        return tuple(Field(label=(self.text(),), blocks=self.blocks(depth, 1)) for _ in range(self.count(4, 1)))

    def a_table(self, depth: int) -> Block:
        columns = self.count(6, 1)
        head = Row(cells=tuple(Cell(blocks=(Paragraph(inlines=(self.text(),)),)) for _ in range(columns)))
        plain = [tuple(self.cell(depth) for _ in range(columns)) for _ in range(self.pick(0, 1, 4, 12))]
        wide = (Cell(blocks=self.blocks(depth, 1), columns=columns),)
        tall = [(Cell(blocks=self.blocks(depth, 1), rows=2), *(self.cell(depth) for _ in range(columns - 1)))]
        rows = (*plain, wide, *tall, tuple(self.cell(depth) for _ in range(columns - 1)))
        body = tuple(Row(cells=cells) for cells in rows)
        return Table(columns=(Column(),) * columns, head=(head,), body=body, caption=(self.text(),), label="Table 1")

    def cell(self, depth: int) -> Cell:
        return Cell(blocks=self.blocks(depth + 1, 1), tone=self.pick("plain", "good", "bad"))

    def a_figure(self, depth: int) -> Block:
        figure = self.pick(*PICTURES)
        kept = {name: getattr(figure, name) for name in ("data", "width", "height", "resolution", "alt")}
        return Figure(**kept, caption=self.inlines(depth))

    def a_quote(self, depth: int) -> Block:
        return Quote(blocks=self.blocks(depth))

    def a_callout(self, depth: int) -> Block:
        return Callout(heading=self.inlines(depth), blocks=self.blocks(depth))

    def a_break(self, depth: int) -> Block:
        return self.pick(Divider(), PageBreak())

    def a_contents(self, depth: int) -> Block:
        entries = tuple(
            ContentsEntry(target="there", inlines=(self.text(),), level=self.count(4, 1)) for _ in range(self.count(9))
        )
        return Contents(heading=(self.text(),) if entries else (), entries=entries)

    def a_bibliography(self, depth: int) -> Block:
        works = range(self.count(4, 1))
        return Bibliography(
            entries=tuple(
                BibliographyEntry(id="work", inlines=self.inlines(depth), mark=f"[{work}]", blocks=self.blocks(depth, 1))
                for work in works
            )
        )

    def a_decision(self, depth: int) -> Block:
        choices = (Choice(inlines=(self.text(),), chosen=self.pick(True, False)) for _ in range(self.count(4, 1)))
        return DecisionLine(choices=tuple(choices))

    def a_signature(self, depth: int) -> Block:
        return SignatureBlock(fields=self.fields(depth), date=(self.text(),) if False else ())


BLOCKS = (
    *("paragraph",) * 6,
    *("section", "pages", "list", "fields", "table", "figure", "quote", "callout"),
    *("break", "contents", "bibliography", "decision", "signature"),
)


@st.composite
def documents(draw: Any) -> tuple[tuple[Node, ...], list[str], int]:
    """Return blocks, the words that stand in them, and how many notes they have."""
    maker = Maker(draw)
    blocks = tuple(maker.block(0) for _ in range(maker.count(6, 1)))
    return blocks, maker.words, maker.notes
