"""What stands on a page: one function for each block node, in the model's order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

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
from ...document.grid import Slot
from ...document.walk import text_of
from ...style import LookName
from ...style.looks import heading_look
from .. import NUMBER_END
from .boxes import GAP_BELOW, box, gap_above, inner_measure, native_table
from .contents import contents_list, entries
from .counting import is_counted
from .drawings import drawing, fitted
from .inlines import runs
from .keeping import followed_by_note, kept_with_next
from .numbering import PARAGRAPH_LIST, STYLED_LEVELS, UNCOUNTED, ListKind, instance, list_style, mark
from .paragraphs import caption, indent_at, styled, written
from .place import HEADING_LEVELS, STYLE_OF, Place, narrowed
from .sections import PAGE_BREAK, turn
from .signing import decision, signature
from .tables import widths
from .wml import LINE_END, TAB, twips
from .writing import Writing

NOTHING = (Paragraph(inlines=()),)
"""An empty paragraph, where there must be one: in cells without text, and to carry a label or the mark of an item."""

LETTER_WIDTH = 0.54
"""How wide a letter is about, as a part of the type size: the reader's fonts can't be measured here."""

ALIGNED = {"left": "", "center": "Center", "right": "Right"}


def blocks(nodes: Iterable[Block], place: Place, writing: Writing) -> str:
    """Return blocks under one another; nothing for none."""
    shown = tuple(nodes)
    done = [BLOCKS[type(node)](node, place, writing) for node in shown]
    for index, node in enumerate(shown[1:]):
        if isinstance(node, SignatureBlock):
            done[index] = kept_with_next(done[index])
        elif isinstance(node, Paragraph) and node.role == "table-note":
            done[index] = followed_by_note(done[index])
    return "".join(done)


def section(node: Section, place: Place, writing: Writing) -> str:
    """Return a heading of the level of its nesting, and what stands under it.

    Its number is Word's own where Word would count so; else it is written out, and Word passes it over.
    """
    depth = place.level + 1
    look = heading_look(depth)
    automatic = bool(node.number) and writing.counting.heading(depth, node.number)
    number = "" if automatic or not node.number else node.number + NUMBER_END
    passed_over = "" if automatic or not is_counted(depth, writing.counting) else UNCOUNTED
    words = writing.words(look)
    content = writing.run(number, words, node.source) + runs(node.heading, words, writing)
    style_id = f"Heading{min(depth, HEADING_LEVELS)}"
    heading = written(style_id, writing.block(node, content), passed_over + indent_at(place))
    return heading + blocks(node.blocks, replace(place, level=depth), writing)


def pages(node: Pages, place: Place, writing: Writing) -> str:
    """Return blocks on pages of a form of their own; in a box, where no page can turn, as they are."""
    if place.form is None:
        return blocks(node.blocks, place, writing)
    form = place.form.within(node.form)
    taken = writing.style.page.measure - place.measure
    inside = replace(place, form=form, measure=form.column(writing.style) - taken)
    return turn(form) + blocks(node.blocks, inside, writing) + turn(place.form)


def paragraph(node: Paragraph, place: Place, writing: Writing) -> str:
    """Return a paragraph in the look of its role, or in that of the place where it stands.

    Its number is Word's own where Word would count so, and hangs out to the left.
    """
    body = node.role == "body"
    words = writing.words(place.look if body else node.role)
    content = runs(node.inlines, words, writing)
    properties = place.properties if body else indent_at(place)
    style_id = place.style if body else STYLE_OF[node.role]
    if node.number:
        counted = not place.depth and writing.counting.paragraph(node.number)
        hangs = body and style_id == STYLE_OF["body"]
        style_id = "NumberedParagraph" if hangs else style_id
        if counted:
            properties = (properties if hangs else mark(PARAGRAPH_LIST, 1)) + ("" if hangs else properties)
        else:
            end = TAB if hangs else writing.run(NUMBER_END, words, node.source)
            content = writing.run(node.number, words, node.source) + end + content
            properties = (UNCOUNTED if hangs else "") + properties
    lead = place.lead if body else ""
    return written(style_id, lead + writing.block(node, content), properties)


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

    above = caption(node, "Caption", place, writing)
    marked = "" if above else writing.bookmarks.around(node.id, "")
    native = native_table(node, columns, place, fill, writing)
    return f"{above or gap_above('Table', writing.style)}{marked}{native}{GAP_BELOW['Table']}"


def figure(node: Figure, place: Place, writing: Writing) -> str:
    """Return a picture at its natural size, or as large as fits, kept with the caption below it."""
    size = fitted(node, place.measure, writing.style)
    picture = drawing(node, size, writing)
    below = caption(node, "FigureCaption", place, writing)
    shown = picture if below else writing.bookmarks.around(node.id, picture)
    return written("Figure", shown, ("<w:keepNext/>" if below else "") + indent_at(place)) + below


def chart(node: Chart, place: Place, writing: Writing) -> str:
    """Return a chart that Word can edit."""
    from . import visuals  # with all that draws them, which many memos do without

    return visuals.chart(node, place, writing)


def diagram(node: Diagram, place: Place, writing: Writing) -> str:
    """Return a diagram as shapes that Word can edit."""
    from . import visuals

    return visuals.diagram(node, place, writing)


def quote(node: Quote, place: Place, writing: Writing) -> str:
    """Return somebody else's words, set in from both sides."""
    look = writing.style.look("quote")
    measure, left = narrowed(place.measure, look.left + look.right), place.left + look.left
    inside = replace(place.inside("quote", measure), left=left, form=place.form)
    return blocks(node.blocks, inside, writing)


