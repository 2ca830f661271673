"""Turn the Markdown of a text into document nodes: CommonMark 0.31 and pipe tables, without HTML.

The only module that knows the Markdown library. HTML is text like any other, and nothing is "improved" on the way
(no smart quotes, no links out of bare addresses).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from ..diagnostics import BriefError, Diagnostic, Source, error, refuse
from ..document import (
    Align,
    Block,
    BulletList,
    Cell,
    Code,
    Column,
    Divider,
    Emphasis,
    Hole,
    Inline,
    LineBreak,
    Link,
    ListItem,
    NumberedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from ..document.walk import text_of, walk
from ..located import HOLE, Scalar, hole_of
from ..workspace import Workspace
from .images import read_figure

BLANK = " \t\r\n"
"""What may be dropped at the ends of a text; no-break spaces may not."""

MAX_NESTING = 30
"""So many lists and quotes may be nested: far more than a page can show, far fewer than would exhaust the stack."""

Node = TypeVar("Node")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text being read: what was written, the door to pictures, and the faults found so far."""

    text: Scalar
    workspace: Workspace
    faults: list[Diagnostic]
    lines: tuple[str, ...] = ()

    def at(self, token: SyntaxTreeNode) -> Source:
        """Return where a token stands, as near as is known."""
        node: SyntaxTreeNode | None = token
        while node is not None and (node.is_root or not node.map):
            node = node.parent
        lines = node.map[0] if node is not None and node.map and self.text.lines else 0
        return self.text.source.below(lines)


def read_inlines(text: Scalar, workspace: Workspace) -> tuple[Inline, ...]:
    """Return the inlines of a text that makes one paragraph; raise BriefError with its faults."""
    reading = _Reading(text, workspace, [])
    if "\n\n" in text.strip(BLANK):
        hint = "leave the empty line away"
        reading.faults.append(error("several-paragraphs", "only one paragraph can stand here", text.source, hint))
    tree = SyntaxTreeNode(_parsed(text, lambda parser: parser.parseInline(text.strip(BLANK))))
    return _finished(reading, tuple(_inlines(tree.children[0] if tree.children else tree, reading)))


def read_blocks(text: Scalar, workspace: Workspace) -> tuple[Block, ...]:
    """Return the blocks of a text of any length, headings as nested sections; raise BriefError with its faults."""
    text = text.with_text(text.replace("\r\n", "\n").replace("\r", "\n"))
    reading = _Reading(text, workspace, [], tuple(text.split("\n")))
    definitions: dict[str, Any] = {}
    tokens = _parsed(text, lambda parser: parser.parse(text, definitions))
    blocks = tuple(_nested(list(SyntaxTreeNode(tokens).children), reading))
    _refuse_unused(definitions, tokens, reading)
    return _finished(reading, blocks)


@cache
def _parser() -> MarkdownIt:
    # The library drops, without a word, what is nested more deeply than `maxNesting`: `_parsed` refuses it before.
    return MarkdownIt("commonmark", {"html": False, "maxNesting": 1000, "store_labels": True}).enable("table")


def _parsed(text: Scalar, parse: Callable[[MarkdownIt], list[Token]]) -> list[Token]:
    """Return the tokens of a text; raise BriefError for lists and quotes nested too deeply to be set."""
    try:
        tokens = parse(_parser())
        deepest = _depth(tokens)
    except RecursionError:
        deepest = MAX_NESTING + 1
    if deepest > MAX_NESTING:
        message = f"lists, quotes or stressed words are nested more than {MAX_NESTING} deep here"
        raise refuse("too-deep", message, text.source, "nest them less")
    return tokens


def _depth(tokens: list[Token]) -> int:
    """Return how many lists and quotes, or marks inside a line, stand within one another at the most."""
    depth = deepest = 0
    for token in tokens:
        if token.type.startswith(("bullet_list", "ordered_list", "blockquote", "em_", "strong_", "link_")):
            depth += token.nesting
            deepest = max(deepest, depth)
        deepest = max(deepest, _depth(token.children or []))
    return deepest


