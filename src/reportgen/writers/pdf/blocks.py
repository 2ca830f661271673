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
    Chart,
    Contents,
    DecisionLine,
    Diagram,
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
from .annotations import INSIDE
from .boxes import Anchored, Boxed, BoxLook, Indented, Item, Picture, Rule
from .contents import contents
from .decimals import rooms
from .floats import Float, is_captioned
from .flow import Flowable, PageEnd, Stack
from .grid import Band, Grid, GridCell, GridLook
from .layout import Sheets
from .notes import Footnote, mark_of
from .numbers import counted
from .paragraphs import (
    Place,
    behind_number,
    first_base,
    hanging,
    in_one_line,
    number_room,
    set_caption,
    set_words,
)
from .signing import ToFillIn, Whole, decision_line
from .structure import heading_kind
from .tables import bands
from .tags import (
    BULLETS,
    NUMBERS,
    cell_elements,
    figure_elements,
    item_elements,
    list_element,
    note_element,
    paragraph_element,
)
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
    level, element = place.section + 1, place.element.add("Sect")
    title = text_of(node.heading)
    entry = Entry(f"{node.number} {title}" if node.number else title, place.section, title)
    number = node.number and node.number + NUMBER_END
    heading = element.add(heading_kind(level))
    words = set_words(node, node.heading, heading_look(level), heading, place, writing, entry, number)
    yield _anchored(words, node.id)
    yield from flowables(node.blocks, replace(place, element=element, section=level), writing)


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
    element = paragraph_element(place.element, node.role)
    text = set_words(node, node.inlines, name, element, place, writing)
    if node.role == "table-note":
        text.keep_with_previous = text.close = True
        text.before = max(text.before, NOTE_DISTANCE)
    yield _anchored(behind_number(text, node.number, element, writing), node.id)


