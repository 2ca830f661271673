"""Turn the Markdown of a text into document nodes: CommonMark 0.31 and pipe tables, without HTML.

The only package that knows the Markdown library. HTML is text like any other, and nothing is "improved" on the way
(no smart quotes, no links out of bare addresses).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeVar

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from ...diagnostics import BriefError, error
from ...document import Block, Inline, Paragraph, Text
from ...located import Scalar
from ...workspace import Workspace
from .blocks import blocks, blocks_below
from .inlines import inlines
from .notes import noted, refuse_unused
from .reading import Reading, parsed

BLANK = " \t\r\n"
"""What may be dropped at the ends of a text; no-break spaces may not."""

Node = TypeVar("Node")


def read_inlines(text: Scalar, workspace: Workspace) -> tuple[Inline, ...]:
    """Return the inlines of a text that makes one paragraph; raise BriefError with its faults."""
    if text.kind == "verbatim":
        return (Text(text=text, source=text.source),)
    reading = Reading(text, workspace, [])
    _, empty, more = text.strip(BLANK).partition("\n\n")
    if empty:
        place = replace(text.source, quote=more.lstrip().partition("\n")[0])
        hint = "leave the empty line away"
        reading.faults.append(error("several-paragraphs", "only one paragraph can stand here", place, hint))
    tokens = parsed(
        text, workspace.limits.nesting, lambda parser: parser.parseInline(text.strip(BLANK), reading.definitions)
    )
    tree = SyntaxTreeNode(tokens)
    read = tuple(inlines(tree.children[0] if tree.children else tree, reading))
    _release(tree)
    return _finished(reading, read)


def read_blocks(text: Scalar, workspace: Workspace) -> tuple[Block, ...]:
    """Return the blocks of a text of any length, headings as nested sections; raise BriefError with its faults."""
    if text.kind == "verbatim":
        lines = (line for line in text.splitlines() if line.strip())
        return tuple(Paragraph(inlines=(Text(text=line, source=text.source),), source=text.source) for line in lines)
    text = text.with_text(text.replace("\r\n", "\n").replace("\r", "\n"))
    reading = Reading(text, workspace, [], tuple(text.split("\n")), blocks_of=blocks_below)
    tokens = parsed(text, workspace.limits.nesting, lambda parser: parser.parse(text, reading.definitions))
    tree = SyntaxTreeNode(tokens)
    reading = noted(tree, reading)
    read = tuple(blocks(list(tree.children), reading))
    _refuse_unused(reading.definitions, tokens, reading)
    refuse_unused(reading)
    _release(tree)
    return _finished(reading, read)


def _release(tree: SyntaxTreeNode) -> None:
    """Let the nodes of a tree go of their parents: else Python searches for such circles, and keeps them till then."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        node.parent = None
        waiting.extend(node.children)


def _refuse_unused(definitions: dict[str, Any], tokens: list[Token], reading: Reading) -> None:
    """Refuse what Markdown takes for a link's definition (`[sic]: yes`) where no link uses it: it would vanish."""
    inlines = [child for token in tokens for child in token.children or ()]
    used = {normalizeReference(str(child.meta["label"])) for child in inlines if "label" in child.meta}
    twice = [one["label"] for one in definitions.get("duplicate_refs", ())]
    for label in (*definitions.get("references", {}), *twice):
        if label not in used or label in twice:
            message = f"'[{label.lower()}]: …' defines a link that no text uses, so it would not be printed"
            hint = "if it is text, write a backslash before the bracket"
            written = re.search(rf"\[{re.escape(label)}\]:", reading.text, re.IGNORECASE)
            place = replace(reading.text.source, quote=written.group() if written else "")
            reading.faults.append(error("unused-definition", message, place, hint))


def _finished(reading: Reading, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    if reading.faults:
        raise BriefError(reading.faults)
    return nodes
