"""A whole document as the tests of the DOCX writer write it: what is counted, pointed to, cited, listed and signed."""

from __future__ import annotations

from typing import Any

from docx_showcase import META, item, para, png, row, words

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
    Conventions,
    DecisionLine,
    Document,
    Emphasis,
    Field,
    Figure,
    Link,
    ListItem,
    Note,
    NumberedList,
    PageBreak,
    Pages,
    Paragraph,
    Reference,
    Row,
    Section,
    SignatureBlock,
    Table,
    Text,
)


def note(number: int, *blocks: Block | str) -> Note:
    """Return a footnote of paragraphs or other blocks."""
    return Note(blocks=tuple(para(block) if isinstance(block, str) else block for block in blocks), number=number)


def line(*inlines: Any, **given: Any) -> Paragraph:
    """Return a paragraph of inlines, plain text where only that is given."""
    found = tuple(Text(text=one) if isinstance(one, str) else one for one in inlines)
    return Paragraph(inlines=found, **given)


def reference(target: str, label: str) -> Reference:
    """Return a reference with the words of a label."""
    return Reference(target=target, inlines=words(label))


def counted_table() -> Table:
    """Return a table with a label, toned cells and notes in its head and its body."""
    head = Row(cells=(Cell(blocks=(line("Side", note(2, "Of the line.")),), header=True), *row("Sign").cells))
    good = Cell(blocks=(line("Good", note(3, "So far.")),), tone="good")
    return Table(
        columns=(Column(), Column()),
        head=(head,),
        body=(Row(cells=(*row("North").cells, good)), row("South", "Poor")),
        caption=words("Signs on both sides"),
        id="signs",
        label="Table 1",
    )


def sections() -> tuple[Block, ...]:
    """Return counted sections, the last of them an annex that Word would count otherwise."""
    items = (ListItem(blocks=(para("Open it"),)), ListItem(blocks=(para("Staff it"),), id="staff"))
    first = Section(
        heading=(*words("Background"), note(1, line("See ", Link(inlines=words("here"), target="https://a.org")))),
        blocks=(
            line("As ", reference("signs", "Table 1"), " says, and ", reference("map", "Figure 1"), " shows."),
            counted_table(),
            para("Source: field notes", "table-note"),
            Section(heading=words("The line"), number="1.1", id="line", label="section 1.1", blocks=(para("Text."),)),
        ),
        number="1",
        id="background",
        label="section 1",
    )
    second = Section(
        heading=words("Proposal"),
        blocks=(
            line(
                "See ",
                reference("line", "section 1.1"),
                ", ",
                reference("staff", "step 2"),
                " and ",
                reference("annex", "Annex A"),
                ".",
            ),
            NumberedList(items=items),
            line("As ", Citation(works=(Cited(work="un"),), inlines=words("[1]")), " has it."),
            Callout(
                heading=words("Bottom line"),
                blocks=(line("Agree", note(4, "In full.", BulletList(items=(item("now"),)))),),
            ),
            Figure(
                data=png(),
                width=4,
                height=2,
                resolution=2,
                alt="Map",
                caption=words("The line"),
                id="map",
                label="Figure 1",
            ),
            Section(heading=words("Aside"), blocks=(para("Not counted."),), numbered=False),
        ),
        number="2",
        id="proposal",
        label="section 2",
    )
    annex = Section(
        heading=words("Terms"),
        blocks=(Section(heading=words("Of art"), blocks=(para("None."),), number="A.1"),),
        number="Annex A.",
        id="annex",
        label="Annex A",
    )
    return first, second, annex


def contents() -> tuple[Contents, ...]:
    """Return a list of the sections and one of the tables."""
    lines = (
        ContentsEntry(target="background", inlines=words("Background"), number="1", page="1"),
        ContentsEntry(target="line", inlines=words("The line"), number="1.1", level=2, page="1"),
        ContentsEntry(target="proposal", inlines=words("Proposal"), number="2", page="2"),
        ContentsEntry(target="annex", inlines=words("Terms"), number="Annex A.", page="3"),
    )
    tables = (ContentsEntry(target="signs", inlines=words("Signs on both sides"), number="Table 1.", page="1"),)
    return (
        Contents(heading=words("Contents"), entries=lines),
        Contents(of="tables", heading=words("Tables"), entries=tables),
    )


def whole_blocks() -> tuple[Block, ...]:
    """Return a document from its cover to its signatures."""
    works = (
        BibliographyEntry(
            id="un",
            mark="[1]",
            inlines=(*words("UN, "), Emphasis(inlines=words("Report"))),
            blocks=(para("On the line."),),
        ),
        BibliographyEntry(id="eu", mark="[2]", inlines=words("EU, Note")),
    )
    choices = (
        Choice(inlines=words("Approve"), chosen=True),
        Choice(inlines=words("Disapprove")),
        Choice(inlines=words("Discuss")),
    )
    persons = (
        Field(label=words("Approved by"), blocks=(para("A. Director"), para("Director"))),
        Field(label=words("Seen by"), blocks=(para("B. Deputy"),)),
    )
    return (
        Pages(
            form="cover", blocks=(para("Reopening the crossing", "title"), para("A plan in three phases", "subtitle"))
        ),
        Pages(form="front", blocks=contents()),
        *sections(),
        Pages(form="columns", blocks=(para("Two columns of text. " * 30),)),
        Pages(form="landscape", blocks=(counted_again(), PageBreak(), para("A wide page."))),
        PageBreak(),
        Bibliography(entries=works),
        DecisionLine(choices=choices),
        SignatureBlock(fields=persons, date=words("Date")),
    )


def counted_again() -> Table:
    """Return a second table."""
    head = (row("a", "b", header=True),)
    return Table(
        columns=(Column(), Column()),
        head=head,
        body=(row("c", "d"),),
        label="Table 2",
        id="second",
        caption=words("More"),
    )


def whole() -> Document:
    """Return that document."""
    return Document(meta=META, blocks=whole_blocks(), conventions=Conventions(headings="decimal"))