def bullet_list(node: BulletList, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the items, each behind the bullet of its level."""
    bullet = writing.style.list.bullet(place.list + 1)
    element = list_element(place.element, BULLETS.get(bullet, "Disc"))
    yield from _items(node.items, [bullet] * len(node.items), replace(place, element=element), writing)


def numbered_list(node: NumberedList, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the items, each behind its number in the form of its level."""
    form = writing.style.list.number(place.list + 1)
    marks = [f"{counted(number, form)}." for number in range(node.start, node.start + len(node.items))]
    element = list_element(place.element, NUMBERS[form])
    yield from _items(node.items, marks, replace(place, element=element), writing)


def field_list(node: FieldList, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a grid of labels and values over a rule."""
    look, half = writing.style.field_list, writing.style.look("field-value").after / 2
    label, inside = look.label_width, replace(place, element=list_element(place.element, "None"))
    grid_look = GridLook(lambda width: (min(label, width / 2), max(width - label, width / 2)), 0.0, half)
    grid = Grid((), [_field(field, inside, writing) for field in node.fields], grid_look)
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

    element = place.element.add("Table")
    caption = set_caption(node, element.add("Caption"), place, writing)
    cells, ends, unbroken = cell_elements(element, node), rooms(node, writing), writing.unbroken()

    def fill(cell: Cell, column: int, head: bool = False) -> tuple[Flowable, str]:
        name: LookName = "table-head" if head or cell.header else "table-cell"
        inside = Place(next(cells), name, place.section, align=node.columns[column].align, nested=True)
        content: Flowable = Stack(flowables(cell.blocks, inside, unbroken))
        end = ends.get(id(cell), 0.0)
        if end:  # behind a number's point, at the right of its cell wherever the document begins
            content = Indented(content, *((end, 0.0) if writing.meta.direction == "rtl" else (0.0, end)))
        return content, _ground(cell, head, style)

    count = len(node.columns)
    head = bands(node.head, count, lambda cell, column: fill(cell, column, head=True))
    grid = Grid(head, bands(node.body, count, fill), look)
    grid.node, grid.before, grid.after = node, style.table.before, style.table.after
    made = (_anchored(caption, node.id), grid) if is_captioned(node) else (_anchored(grid, node.id),)
    yield from _floating(made, node, place, writing)


def figure(node: Figure, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a picture and its caption."""
    element, caption_element = figure_elements(place.element, node)
    caption = set_caption(node, caption_element, place, writing)
    picture = Picture(
        node=node,
        element=element,
        caption=caption,
        share=writing.style.figure_share,
        limit=writing.page_height,
        before=caption.before,
        after=writing.style.table.after,
    )
    yield from _floating((_anchored(picture, node.id),), node, place, writing)


def drawn(node: Chart | Diagram, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the drawing of a chart or diagram over its caption."""
    from .visuals import plate  # with all that draws them, which many memos do without

    yield from _floating((_anchored(plate(node, place, writing), node.id),), node, place, writing)


def quote(node: Quote, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the words of somebody else, between the indents of their look."""
    look = writing.style.look("quote")
    element = place.element.add("BlockQuote")
    inside = Stack(flowables(node.blocks, Place(element, "quote", place.section, nested=True), writing))
    yield Indented(inside, look.left, look.right, node)


def callout(node: Callout, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return a box with its heading and what it holds."""
    style, look = writing.style, writing.style.callout
    element, level = place.element.add("Aside"), place.section + 1
    heading = set_words(node, node.heading, "callout-heading", element.add(heading_kind(level)), place, writing)
    inside = Place(element, "callout", level if node.heading else place.section, nested=True)
    content = [*((heading,) if node.heading else ()), *flowables(node.blocks, inside, writing)]
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
    """Return the end of a page; nothing in a cell or a footnote, which end where others beside or above them do."""
    if writing.breaks:
        yield PageEnd(node)


def bibliography(node: Bibliography, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the works, each behind its mark if it has one, with what is said about it below."""
    resolved, look = writing.faces.looks.of("bibliography")
    element = list_element(place.element, "None")
    marks = [hanging(entry.mark, look, writing, element) for entry in node.entries if entry.mark]
    indent = max([resolved.left, *(mark.room for mark in marks)])
    for entry in node.entries:
        label, body = item_elements(element)
        inside = Place(body, "bibliography", place.section, nested=True)
        work = body.add("P").add("BibEntry")
        text = set_words(entry, entry.inlines, "bibliography", work, place, writing, hung=bool(entry.mark))
        content: Flowable = Stack([text, *flowables(entry.blocks, inside, writing)])
        if entry.mark:
            mark = hanging(entry.mark, look, writing, label)
            content = Item(content, indent, mark, text.base_line(writing.measure), entry)
        yield _anchored(content, entry.id)


def signature_block(node: SignatureBlock, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return room to sign, for two persons beside one another."""
    digits, gap = writing.style.colour("ink"), SIGNATURE_GAP
    look = GridLook(lambda width: ((width - gap) / 2, gap, (width - gap) / 2), 0.0, 0.0)
    pairs, inside = [], replace(place, element=list_element(place.element, "None"))
    for pair in (node.fields[start : start + 2] for start in range(0, len(node.fields), 2)):
        columns = [_signature(field, node.date, digits, inside, writing) for field in pair]
        pairs.append(Grid((), [Band([_beside(row) for row in zip(*columns, strict=True)])], look))
        pairs[-1].before = pairs[-1].after = SIGNATURE_GAP / 2
    yield Whole(Stack(pairs), node)


def footnote(node: Note, writing: Writing) -> Footnote:
    """Return a footnote, behind its number."""
    resolved, look = writing.faces.looks.of("note")
    element = note_element(writing.element)
    label = element.add("Lbl")
    widest = hanging("0" * len(str(writing.facts.notes)), look, writing, label)
    content = Stack(flowables(node.blocks, Place(element, "note", nested=True), writing.unbroken()))
    back = replace(look, link=INSIDE + mark_of(node))
    mark = hanging(str(node.number), back, writing, label.inline("Link", alt=str(node.number)))
    item = Item(content, widest.room, mark, first_base("note", writing), node)
    item.after = resolved.after
    return Footnote(node, element, item, writing.measure, resolved.leading)


def _items(items: Sequence[ListItem], marks: Sequence[str], place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the items of a list, indented by the widest of their marks or by the style's indent if that is more."""
    style = writing.style
    name: LookName = "list-item" if place.look == "body" else place.look
    inside = replace(place, look=name, list=place.list + 1, nested=True)
    _, look = writing.faces.looks.of(name)
    hung = [hanging(mark, look, writing, place.element) for mark in dict.fromkeys(marks)]
    indent = max([style.list.indent, *(mark.room for mark in hung)])
    base = first_base(name, writing)
    outer = number_room(writing) if place.look == "body" and not place.nested else 0.0
    for item, mark in zip(items, marks, strict=True):
        label, body = item_elements(place.element)
        content = Stack(flowables(item.blocks, replace(inside, element=body), writing))
        flowable: Flowable = Item(content, indent, hanging(mark, look, writing, label), base, item)
        if item is items[-1] and name == "list-item" and not place.list:
            flowable.after = max(flowable.after, style.look("body").after)
        yield _anchored(Indented(flowable, outer, 0.0) if outer else flowable, item.id)


def _anchored(flowable: Flowable, target: str) -> Flowable:
    """Return a flowable to which links with its id lead, as it is without one."""
    return Anchored(flowable, target) if target else flowable


def _floating(made: Sequence[Flowable], node: Block, place: Place, writing: Writing) -> Sequence[Flowable]:
    """Return what a figure or table is made of, as a float where it may be one: with a caption, in no other block."""
    if writing.style.floats and is_captioned(node) and not place.nested:
        return (Float(made, place.section),)
    return made


def _ground(cell: Cell, head: bool, style: Style) -> str:
    """Return the ground of a cell: that of the head, or that of its tone; empty for none."""
    if head:
        return style.colour(style.table.head_fill)
    return "" if cell.tone == "plain" else str(getattr(style.tones, cell.tone))


def _signature(
    field: Field, date: Iterable[Inline], digits: str, place: Place, writing: Writing
) -> tuple[Flowable, Flowable]:
    """Return the part of a person who signs, and below it a rule to sign on, the names, and a rule for the date."""
    label, body = item_elements(place.element)
    inside = Place(body, "field-value", place.section, nested=True)
    room: list[Flowable] = [ToFillIn(in_one_line(field, (), "field-value", body, writing), SIGNATURE_HEIGHT, digits)]
    room.extend(flowables(field.blocks, inside, writing.unbroken()))
    if date:
        room.append(ToFillIn(in_one_line(field, date, "field-label", body.add("P"), writing), DATE_HEIGHT, digits))
    return set_words(field, field.label, "field-label", label, place, writing), Stack(room)


def _beside(content: Sequence[Flowable]) -> tuple[GridCell, ...]:
    """Return cells beside one another, with a free column between them."""
    return tuple(GridCell(flowable, 2 * index) for index, flowable in enumerate(content))


def _field(field: Field, place: Place, writing: Writing) -> Band:
    label_element, body = item_elements(place.element)
    label = set_words(field, field.label, "field-label", label_element, place, writing)
    value = Stack(flowables(field.blocks, Place(body, "field-value", place.section, nested=True), writing.unbroken()))
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
        Chart: drawn,
        Diagram: drawn,
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
