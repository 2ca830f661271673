"""The blocks of a text: paragraphs, lists, quotes, tables, pictures, and headings as nested sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import unquote

from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode

from ...diagnostics import BriefError, error
from ...document import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    Divider,
    Hole,
    Inline,
    LineBreak,
    ListItem,
    NumberedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    Text,
)
from ...document.walk import text_of, walk
from ...located import HOLE
from ..images import read_figure
from .inlines import inlines, inlines_below, with_holes
from .reading import Reading


def blocks(tokens: list[SyntaxTreeNode], reading: Reading) -> Iterator[Block]:
    """Return blocks, each heading with what follows it up to the next of its rank as one section."""
    position = 0
    while position < len(tokens):
        token = tokens[position]
        position += 1
        if token.type != "heading":
            yield from _block(token, reading)
            continue
        end = position
        while end < len(tokens) and not (tokens[end].type == "heading" and tokens[end].tag <= token.tag):
            end += 1
        below = tuple(blocks(tokens[position:end], reading))
        yield Section(heading=inlines_below(token, reading), blocks=below, source=reading.at(token))
        position = end


def _block(token: SyntaxTreeNode, reading: Reading) -> Iterator[Block]:
    yield from _BLOCKS[token.type](token, reading)


def blocks_below(token: SyntaxTreeNode, reading: Reading) -> tuple[Block, ...]:
    """Return the blocks right below a token; none for none."""
    return tuple(blocks(list(token.children), reading))


def _paragraph(token: SyntaxTreeNode, reading: Reading) -> Iterator[Block]:
    inline = token.children[0]
    if len(inline.children) == 1 and inline.children[0].type == "image":
        yield from _figure(inline.children[0], reading)
        return
    yield Paragraph(inlines=inlines_below(token, reading), source=reading.at(token))


def _figure(token: SyntaxTreeNode, reading: Reading) -> Iterator[Block]:
    place = reading.at(token)
    written = tuple(inlines(token, reading))
    alt = text_of(written)
    if any(isinstance(node, Hole) for inline in written for node in walk(inline)):
        reading.faults.append(error("hole-in-data", "a hole can't stand in the words for a picture", place))
    if not alt:
        hint = "write what it shows: ![A map of the line of contact](map.png)"
        where = reading.at(token, "![")
        reading.faults.append(error("missing-alt", "the picture has no words for those who can't see it", where, hint))
    title = str(token.attrs.get("title", ""))
    caption: tuple[Inline, ...] = tuple(with_holes(title, place, Text))
    name = unquote(str(token.attrs["src"]))  # the parser percent-encodes what is a file name here
    where = reading.at(token, "" if HOLE.search(name) else name)
    if "://" in name or name.startswith("data:") or HOLE.search(name):
        hint = "save it beside the brief and write its name"
        reading.faults.append(error("picture-address", "a picture must be a file, not an address", where, hint))
        return
    try:
        yield replace(read_figure(name, alt, caption, reading.workspace, where.file, where), source=place)
    except BriefError as refused:
        reading.faults.extend(refused.diagnostics)


def _bullet_list(token: SyntaxTreeNode, reading: Reading) -> Iterator[Block]:
    yield BulletList(items=_items(token, reading), source=reading.at(token))


def _ordered_list(token: SyntaxTreeNode, reading: Reading) -> Iterator[Block]:
    start = int(token.attrs.get("start", 1))
    yield NumberedList(items=_items(token, reading), start=start, source=reading.at(token))


def _items(token: SyntaxTreeNode, reading: Reading) -> tuple[ListItem, ...]:
    return tuple(ListItem(blocks=blocks_below(item, reading), source=reading.at(item)) for item in token.children)


def _blockquote(token: SyntaxTreeNode, reading: Reading) -> Iterator[Block]:
    yield Quote(blocks=blocks_below(token, reading), source=reading.at(token))


def _code_block(token: SyntaxTreeNode, reading: Reading) -> Iterator[Block]:
    place = reading.at(token)
    if len(token.info.split()) > 1:
        message = "the words behind the fence are printed nowhere"
        reading.faults.append(error("fence-info", message, place, "write them into the text"))
    lines = token.content.removesuffix("\n").split("\n")
    inlines: list[Inline] = []
    for number, line in enumerate(lines):
        if number:
            inlines.append(LineBreak(source=place))
        inlines.extend(with_holes(line, place, Text))
    yield Paragraph(inlines=tuple(inlines), role="code", source=place)


def _divider(token: SyntaxTreeNode, reading: Reading) -> Iterator[Block]:
    yield Divider(source=reading.at(token))


def _definition(token: SyntaxTreeNode, reading: Reading) -> Iterator[Block]:
    """Return nothing: a footnote stands where its mark is."""
    yield from ()


def _table(token: SyntaxTreeNode, reading: Reading) -> Iterator[Block]:
    groups = {group.type: group for group in token.children}
    head = groups["thead"]
    columns = tuple(
        Column(align=_ALIGNED.get(str(cell.attrs.get("style")), "left")) for cell in head.children[0].children
    )
    body = groups["tbody"].children if "tbody" in groups else []
    yield Table(
        columns=columns,
        head=tuple(_row(row, reading) for row in head.children),
        body=tuple(_whole_row(row, reading) for row in body),
        source=reading.at(token),
    )


_ALIGNED: AnyMapping[str, Align] = MappingProxyType({"text-align:center": "center", "text-align:right": "right"})


def _whole_row(token: SyntaxTreeNode, reading: Reading) -> Row:
    """Return a row, which must not have more cells than the head: Markdown would drop those beyond it."""
    written = _cells_written(reading.lines[token.map[0]]) if token.map else []
    if any(cell.strip() for cell in written[len(token.children) :]):
        message = f"cells in this row: {len(written)}, in the table's head: {len(token.children)}"
        hint = "give the head as many, write '\\|' for a bar that is text, or leave an empty line above if it is no row"
        reading.faults.append(error("too-many-cells", message, reading.at(token), hint))
    return _row(token, reading)


def _row(token: SyntaxTreeNode, reading: Reading) -> Row:
    return Row(cells=tuple(_cell(cell, reading) for cell in token.children), source=reading.at(token))


def _cells_written(line: str) -> list[str]:
    """Return the cells of a line of a pipe table, cut as the parser cuts them; its tokens lack those it drops."""
    cells = escapedSplit(line.rstrip())
    return cells[1:] if cells[0].strip(" \t>") == "" else cells


def _cell(token: SyntaxTreeNode, reading: Reading) -> Cell:
    place = reading.at(token)
    inlines = inlines_below(token, reading)
    blocks = (Paragraph(inlines=inlines, source=place),) if inlines else ()
    return Cell(blocks=blocks, header=token.type == "th", source=place)


_BLOCKS: AnyMapping[str, Callable[[SyntaxTreeNode, Reading], Iterator[Block]]] = MappingProxyType(
    {
        "paragraph": _paragraph,
        "bullet_list": _bullet_list,
        "ordered_list": _ordered_list,
        "blockquote": _blockquote,
        "code_block": _code_block,
        "fence": _code_block,
        "hr": _divider,
        "table": _table,
        "footnote_reference": _definition,
    }
)
