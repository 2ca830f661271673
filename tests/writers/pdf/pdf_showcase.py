"""What the tests of the PDF writer write: the house style, small helpers, and a document that holds every node."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image

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

META = Meta(title="Reopening the crossing", language="en-GB", page_number="")
SENTENCE = "The delegations met on Monday and agreed on nothing but the date of their next meeting. "


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text=text),)


def para(*inlines: Inline | str, role: Any = "body") -> Paragraph:
    return Paragraph(
        inlines=tuple(Text(text=one) if isinstance(one, str) else one for one in inlines),
        role=role,
    )


def item(*blocks: Block | str) -> ListItem:
    return ListItem(blocks=tuple(para(one) if isinstance(one, str) else one for one in blocks))


def cell(*blocks: Block | str, **spans: Any) -> Cell:
    return Cell(blocks=tuple(para(one) if isinstance(one, str) else one for one in blocks), **spans)


def row(*cells: Cell | str) -> Row:
    return Row(cells=tuple(cell(one) if isinstance(one, str) else one for one in cells))


def table(*body: Row, columns: int = 2, caption: str = "") -> Table:
    return Table(
        columns=(Column(),) * columns,
        head=(row(*(f"Head{number}" for number in range(columns))),),
        body=body,
        caption=words(caption) if caption else (),
    )


def picture(width: int = 60, height: int = 30, resolution: float = 72, caption: str = "", kind: str = "PNG") -> Figure:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(file, kind)
    inlines = words(caption) if caption else ()
    return Figure(data=file.getvalue(), width=width, height=height, resolution=resolution, alt="Blue", caption=inlines)


def section(heading: str, *blocks: Block) -> Section:
    return Section(heading=words(heading), blocks=blocks)


def every_inline() -> Paragraph:
    return para(
        "Plain, ",
        Emphasis(inlines=words("stressed, ")),
        Strong(inlines=words("important, ")),
        Code(text="key: value, "),
        Link(inlines=words("a link, "), target="https://example.org/?a=1&b=2"),
        LineBreak(),
        Span(inlines=words("une dépêche, "), lang="fr-FR"),
        Span(inlines=words("not stated, "), role="missing"),
        Hole(label="never printed", text="[date to come]"),
    )


def showcase() -> tuple[Block, ...]:
    return (
        para("Policy memo", role="kicker"),
        para("Reopening the crossing", role="title"),
        FieldList(fields=(Field(label=words("To"), blocks=(para("The Minister"),)),)),
        Callout(heading=words("Bottom line"), blocks=(para("Agree to phase one."),)),
        section(
            "First level",
            every_inline(),
            para("What they ask for:", role="lead-in"),
            BulletList(items=(item("One"), item("Two"))),
            section("Second level", NumberedList(items=(item("Third"), item("Fourth")), start=3)),
        ),
        table(row("Left", "Right"), caption="Who wants what"),
        Quote(blocks=(para("We are ready."),)),
        picture(caption="Blue, in short"),
        Divider(),
        para("if x:\n\tgo", role="code"),
        para("The end."),
    )


def house_style(fallback: str = "", **changes: Any) -> Style:
    """Return the house style, with keys of its looks changed, `body={"size": "20pt"}`, or with other fallbacks."""
    path = Path(str(reportgen.__file__)).parent / "data" / "styles" / "house.yaml"
    text = path.read_text()
    if fallback:
        head, _, rest = text.partition("fallback:\n")
        text = f"{head}fallback:\n{fallback}\n{rest[rest.index('looks:') :]}"
    written = load("house.yaml", Workspace(files={"house.yaml": text}))
    for name, keys in changes.items():
        written["looks"][name.replace("_", "-")].update(keys)
    return validate(written, Style, Workspace(files={}))
