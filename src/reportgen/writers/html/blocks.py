"""Block nodes as flow content: one function for each, in the order of the document model."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from ...document import (
    Bibliography,
    Block,
    BulletList,
    Callout,
    Chart,
    Contents,
    ContentsEntry,
    DecisionLine,
    Diagram,
    Divider,
    Field,
    FieldList,
    Figure,
    Inline,
    ListItem,
    Node,
    NumberedList,
    PageBreak,
    Pages,
    Paragraph,
    Quote,
    Section,
    SignatureBlock,
    Table,
)
from ...document.blocks import ParagraphRole
from .. import CAPTION_END, NUMBER_END
from .drawings import drawn
from .inlines import phrase
from .markup import element, escape
from .tables import table_parts
from .writing import Writing, anchor

LAST_HEADING = 6
"""The lowest heading that HTML has; the title is the first. Deeper sections say their level to screen readers alone."""

ELEMENTS: dict[ParagraphRole, str] = {"title": "h1", "code": "pre"}
"""The element of a paragraph by its role; `p` of all others."""

CHOSEN = {True: "☒", False: "☐"}


def flow(nodes: Iterable[Block], level: int, writing: Writing) -> str:
    """Return blocks under one another, `level` sections deep; nothing for none."""
    return "\n".join([BLOCKS[type(node)](node, level, writing) for node in nodes])


def section(node: Section, level: int, writing: Writing) -> str:
    """Return a heading of the level of its nesting, and what stands under it."""
    below = level + 1
    rank = below + 1
    number = _number(node.number)
    heading = writing.element(
        f"h{min(rank, LAST_HEADING)}",
        number + phrase(node.heading, writing),
        aria_level=rank if rank > LAST_HEADING else None,
        class_=f"heading-{min(below, 3)}",
    )
    content = f"{heading}\n{flow(node.blocks, below, writing)}"
    return element("section", content, id=_anchor(node.id), data_at=writing.at(node.source))


def pages(node: Pages, level: int, writing: Writing) -> str:
    """Return blocks whose form counts on paper and, for columns, on wide screens."""
    return element("div", flow(node.blocks, level, writing), class_=f"pages-{node.form}")


def paragraph(node: Paragraph, level: int, writing: Writing) -> str:
    """Return a paragraph; the title is the page's first heading, literal text keeps its lines."""
    name = ELEMENTS.get(node.role, "p")
    number = _number(node.number)
    role = node.role if node.role != "body" else "numbered" if node.number else ""
    return writing.element(
        name, number + phrase(node.inlines, writing), class_=role, id=_anchor(node.id), data_at=writing.at(node.source)
    )


def bullet_list(node: BulletList, level: int, writing: Writing) -> str:
    """Return items in no order."""
    return element("ul", _items(node.items, level, writing))


def numbered_list(node: NumberedList, level: int, writing: Writing) -> str:
    """Return items counted from the list's start."""
    return element("ol", _items(node.items, level, writing), start=node.start if node.start != 1 else None)


def field_list(node: FieldList, level: int, writing: Writing) -> str:
    """Return labels and their values as a list of descriptions (HTML 4.4.9)."""
    return element("dl", "\n".join(_field(field, level, writing) for field in node.fields), class_="fields")


def table(node: Table, level: int, writing: Writing) -> str:
    """Return a table under its caption; a wide one scrolls by itself, not the page."""
    name = writing.table()
    caption = _caption("caption", node.label, node.caption, writing)
    inside = table_parts(node, name, lambda cell: flow(cell.blocks, level, writing), writing)
    whole = element("table", caption + inside, class_=name, id=_anchor(node.id), data_at=writing.at(node.source))
    return element("div", whole, class_="scrolls", tabindex=0)


def figure(node: Figure, level: int, writing: Writing) -> str:
    """Return a picture, in the page itself, at the size that its resolution gives it."""
    kind = "png" if node.data.startswith(b"\x89PNG") else "jpeg"
    source = f"data:image/{kind};base64,{b64encode(node.data).decode('ascii')}"
    width, height = (round(pixels / node.resolution * 96) for pixels in (node.width, node.height))
    picture = element("img", src=source, alt=node.alt, width=width, height=height)
    return _figure(node, picture, writing)


def chart(node: Chart, level: int, writing: Writing) -> str:
    """Return numbers drawn over categories."""
    return _figure(node, drawn(node, writing), writing)


def diagram(node: Diagram, level: int, writing: Writing) -> str:
    """Return a time line, a scale or a graph."""
    return _figure(node, drawn(node, writing), writing)


def quote(node: Quote, level: int, writing: Writing) -> str:
    """Return somebody else's words."""
    return element("blockquote", flow(node.blocks, level, writing), data_at=writing.at(node.source))


