"""Native lists: the numbering part (ECMA-376 17.9), and one counter for each numbered list."""

from __future__ import annotations

from typing import Literal

from ...style import LookName, NumberFormat, Style
from .counting import Counting
from .properties import indent
from .wml import DECLARED, XML, escape, val

ListKind = Literal["Bullet", "Number"]
KINDS: tuple[ListKind, ...] = ("Bullet", "Number")
LEVELS = 9
STYLED_LEVELS = 3

GROUNDS: tuple[LookName, ...] = ("body", "quote", "callout", "table-cell", "table-head", "field-value", "note")
"""Where lists stand. Each has definitions of its own, or a list in a cell inside an item would go on counting the
item's list: Word keeps one counter for each definition and level, whatever the `w:num` (17.9.15)."""

HEADING_LIST, PARAGRAPH_LIST, NO_LIST = range(len(GROUNDS) * len(KINDS) + 1, len(GROUNDS) * len(KINDS) + 4)
"""The ids of the instances that headings and numbered paragraphs are counted by, and of the one for those of them that
Word would count otherwise, which prints nothing. Each one's definition has the id below.

Not the instance 0, which means no list (17.9.18): validators look for it and find none."""

UNCOUNTED = f"<w:numPr>{val('ilvl', 0)}{val('numId', NO_LIST)}</w:numPr>"
"""The property that takes a paragraph out of the list of its style."""

FORMATS: dict[NumberFormat, str] = {"decimal": "decimal", "letter": "lowerLetter", "roman": "lowerRoman"}
"""Word's names of the forms of numbers (17.18.59)."""


def numbering_part(style: Style, counters: str, counting: Counting) -> str:
    """Return the numbering part: a definition for each kind of list and ground, an instance of each, and the counters.

    The counters are the instances of the document's own numbered lists.
    """
    pairs = [(ground, kind) for ground in GROUNDS for kind in KINDS]
    definitions = "".join(_definition(ground, kind, style) for ground, kind in pairs)
    instances = "".join(
        f'<w:num w:numId="{instance(ground, kind)}">{val("abstractNumId", definition(ground, kind))}</w:num>'
        for ground, kind in pairs
    )
    definitions += counting.definitions(HEADING_LIST - 1, style)
    counted = (HEADING_LIST, PARAGRAPH_LIST, NO_LIST)
    instances += "".join(f'<w:num w:numId="{number}">{val("abstractNumId", number - 1)}</w:num>' for number in counted)
    return f"{XML}<w:numbering {DECLARED}>{definitions}{instances}{counters}</w:numbering>"


def definition(ground: LookName, kind: ListKind) -> int:
    """Return the id of the definition of a kind of list on a ground."""
    return GROUNDS.index(ground) * len(KINDS) + KINDS.index(kind)


def instance(ground: LookName, kind: ListKind) -> int:
    """Return the id of the instance that styles and bullet lists share; 0 would mean no list at all."""
    return definition(ground, kind) + 1


def restart(number: int, ground: LookName, depth: int, start: int) -> str:
    """Return the instance `number`, which counts the list at this depth from `start`."""
    override = f'<w:lvlOverride w:ilvl="{level(depth)}">{val("startOverride", start)}</w:lvlOverride>'
    return f'<w:num w:numId="{number}">{val("abstractNumId", definition(ground, "Number"))}{override}</w:num>'


def mark(number: int, depth: int) -> str:
    """Return the property that makes a paragraph an item of a list instance."""
    return f"<w:numPr>{val('ilvl', level(depth))}{val('numId', number)}</w:numPr>"


def level(depth: int) -> int:
    """Return Word's level for a depth from 1; it has nine, the deepest lists share the last one."""
    return min(depth, LEVELS) - 1


def list_style(name: str, depth: int) -> str:
    """Return the id of the style of a list at a depth: Word's own go to level three."""
    styled = min(depth, STYLED_LEVELS)
    return name if styled == 1 else f"{name}{styled}"


def _definition(ground: LookName, kind: ListKind, style: Style) -> str:
    number = definition(ground, kind)
    levels = "".join(_level(ground, kind, depth, style) for depth in range(1, LEVELS + 1))
    # Word takes definitions with the same nsid for one list when text is pasted from file to file.
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5247_0000 + number:08X}"/>'
        f'<w:multiLevelType w:val="hybridMultilevel"/><w:tmpl w:val="{0x5247_1000 + number:08X}"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(ground: LookName, kind: ListKind, depth: int, style: Style) -> str:
    form = FORMATS[style.list.number(depth)] if kind == "Number" else "bullet"
    marks = f"%{depth}." if kind == "Number" else style.list.bullet(depth)
    styled = ground == "body" and depth <= STYLED_LEVELS
    return (
        f'<w:lvl w:ilvl="{depth - 1}"><w:start w:val="1"/>{val("numFmt", form)}'
        + (val("pStyle", list_style(f"List{kind}", depth)) if styled else "")
        + val("lvlText", escape(marks))
        + f'<w:lvlJc w:val="right"/><w:pPr>{item_indent(ground, depth, style)}</w:pPr></w:lvl>'
    )


def item_indent(ground: LookName, depth: int, style: Style) -> str:
    """Return the indents of an item: its text at the depth's indent, its mark ending so far to the left of it."""
    start = style.field_list.label_width if ground == "field-value" else style.look(ground).left
    return indent(start + style.list.indent * depth, style.look(ground).right, -style.list.distance)
