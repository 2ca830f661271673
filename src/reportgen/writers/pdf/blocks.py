"""Block nodes as flowables: one function for each, in the order of the document model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from ...document import (
    Block,
    BulletList,
    Callout,
    Cell,
    Divider,
    Field,
    FieldList,
    Figure,
    Inline,
    ListItem,
    Node,
    NumberedList,
    Paragraph,
    Quote,
    Section,
    Table,
)
from ...document.blocks import Align
from ...document.walk import text_of
from ...style import LookName
from ...style.columns import column_widths
from ...style.looks import heading_look
from .boxes import Boxed, BoxLook, Indented, Item, Mark, Picture, Rule
from .flow import Flowable, Stack
from .grid import Band, Grid, GridCell, GridLook
from .inlines import runs
from .looks import text_look
from .numbers import counted
from .tables import bands
from .text import Entry, TextFlowable, line_width, text_flowable
from .writing import Writing

RULE_DISTANCE = 4.0
"""The space in points between the last field of a list and the rule below it."""

TABULAR = ("tnum", "lnum")
"""What fonts are asked for in tables (OpenType tags): figures of one width and height."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the look of body text there, its depth in sections and in lists, how lines are aligned."""

    look: LookName = "body"
    section: int = 0
    list: int = 0
    align: Align = "left"


def flowables(blocks: Iterable[Block], place: Place, writing: Writing) -> list[Flowable]:
    """Return the flowables of some blocks, in reading order; none for none."""
    return [flowable for block in blocks for flowable in BLOCKS[type(block)](block, place, writing)]


def section(node: Section, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a heading, which the outline lists, and what stands under it."""
    entry = Entry(text_of(node.heading), place.section)
    yield _text(node, node.heading, heading_look(place.section + 1), place, writing, entry)
    yield from flowables(node.blocks, replace(place, section=place.section + 1), writing)


def paragraph(node: Paragraph, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a paragraph; body text in the look that the place gives it."""
    yield _text(node, node.inlines, place.look if node.role == "body" else node.role, place, writing)


def bullet_list(node: BulletList, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the items, each behind the bullet of its level."""
    bullet = writing.style.list.bullet(place.list + 1)
    yield from _items(node.items, [bullet] * len(node.items), place, writing)


def numbered_list(node: NumberedList, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the items, each behind its number in the form of its level."""
    form = writing.style.list.number(place.list + 1)
    marks = [f"{counted(number, form)}." for number in range(node.start, node.start + len(node.items))]
    yield from _items(node.items, marks, place, writing)


def field_list(node: FieldList, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a grid of labels and values over a rule."""
    look, half = writing.style.field_list, writing.style.look("field-value").after / 2
    label = look.label_width
    grid_look = GridLook(lambda width: (min(label, width / 2), max(width - label, width / 2)), 0.0, half)
    grid = Grid((), [_field(field, place, writing) for field in node.fields], grid_look)
    grid.node, grid.keep_with_next = node, True
    yield grid
    yield Rule(look.rule_width, writing.style.colour(look.rule), RULE_DISTANCE, look.after)


def table(node: Table, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the caption and the grid of a table."""
    style = writing.style
    shares = [column.share for column in node.columns]
    look = GridLook(
        lambda width: column_widths(shares, width),
        style.table.padding_x,
        style.table.padding_y,
        style.colour(style.table.rule),
        style.table.rule_width,
    )

    def fill(cell: Cell, column: int, head: bool = False) -> tuple[Flowable, str]:
        name: LookName = "table-head" if head or cell.header else "table-cell"
        inside = Place(name, place.section, align=node.columns[column].align)
        return Stack(flowables(cell.blocks, inside, writing)), style.colour(style.table.head_fill) if head else ""

    count = len(node.columns)
    head = bands(node.head, count, lambda cell, column: fill(cell, column, head=True))
    grid = Grid(head, bands(node.body, count, fill), look)
    grid.node, grid.before, grid.after = node, style.table.before, style.table.after
    yield from (_text(node, node.caption, "caption", place, writing),) if node.caption else ()
    yield grid


def figure(node: Figure, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a picture and its caption."""
    caption = _text(node, node.caption, "caption", place, writing)
    yield Picture(
        node=node,
        caption=caption,
        share=writing.style.figure_share,
        limit=writing.page_height,
        before=caption.before,
        after=writing.style.table.after,
    )


def quote(node: Quote, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the words of somebody else, between the indents of their look."""
    look = writing.style.look("quote")
    inside = Stack(flowables(node.blocks, Place("quote", place.section), writing))
    yield Indented(inside, look.left, look.right, node)


def callout(node: Callout, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a box with its heading and what it holds."""
    style, look = writing.style, writing.style.callout
    heading = [_text(node, node.heading, "callout-heading", place, writing)] if node.heading else []
    content = heading + flowables(node.blocks, Place("callout", place.section), writing)
    box = BoxLook(
        fill=style.colour(look.fill),
        bar=style.colour(look.bar),
        bar_width=look.bar_width,
        padding=look.padding,
        before=look.before,
        after=look.after,
    )
    yield Boxed(Stack(content), box, node)


def divider(node: Divider, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a short rule in the middle of the measure."""
    look = writing.style.divider
    yield Rule(look.rule_width, writing.style.colour(look.rule), look.around, look.around, look.length, node)


def _text(
    node: Node | None,
    words: Iterable[Inline],
    name: LookName,
    place: Place,
    writing: Writing,
    entry: Entry | None = None,
) -> TextFlowable:
    """Return the words of a node in the look of a role or place."""
    look = writing.style.look(name)
    if place.align != "left":
        look = replace(look, align=place.align)
    if name == "quote":  # its indents are those of the whole quote, of lists in it too
        look = replace(look, left=0.0, right=0.0)
    features = TABULAR if name in ("table-head", "table-cell") else ()
    found = runs(words, text_look(look, writing.style, features), writing)
    return text_flowable(found, look, writing.faces, node, entry)


def _items(items: Sequence[ListItem], marks: Sequence[str], place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the items of a list, indented by the widest of their marks or by the style's indent if that is more."""
    style, faces = writing.style, writing.faces
    name: LookName = "list-item" if place.look == "body" else place.look
    inside = replace(place, look=name, list=place.list + 1)
    look = text_look(style.look(name), style)
    widest = max((line_width(mark, look, faces) for mark in marks), default=0.0)
    indent = max(style.list.indent, widest + style.list.distance)
    base = _text(None, (), name, place, writing).base_line(indent)
    for item, mark in zip(items, marks, strict=True):
        content = Stack(flowables(item.blocks, inside, writing))
        flowable = Item(content, indent, Mark(mark, look, style.list.distance, faces), base, item)
        if item is items[-1] and name == "list-item" and not place.list:
            flowable.after = max(flowable.after, style.look("body").after)
        yield flowable


def _field(field: Field, place: Place, writing: Writing) -> Band:
    label = _text(field, field.label, "field-label", place, writing)
    value = Stack(flowables(field.blocks, Place("field-value", place.section), writing))
    return Band([(GridCell(label, 0), GridCell(value, 1))])


BLOCKS: Mapping[type[Node], Callable[[Any, Place, Writing], Iterator[Flowable]]] = MappingProxyType(
    {
        Section: section,
        Paragraph: paragraph,
        BulletList: bullet_list,
        NumberedList: numbered_list,
        FieldList: field_list,
        Table: table,
        Figure: figure,
        Quote: quote,
        Callout: callout,
        Divider: divider,
    }
)
"""What makes flowables of each block."""