def callout(node: Callout, level: int, writing: Writing) -> str:
    """Return a box with its heading, which is no heading of the page."""
    heading = writing.element("p", phrase(node.heading, writing), class_="callout-heading") if node.heading else ""
    inside = heading + flow(node.blocks, level, writing)
    return element("div", inside, class_="callout", role="note", data_at=writing.at(node.source))


def divider(node: Divider, level: int, writing: Writing) -> str:
    """Return a break of thought."""
    return element("hr", class_="divider")


def page_break(node: PageBreak, level: int, writing: Writing) -> str:
    """Return the end of a page, which only paper has."""
    return element("div", class_="page-break")


def contents(node: Contents, level: int, writing: Writing) -> str:
    """Return a list of links to the parts of the document; a page in a browser has no page numbers."""
    if not node.entries:
        return ""
    heading = writing.element("p", phrase(node.heading, writing), class_="contents-heading") if node.heading else ""
    entries = "".join(
        writing.element("li", _entry(entry, writing), class_=f"contents-{entry.level}") for entry in node.entries
    )
    return element("nav", heading + element("ul", entries, role="list"), class_="contents", role="doc-toc")


def bibliography(node: Bibliography, level: int, writing: Writing) -> str:
    """Return the works, each of which citations lead to."""
    entries = []
    for entry in node.entries:
        mark = _number(entry.mark)
        words = writing.element("p", mark + phrase(entry.inlines, writing))
        inside = words + flow(entry.blocks, level, writing)
        entries.append(writing.element("li", inside, id=anchor(entry.id), data_at=writing.at(entry.source)))
    return element("ul", "\n".join(entries), class_="bibliography", role="list")


def decision_line(node: DecisionLine, level: int, writing: Writing) -> str:
    """Return answers, each behind a box that is crossed where it has been given."""
    answers = (f"{CHOSEN[choice.chosen]}\u00a0{phrase(choice.inlines, writing)}" for choice in node.choices)
    return writing.element(
        "p", " ".join(element("span", answer, class_="choice") for answer in answers), class_="decision"
    )


def signature_block(node: SignatureBlock, level: int, writing: Writing) -> str:
    """Return room to sign for each of some persons."""
    date = writing.element("p", phrase(node.date, writing), class_="date") if node.date else ""
    signing = (element("div", _signing(field, date, level, writing), class_="signing") for field in node.fields)
    return element("div", "\n".join(signing), class_="signatures")


def _signing(field: Field, date: str, level: int, writing: Writing) -> str:
    label = writing.element("p", phrase(field.label, writing), class_="field-label")
    return label + element("div", class_="rule") + flow(field.blocks, level, writing) + date


def _items(items: Iterable[ListItem], level: int, writing: Writing) -> str:
    return "\n".join(
        writing.element("li", flow(item.blocks, level, writing), id=_anchor(item.id), data_at=writing.at(item.source))
        for item in items
    )


def _field(field: Field, level: int, writing: Writing) -> str:
    label = writing.element("dt", phrase(field.label, writing))
    value = writing.element("dd", flow(field.blocks, level, writing))
    return element("div", label + value, data_at=writing.at(field.source))


def _figure(node: Figure | Chart | Diagram, picture: str, writing: Writing) -> str:
    caption = _caption("figcaption", node.label, node.caption, writing)
    return element("figure", picture + caption, id=_anchor(node.id), data_at=writing.at(node.source))


def _caption(name: str, label: str, caption: tuple[Inline, ...], writing: Writing) -> str:
    """Return a caption behind its label; nothing where there are neither."""
    words = phrase(caption, writing)
    named = element("span", escape(label), class_="label") + (CAPTION_END if words else "") if label else ""
    return writing.element(name, named + words) if named or words else ""


def _entry(entry: ContentsEntry, writing: Writing) -> str:
    number = _number(entry.number)
    return element("a", number + phrase(entry.inlines, writing), href=f"#{anchor(entry.target)}")


def _number(number: str) -> str:
    """Return a number before what it counts; nothing for none."""
    return element("span", escape(number), class_="number") + NUMBER_END if number else ""


def _anchor(id: str) -> str | None:
    return anchor(id) if id else None


BLOCKS: Mapping[type[Node], Callable[[Any, int, Writing], str]] = MappingProxyType(
    {
        Section: section,
        Pages: pages,
        Paragraph: paragraph,
        BulletList: bullet_list,
        NumberedList: numbered_list,
        FieldList: field_list,
        Table: table,
        Figure: figure,
        Chart: chart,
        Diagram: diagram,
        Quote: quote,
        Callout: callout,
        Divider: divider,
        PageBreak: page_break,
        Contents: contents,
        Bibliography: bibliography,
        DecisionLine: decision_line,
        SignatureBlock: signature_block,
    }
)
"""What writes each block."""