def callout(node: Callout, place: Place, writing: Writing) -> str:
    """Return a tinted box with a bar at its left, a table of one cell.

    Not bordered paragraphs: Word draws a box of its own around each list in them, because its indents differ.
    """
    inside = place.inside("callout", inner_measure(place.measure, writing.style))
    heading = styled("CalloutHeading", "callout-heading", node.heading, inside, writing) if node.heading else ""
    content = heading + blocks(node.blocks, inside, writing)
    return box(content or blocks(NOTHING, inside, writing), text_of(node.heading), place, writing)


def divider(node: Divider, place: Place, writing: Writing) -> str:
    """Return a short rule in the middle."""
    return '<w:p><w:pPr><w:pStyle w:val="Divider"/></w:pPr></w:p>'


def page_break(node: PageBreak, place: Place, writing: Writing) -> str:
    """Return the end of a page; nothing in a box, which can't end one."""
    return PAGE_BREAK if place.form else ""


def contents(node: Contents, place: Place, writing: Writing) -> str:
    """Return a list of sections, tables or figures, which lead to them."""
    return contents_list(node, place, writing)


def bibliography(node: Bibliography, place: Place, writing: Writing) -> str:
    """Return the works that the document rests on."""
    return entries(node, blocks, place, writing)


def decision_line(node: DecisionLine, place: Place, writing: Writing) -> str:
    """Return answers, each with room to initial."""
    return decision(node, place, writing)


def signature_block(node: SignatureBlock, place: Place, writing: Writing) -> str:
    """Return room to sign, kept together and with what stands before."""
    return signature(node, blocks, place, writing)


BLOCKS: Mapping[type[Node], Callable[..., str]] = MappingProxyType(
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


def _label(field: Field, writing: Writing) -> str:
    """Return a label and what leads from it to the value: a tab, or a line end where the tab would stand too far in."""
    look = writing.style.look("field-label")
    width = len(text_of(field.label)) * look.size * LETTER_WIDTH
    long = width > writing.style.field_list.label_width
    return runs(field.label, replace(writing.words("field-value"), style="FieldLabel"), writing) + (
        LINE_END if long else TAB
    )


def _is_text(blocks: Iterable[Block]) -> bool:
    """Return whether there are blocks and all of them are body text, which can carry a label, a mark or a rule."""
    found = [isinstance(block, Paragraph) and block.role == "body" for block in blocks]
    return bool(found) and all(found)


def _items(items: Sequence[ListItem], kind: ListKind, number: int, place: Place, writing: Writing) -> str:
    """Return the items of a list: a mark before the first paragraph of each, the others indented below it.

    A paragraph without words carries the mark of an item that begins with a list, a table or nothing.
    """
    around = place.item(writing.style)
    depth, styled = around.depth, place.ground == "body"
    names = [list_style(name, depth) if styled else place.style for name in (f"List{kind}", "ListContinue")]
    indent = "" if styled and depth <= STYLED_LEVELS else indent_at(around)
    marked = replace(around, style=names[0], properties=mark(number, depth))
    further = replace(around, style=names[1], properties=indent)
    last_of_all = styled and (place.closing or not place.depth)
    done = []
    for item in items:
        found = item.blocks if _is_text(item.blocks[:1]) else (*NOTHING, *item.blocks)
        started = replace(marked, lead=writing.bookmarks.around(item.id, "") if item.id else "")
        places = [started] + [further] * (len(found) - 1)
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
