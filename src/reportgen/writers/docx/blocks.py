"""What stands on a page: one function for each block node, in the model's order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from ...document import (
    Block,
    BulletList,
    Callout,
    Cell,
    Chart,
    Diagram,
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
from ...document.grid import Slot
from ...document.walk import text_of
from ...style import LookName
from ...style.looks import heading_look
from .boxes import GAP_BELOW, box, gap_above, inner_measure, native_table
from .drawings import drawing, fitted
from .inlines import runs
from .numbering import STYLED_LEVELS, ListKind, instance, list_style, mark
from .place import HEADING_LEVELS, STYLE_OF, Place, narrowed
from .tables import widths
from .visuals import chart, diagram
from .wml import LINE_END, TAB, twips
from .writing import Words, Writing

NOTHING = (Paragraph(inlines=()),)
"""An empty paragraph, where there must be one: in cells without text, and to carry a label or the mark of an item."""

LETTER_WIDTH = 0.54
"""How wide a letter is about, as a part of the type size: the reader's fonts can't be measured here."""

ALIGNED = {"left": "", "center": "Center", "right": "Right"}


def blocks(nodes: Iterable[Block], place: Place, writing: Writing) -> str:
    """Return blocks under one another; nothing for none."""
    return "".join([BLOCKS[type(node)](node, place, writing) for node in nodes])


def section(node: Section, place: Place, writing: Writing) -> str:
    """Return a heading of the level of its nesting, and what stands under it."""
    depth = place.level + 1
    heading = _styled(f"Heading{min(depth, HEADING_LEVELS)}", heading_look(depth), node.heading, place, writing)
    return heading + blocks(node.blocks, replace(place, level=depth), writing)


def paragraph(node: Paragraph, place: Place, writing: Writing) -> str:
    """Return a paragraph in the look of its role, or in that of the place where it stands."""
    if node.role != "body":
        return _styled(STYLE_OF[node.role], node.role, node.inlines, place, writing)
    inside = place.lead + runs(node.inlines, writing.words(place.look), writing)
    return f'<w:p><w:pPr><w:pStyle w:val="{place.style}"/>{place.properties}</w:pPr>{inside}</w:p>'


def bullet_list(node: BulletList, place: Place, writing: Writing) -> str:
    """Return a list in no order, its levels those of one native list."""
    return _items(node.items, "Bullet", instance(place.ground, "Bullet"), place, writing)


def numbered_list(node: NumberedList, place: Place, writing: Writing) -> str:
    """Return a list that counts from its own start, whatever lists stand before it."""
    number = writing.counter(place.ground, place.depth + 1, node.start)
    return _items(node.items, "Number", number, place, writing)


def field_list(node: FieldList, place: Place, writing: Writing) -> str:
    """Return labels, and their values hanging beside them; a rule stands below the last one.

    A tab after the label, not a table: so memos are typed, and so screen readers read them.
    """
    label_width = writing.style.field_list.label_width
    beside = replace(place.inside("field-value", narrowed(place.measure, label_width)), left=label_width)
    last = replace(beside, style="FieldLast")
    done = []
    for field in node.fields:
        lead = _label(field, writing)
        values = field.blocks if _is_text(field.blocks[:1]) else (*NOTHING, *field.blocks)
        ends = field is node.fields[-1]
        values = values if _is_text(values[-1:]) or not ends else (*values, *NOTHING)
        for index, value in enumerate(values):
            here = last if ends and index == len(values) - 1 else beside
            done.append(BLOCKS[type(value)](value, replace(here, lead=TAB if index else lead), writing))
    return "".join(done)


def table(node: Table, place: Place, writing: Writing) -> str:
    """Return a native table under its caption, its head rows repeated on each page."""
    columns = widths(node, place.measure)

    def fill(slot: Slot, width: float) -> str:
        return _cell(slot, node, width, place, writing)

    above = _styled("Caption", "caption", node.caption, place, writing) if node.caption else ""
    native = native_table(node, columns, place, fill, writing.style)
    return f"{above or gap_above('Table', writing.style)}{native}{GAP_BELOW['Table']}"


def figure(node: Figure, place: Place, writing: Writing) -> str:
    """Return a picture at its natural size, or as large as fits, kept with the caption below it."""
    size = fitted(node, place.measure, writing.style)
    picture = drawing(node, size, writing)
    keep = "<w:keepNext/>" if node.caption else ""
    shown = f'<w:p><w:pPr><w:pStyle w:val="Figure"/>{keep}{_indent(place)}</w:pPr>{picture}</w:p>'
    return shown + (_styled("FigureCaption", "caption", node.caption, place, writing) if node.caption else "")


def quote(node: Quote, place: Place, writing: Writing) -> str:
    """Return somebody else's words, set in from both sides."""
    look = writing.style.look("quote")
    measure, left = narrowed(place.measure, look.left + look.right), place.left + look.left
    inside = replace(place.inside("quote", measure), left=left)
    return blocks(node.blocks, inside, writing)


