"""Block nodes as flowables: one function for each, in the order of the document model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from ...document import (
    Bibliography,
    Block,
    BulletList,
    Callout,
    Cell,
    Contents,
    DecisionLine,
    Divider,
    Field,
    FieldList,
    Figure,
    Inline,
    ListItem,
    Node,
    Note,
    NumberedList,
    PageBreak,
    Pages,
    Paragraph,
    Quote,
    Section,
    SignatureBlock,
    Table,
)
from ...document.walk import text_of
from ...style import LookName, Style
from ...style.columns import column_widths
from ...style.looks import heading_look
from .. import NUMBER_END
from .boxes import Anchored, Boxed, BoxLook, Indented, Item, Picture, Rule
from .contents import contents
from .flow import Flowable, PageEnd, Stack
from .grid import Band, Grid, GridCell, GridLook
from .layout import Sheets
from .looks import text_look
from .notes import Footnote
from .numbers import counted
from .paragraphs import Place, behind_number, hanging, in_one_line, number_room, set_caption, set_words
from .signing import ToFillIn, Whole, decision_line
from .tables import bands
from .text import Entry
from .writing import Writing

RULE_DISTANCE = 4.0
"""The space in points between the last field of a list and the rule below it."""

NOTE_DISTANCE = 4.0
"""The space in points between a table or figure and the note below it."""

SIGNATURE_GAP = 28.0
"""The space in points between the rules that two persons sign on."""

SIGNATURE_HEIGHT = 34.0
DATE_HEIGHT = 22.0
"""The height in points of the room to sign, and of that to write a date."""


def flowables(blocks: Iterable[Block], place: Place, writing: Writing) -> list[Flowable]:
    """Return the flowables of some blocks, in reading order; none for none."""
    return [flowable for block in blocks for flowable in BLOCKS[type(block)](block, place, writing)]


def section(node: Section, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a heading, which the outline lists, and what stands under it."""
    entry = Entry(" ".join(filter(None, (node.number, text_of(node.heading)))), place.section)
    number = node.number and node.number + NUMBER_END
    look = heading_look(place.section + 1)
    yield _anchored(set_words(node, node.heading, look, place, writing, entry, number), node.id)
    yield from flowables(node.blocks, replace(place, section=place.section + 1), writing)


