"""One text being read: its parser, its places, and the faults found so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin

from ...diagnostics import Diagnostic, Source, refuse
from ...document import Block
from ...frozen import dataclass
from ...limits import raising
from ...located import Scalar
from ...workspace import Workspace
from .cites import cites_plugin


@dataclass(frozen=True, slots=True)
class Reading:
    """One text being read: what was written, the door to pictures, and the faults found so far.

    `notes` are the footnotes by their labels, `used` the labels that marks lead to; `note` is the mark of the footnote
    that is being read, None outside of one. `definitions` is what the parser gathered from the whole text, `blocks_of`
    reads the blocks below a token: a footnote in a line holds blocks. `places` are those of the lines met so far, by
    how many lines come before them: most nodes share one.
    """

    text: Scalar
    workspace: Workspace
    faults: list[Diagnostic]
    lines: tuple[str, ...] = ()
    definitions: dict[str, Any] = field(default_factory=dict)
    notes: Mapping[str, SyntaxTreeNode] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    note: SyntaxTreeNode | None = None
    blocks_of: Callable[[SyntaxTreeNode, Reading], tuple[Block, ...]] = lambda token, reading: ()
    places: dict[int, Source] = field(default_factory=dict)

    def at(self, token: SyntaxTreeNode, quote: str = "") -> Source:
        """Return where a token stands, as near as is known; `quote`: the words meant, to be sought from there on."""
        node: SyntaxTreeNode | None = token
        while node is not None and (node.is_root or not node.map):
            node = node.parent
        if node is None and self.note is not None:
            return replace(self, note=None).at(self.note, quote)
        lines = node.map[0] if node is not None and node.map and self.text.lines else 0
        if lines not in self.places:
            self.places[lines] = replace(self.text.source.below(lines), quote="")
        return replace(self.places[lines], quote=quote) if quote else self.places[lines]


@cache
def _parser() -> MarkdownIt:
    # The library drops, without a word, what is nested more deeply than `maxNesting`: `_parsed` refuses it before.
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 1000, "store_labels": True}).enable("table")
    # The library leaves addresses that run code as text: `_link` refuses them, with all others of no known scheme.
    # Notes stand where they are written, until their marks are met; a mark without a note is refused, not printed.
    parser.use(footnote_plugin, move_to_end=False, always_match_refs=True).use(cites_plugin)
    parser.use(attrs_plugin, after=(), spans=True, allowed=["lang"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def parsed(text: Scalar, most: int, parse: Callable[[MarkdownIt], list[Token]]) -> list[Token]:
    """Return the tokens of a text; raise BriefError for lists and quotes nested more deeply than `most`."""
    try:
        tokens = parse(_parser())
        deepest = _depth(tokens)
    except RecursionError:
        deepest = most + 1
    if deepest > most:
        message = f"lists, quotes or stressed words are nested more than {most} deep here"
        raise refuse("too-deep", message, text.source, f"nest them less, {raising('nesting')}")
    return tokens


def _depth(tokens: list[Token]) -> int:
    """Return how many lists and quotes, or marks inside a line, stand within one another at the most."""
    depth = deepest = 0
    for token in tokens:
        if token.type.startswith(("bullet_list", "ordered_list", "blockquote", "em_", "strong_", "link_", "span_")):
            depth += token.nesting
            deepest = max(deepest, depth)
        deepest = max(deepest, _depth(token.children or []))
    return deepest