def callout(node: Callout, place: Place, writing: Writing) -> str:
    """Return a tinted box with a bar at its left, a table of one cell.

    Not bordered paragraphs: Word draws a box of its own around each list in them, because its indents differ.
    """
    inside = place.inside("callout", inner_measure(place.measure, writing.style))
    heading = _styled("CalloutHeading", "callout-heading", node.heading, inside, writing) if node.heading else ""
    content = heading + blocks(node.blocks, inside, writing)
    return box(content or blocks(NOTHING, inside, writing), text_of(node.heading), place, writing.style)


def divider(node: Divider, place: Place, writing: Writing) -> str:
    """Return a short rule in the middle."""
    return '<w:p><w:pPr><w:pStyle w:val="Divider"/></w:pPr></w:p>'


BLOCKS: Mapping[type[Node], Callable[..., str]] = MappingProxyType(
    {
        Section: section,
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
    }
)


def _styled(name: str, look: LookName, inlines: Iterable[Inline], place: Place, writing: Writing) -> str:
    """Return a paragraph whose style does not come from its place, though it begins where text begins there."""
    inside = runs(inlines, writing.words(look), writing)
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{_indent(place)}</w:pPr>{inside}</w:p>'


def _label(field: Field, writing: Writing) -> str:
    """Return a label and what leads from it to the value: a tab, or a line end where the tab would stand too far in."""
    look = writing.style.look("field-label")
    width = len(text_of(field.label)) * look.size * LETTER_WIDTH
    long = width > writing.style.field_list.label_width
    return runs(field.label, Words(style="FieldLabel"), writing) + (LINE_END if long else TAB)


def _is_text(blocks: Iterable[Block]) -> bool:
    """Return whether there are blocks and all of them are body text, which can carry a label, a mark or a rule."""
    found = [isinstance(block, Paragraph) and block.role == "body" for block in blocks]
    return bool(found) and all(found)


def _indent(place: Place) -> str:
    return f'<w:ind w:left="{twips(place.left)}" w:firstLine="0"/>' if place.left else ""


def _items(items: Sequence[ListItem], kind: ListKind, number: int, place: Place, writing: Writing) -> str:
    """Return the items of a list: a mark before the first paragraph of each, the others indented below it.

    A paragraph without words carries the mark of an item that begins with a list, a table or nothing.
    """
    around = place.item(writing.style)
    depth, styled = around.depth, place.ground == "body"
    names = [list_style(name, depth) if styled else place.style for name in (f"List{kind}", "ListContinue")]
    indent = "" if styled and depth <= STYLED_LEVELS else _indent(around)
    marked = replace(around, style=names[0], properties=mark(number, depth))
    further = replace(around, style=names[1], properties=indent)
    last_of_all = styled and (place.closing or not place.depth)
    done = []
    for item in items:
        found = item.blocks if _is_text(item.blocks[:1]) else (*NOTHING, *item.blocks)
        places = [marked] + [further] * (len(found) - 1)
        if last_of_all and item is items[-1]:
            places[-1] = _closing(places[-1], writing)
        done += [BLOCKS[type(block)](block, here, writing) for block, here in zip(found, places, strict=True)]
    return "".join(done)


def _closing(place: Place, writing: Writing) -> Place:
    """Return the place of a block that ends a list: below it is as much space as below a paragraph."""
    # No style can say this: which paragraph is a list's last is seen only from the next one.
    space = f'<w:spacing w:after="{twips(writing.style.look("body").after)}"/>'
    number, start, indent = place.properties.partition("<w:ind ")
    return replace(place, properties=number + space + start + indent, closing=True)


def _cell(slot: Slot, node: Table, width: float, place: Place, writing: Writing) -> str:
    """Return what stands in a cell: at least one paragraph, as the schema wants (ECMA-376 17.4.65)."""
    cell = slot.cell or Cell(blocks=())
    ground: LookName = "table-head" if cell.header else "table-cell"
    inner = narrowed(width, 2 * writing.style.table.padding_x)
    inside = place.inside(ground, inner, ALIGNED[node.columns[slot.column].align])
    shown = () if slot.goes_on else cell.blocks
    return blocks(shown or NOTHING, inside, writing)