def pages(node: Pages, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the blocks on pages of their form; inside another block they stand where it does."""
    if place.nested:
        yield from flowables(node.blocks, place, writing)
    else:
        form = writing.form.within(node.form)
        yield Sheets(flowables(node.blocks, place, writing.on(form)), form)


def paragraph(node: Paragraph, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a paragraph, behind its number if it has one; body text in the look that the place gives it."""
    name: LookName = place.look if node.role == "body" else node.role
    text = set_words(node, node.inlines, name, place, writing)
    if node.role == "table-note":
        text.keep_with_previous = text.close = True
        text.before = max(text.before, NOTE_DISTANCE)
    yield _anchored(behind_number(text, node.number, place, writing), node.id)


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
        inside = Place(name, place.section, align=node.columns[column].align, nested=True)
        return Stack(flowables(cell.blocks, inside, writing)), _ground(cell, head, style)

    count = len(node.columns)
    head = bands(node.head, count, lambda cell, column: fill(cell, column, head=True))
    grid = Grid(head, bands(node.body, count, fill), look)
    grid.node, grid.before, grid.after = node, style.table.before, style.table.after
    caption = set_caption(node, place, writing)
    yield from (_anchored(caption, node.id), grid) if caption else (_anchored(grid, node.id),)


def figure(node: Figure, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a picture and its caption."""
    caption = set_caption(node, place, writing) or set_words(node, (), "caption", place, writing)
    picture = Picture(
        node=node,
        caption=caption,
        share=writing.style.figure_share,
        limit=writing.page_height,
        before=caption.before,
        after=writing.style.table.after,
    )
    yield _anchored(picture, node.id)


def quote(node: Quote, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the words of somebody else, between the indents of their look."""
    look = writing.style.look("quote")
    inside = Stack(flowables(node.blocks, Place("quote", place.section, nested=True), writing))
    yield Indented(inside, look.left, look.right, node)


def callout(node: Callout, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a box with its heading and what it holds."""
    style, look = writing.style, writing.style.callout
    heading = [set_words(node, node.heading, "callout-heading", place, writing)] if node.heading else []
    content = heading + flowables(node.blocks, Place("callout", place.section, nested=True), writing)
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


def page_break(node: PageBreak, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the end of a page."""
    yield PageEnd(node)


def bibliography(node: Bibliography, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the works, each behind its mark if it has one, with what is said about it below."""
    resolved = writing.style.look("bibliography")
    look = text_look(resolved, writing.style)
    marks = [hanging(entry.mark, look, writing) for entry in node.entries if entry.mark]
    indent = max([resolved.left, *(mark.room for mark in marks)])
    inside = Place("bibliography", place.section, nested=True)
    for entry in node.entries:
        text = set_words(entry, entry.inlines, "bibliography", place, writing, hung=bool(entry.mark))
        content = Stack([text, *flowables(entry.blocks, inside, writing)])
        if entry.mark:
            base = text.base_line(writing.measure)
            yield _anchored(Item(content, indent, hanging(entry.mark, look, writing), base, entry), entry.id)
        else:
            yield _anchored(content, entry.id)


def signature_block(node: SignatureBlock, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return room to sign, for two persons beside one another."""
    digits, gap = writing.style.colour("ink"), SIGNATURE_GAP
    look = GridLook(lambda width: ((width - gap) / 2, gap, (width - gap) / 2), 0.0, 0.0)
    pairs = []
    for pair in (node.fields[start : start + 2] for start in range(0, len(node.fields), 2)):
        heads = [set_words(field, field.label, "field-label", place, writing) for field in pair]
        rooms = [Stack([*_room_to_sign(field, node.date, digits, place, writing)]) for field in pair]
        pairs.append(Grid((), [Band([_beside(heads), _beside(rooms)])], look))
        pairs[-1].before = pairs[-1].after = SIGNATURE_GAP / 2
    yield Whole(Stack(pairs), node)


def footnote(node: Note, writing: Writing) -> Footnote:
    """Return a footnote, behind its number."""
    resolved = writing.style.look("note")
    look = text_look(resolved, writing.style)
    widest = hanging("0" * len(str(writing.facts.notes)), look, writing)
    place = Place("note", nested=True)
    content = Stack(flowables(node.blocks, place, writing))
    base = set_words(None, (), "note", place, writing).base_line(writing.measure)
    item = Item(content, widest.room, hanging(str(node.number), look, writing), base, node)
    item.after = resolved.after
    return Footnote(node, item, writing.measure, resolved.leading)


def _items(items: Sequence[ListItem], marks: Sequence[str], place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the items of a list, indented by the widest of their marks or by the style's indent if that is more."""
    style = writing.style
    name: LookName = "list-item" if place.look == "body" else place.look
    inside = replace(place, look=name, list=place.list + 1, nested=True)
    look = text_look(style.look(name), style)
    indent = max([style.list.indent, *(hanging(mark, look, writing).room for mark in marks)])
    base = set_words(None, (), name, place, writing).base_line(indent)
    outer = number_room(writing) if place.look == "body" and not place.nested else 0.0
    for item, mark in zip(items, marks, strict=True):
        content = Stack(flowables(item.blocks, inside, writing))
        flowable: Flowable = Item(content, indent, hanging(mark, look, writing), base, item)
        if item is items[-1] and name == "list-item" and not place.list:
            flowable.after = max(flowable.after, style.look("body").after)
        yield _anchored(Indented(flowable, outer, 0.0) if outer else flowable, item.id)


def _anchored(flowable: Flowable, target: str) -> Flowable:
    """Return a flowable to which links with its id lead, as it is without one."""
    return Anchored(flowable, target) if target else flowable


def _ground(cell: Cell, head: bool, style: Style) -> str:
    """Return the ground of a cell: that of the head, or that of its tone; empty for none."""
    if head:
        return style.colour(style.table.head_fill)
    return "" if cell.tone == "plain" else str(getattr(style.tones, cell.tone))


def _room_to_sign(
    field: Field, date: Iterable[Inline], digits: str, place: Place, writing: Writing
) -> Iterator[Flowable]:
    """Return a rule to sign on, the names below it, and a rule for the date."""
    yield ToFillIn(in_one_line(field, (), "field-value", place, writing), SIGNATURE_HEIGHT, digits)
    yield from flowables(field.blocks, Place("field-value", place.section, nested=True), writing)
    if date:
        yield ToFillIn(in_one_line(field, date, "field-label", place, writing), DATE_HEIGHT, digits)


def _beside(content: Sequence[Flowable]) -> tuple[GridCell, ...]:
    """Return cells beside one another, with a free column between them."""
    return tuple(GridCell(flowable, 2 * index) for index, flowable in enumerate(content))


def _field(field: Field, place: Place, writing: Writing) -> Band:
    label = set_words(field, field.label, "field-label", place, writing)
    value = Stack(flowables(field.blocks, Place("field-value", place.section, nested=True), writing))
    return Band([(GridCell(label, 0), GridCell(value, 1))])


BLOCKS: Mapping[type[Node], Callable[[Any, Place, Writing], Iterator[Flowable]]] = MappingProxyType(
    {
        Section: section,
        Pages: pages,
        Paragraph: paragraph,
        BulletList: bullet_list,
        NumberedList: numbered_list,
        FieldList: field_list,
        Table: table,
        Figure: figure,
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
"""What makes flowables of each block."""