def _refuse_unused(definitions: dict[str, Any], tokens: list[Token], reading: _Reading) -> None:
    """Refuse what Markdown takes for a link's definition (`[sic]: yes`) where no link uses it: it would vanish."""
    inlines = [child for token in tokens for child in token.children or ()]
    used = {normalizeReference(str(child.meta["label"])) for child in inlines if "label" in child.meta}
    twice = [one["label"] for one in definitions.get("duplicate_refs", ())]
    for label in (*definitions.get("references", {}), *twice):
        if label not in used or label in twice:
            message = f"'[{label.lower()}]: …' defines a link that no text uses, so it would not be printed"
            hint = "if it is text, write a backslash before the bracket"
            reading.faults.append(error("unused-definition", message, reading.text.source, hint))


def _finished(reading: _Reading, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    if reading.faults:
        raise BriefError(reading.faults)
    return nodes


# -- blocks --------------------------------------------------------------------------------------------------------


def _nested(tokens: list[SyntaxTreeNode], reading: _Reading) -> Iterator[Block]:
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
        below = tuple(_nested(tokens[position:end], reading))
        yield Section(heading=_words(token, reading), blocks=below, source=reading.at(token))
        position = end


def _block(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Block]:
    yield from _BLOCKS[token.type](token, reading)


def _blocks(token: SyntaxTreeNode, reading: _Reading) -> tuple[Block, ...]:
    return tuple(_nested(list(token.children), reading))


def _words(token: SyntaxTreeNode, reading: _Reading) -> tuple[Inline, ...]:
    """Return the inlines right below a paragraph, heading or cell."""
    return tuple(inline for child in token.children for inline in _inlines(child, reading))


def _paragraph(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Block]:
    inline = token.children[0]
    if len(inline.children) == 1 and inline.children[0].type == "image":
        yield from _figure(inline.children[0], reading)
        return
    yield Paragraph(inlines=_words(token, reading), source=reading.at(token))


def _figure(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Block]:
    place = reading.at(token)
    written = _children(token, reading)
    alt = text_of(written)
    if any(isinstance(node, Hole) for inline in written for node in walk(inline)):
        reading.faults.append(error("hole-in-data", "a hole can't stand in the words for a picture", place))
    if not alt:
        hint = "write what it shows: ![A map of the line of contact](map.png)"
        reading.faults.append(error("missing-alt", "the picture has no words for those who can't see it", place, hint))
    title = str(token.attrs.get("title", ""))
    caption: tuple[Inline, ...] = tuple(_with_holes(title, place, Text))
    name = unquote(str(token.attrs["src"]))  # the parser percent-encodes what is a file name here
    if "://" in name or HOLE.search(name):
        hint = "save it beside the brief and write its name"
        reading.faults.append(error("picture-address", "a picture must be a file, not an address", place, hint))
        return
    try:
        yield read_figure(name, alt, caption, reading.workspace, reading.text.source.file, place)
    except BriefError as refused:
        reading.faults.extend(refused.diagnostics)


def _bullet_list(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Block]:
    yield BulletList(items=_items(token, reading), source=reading.at(token))


def _ordered_list(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Block]:
    start = int(token.attrs.get("start", 1))
    yield NumberedList(items=_items(token, reading), start=start, source=reading.at(token))


def _items(token: SyntaxTreeNode, reading: _Reading) -> tuple[ListItem, ...]:
    return tuple(ListItem(blocks=_blocks(item, reading), source=reading.at(item)) for item in token.children)


def _blockquote(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Block]:
    yield Quote(blocks=_blocks(token, reading), source=reading.at(token))


def _code_block(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Block]:
    place = reading.at(token)
    if len(token.info.split()) > 1:
        message = "the words behind the fence are printed nowhere"
        reading.faults.append(error("fence-info", message, place, "write them into the text"))
    lines = token.content.removesuffix("\n").split("\n")
    inlines: list[Inline] = []
    for number, line in enumerate(lines):
        if number:
            inlines.append(LineBreak(source=place))
        inlines.extend(_with_holes(line, place, Text))
    yield Paragraph(inlines=tuple(inlines), role="code", source=place)


def _divider(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Block]:
    yield Divider(source=reading.at(token))


def _table(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Block]:
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


def _whole_row(token: SyntaxTreeNode, reading: _Reading) -> Row:
    """Return a row, which must not have more cells than the head: Markdown would drop those beyond it."""
    written = _cells_written(reading.lines[token.map[0]]) if token.map else []
    if any(cell.strip() for cell in written[len(token.children) :]):
        message = f"this row has {len(written)} cells, the table's head {len(token.children)}"
        hint = "give the head as many, write '\\|' for a bar that is text, or leave an empty line above if it is no row"
        reading.faults.append(error("too-many-cells", message, reading.at(token), hint))
    return _row(token, reading)


def _row(token: SyntaxTreeNode, reading: _Reading) -> Row:
    return Row(cells=tuple(_cell(cell, reading) for cell in token.children), source=reading.at(token))


def _cells_written(line: str) -> list[str]:
    """Return the cells of a line of a pipe table, cut as the parser cuts them; its tokens lack those it drops."""
    cells = escapedSplit(line.rstrip())
    return cells[1:] if cells[0].strip(" \t>") == "" else cells


def _cell(token: SyntaxTreeNode, reading: _Reading) -> Cell:
    place = reading.at(token)
    inlines = _words(token, reading)
    blocks = (Paragraph(inlines=inlines, source=place),) if inlines else ()
    return Cell(blocks=blocks, header=token.type == "th", source=place)


_BLOCKS: AnyMapping[str, Callable[[SyntaxTreeNode, _Reading], Iterator[Block]]] = MappingProxyType(
    {
        "paragraph": _paragraph,
        "bullet_list": _bullet_list,
        "ordered_list": _ordered_list,
        "blockquote": _blockquote,
        "code_block": _code_block,
        "fence": _code_block,
        "hr": _divider,
        "table": _table,
    }
)


# -- inlines -------------------------------------------------------------------------------------------------------


def _inlines(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Inline]:
    """Return the inlines of an `inline` token, which holds a paragraph's."""
    for child in token.children:
        yield from _INLINES[child.type](child, reading)


def _children(token: SyntaxTreeNode, reading: _Reading) -> tuple[Inline, ...]:
    return tuple(_inlines(token, reading))


def _text(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Inline]:
    yield from _with_holes(token.content, reading.at(token), Text)


def _code(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Inline]:
    yield from _with_holes(token.content, reading.at(token), Code)


def _with_holes(text: str, place: Source, kind: type[Text] | type[Code]) -> Iterator[Inline]:
    """Return text with the marks of its holes turned into holes."""
    position = 0
    for mark in HOLE.finditer(text):
        if mark.start() > position:
            yield kind(text=text[position : mark.start()], source=place)
        label, expects, at = hole_of(mark)
        yield Hole(label=label, expects=expects, source=at if at.file else place)
        position = mark.end()
    if position < len(text):
        yield kind(text=text[position:], source=place)


def _emphasis(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Inline]:
    yield Emphasis(inlines=_children(token, reading), source=reading.at(token))


def _strong(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Inline]:
    yield Strong(inlines=_children(token, reading), source=reading.at(token))


def _link(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Inline]:
    place, target = reading.at(token), str(token.attrs["href"])
    if HOLE.search(unquote(target)):
        reading.faults.append(error("hole-in-data", "a hole can't stand in the address of a link", place))
    if "title" in token.attrs:
        message = "the title of a link is shown nowhere, so its words would be lost"
        reading.faults.append(error("link-title", message, place, "write them in the text"))
    if not target.lower().startswith(LINK_SCHEMES):
        hint = f"begin it with {', '.join(LINK_SCHEMES)}"
        reading.faults.append(error("bad-link", f"'{target}' leads nowhere outside the brief's folder", place, hint))
    yield Link(inlines=_children(token, reading), target=target, source=place)


def _soft_break(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Inline]:
    yield Text(text=" ", source=reading.at(token))


def _line_break(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Inline]:
    yield LineBreak(source=reading.at(token))


def _image(token: SyntaxTreeNode, reading: _Reading) -> Iterator[Inline]:
    hint = "give it a paragraph of its own, with an empty line above and below"
    message = "a picture can't stand inside a line of text"
    reading.faults.append(error("picture-in-line", message, reading.at(token), hint))
    yield from _children(token, reading)


LINK_SCHEMES = ("https://", "http://", "mailto:", "tel:")
"""What a link may begin with: addresses that mean the same on every machine, and run nothing."""

_INLINES: AnyMapping[str, Callable[[SyntaxTreeNode, _Reading], Iterator[Inline]]] = MappingProxyType(
    {
        "text": _text,
        "em": _emphasis,
        "strong": _strong,
        "code_inline": _code,
        "link": _link,
        "softbreak": _soft_break,
        "hardbreak": _line_break,
        "image": _image,
    }
)
