"""Inline nodes as runs of characters: one function for each, in the order of the document model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from ...document import Code, Emphasis, Hole, Inline, LineBreak, Link, Node, Span, Strong, Text
from ...style import Style
from .looks import TextLook
from .text import LINE_END, Run

TAB = 4
"""How many characters lie between the tab stops of a line."""


def runs(inlines: Iterable[Inline], look: TextLook, style: Style) -> Iterator[Run]:
    """Return the runs of some inlines, in reading order; none for none."""
    for inline in inlines:
        yield from INLINES[type(inline)](inline, look, style)


def text(node: Text, look: TextLook, style: Style) -> Iterator[Run]:
    """Return the characters; line ends and tab stops among them stay such."""
    yield Run(node.text.expandtabs(TAB), look)


def emphasis(node: Emphasis, look: TextLook, style: Style) -> Iterator[Run]:
    """Return the words, stressed."""
    yield from runs(node.inlines, look.altered(style.inlines["emphasis"], style), style)


def strong(node: Strong, look: TextLook, style: Style) -> Iterator[Run]:
    """Return the words, bold."""
    yield from runs(node.inlines, look.altered(style.inlines["strong"], style), style)


def code(node: Code, look: TextLook, style: Style) -> Iterator[Run]:
    """Return the characters, in the look of what is typed."""
    yield Run(node.text.expandtabs(TAB), look.altered(style.inlines["code"], style))


def link(node: Link, look: TextLook, style: Style) -> Iterator[Run]:
    """Return the words, leading to the link's target."""
    linked = replace(look.altered(style.inlines["link"], style), link=node.target)
    yield from runs(node.inlines, linked, style)


def line_break(node: LineBreak, look: TextLook, style: Style) -> Iterator[Run]:
    """Return the end of a line."""
    yield Run(LINE_END, look)


def span(node: Span, look: TextLook, style: Style) -> Iterator[Run]:
    """Return the words, in the look of their role; their language finds no place in an untagged PDF."""
    inner = look.altered(style.inlines["missing"], style) if node.role == "missing" else look
    yield from runs(node.inlines, inner, style)


def hole(node: Hole, look: TextLook, style: Style) -> Iterator[Run]:
    """Return the words that stand in the place of what is missing, on a ground of their own."""
    yield Run(node.text, look.altered(style.inlines["hole"], style))


INLINES: Mapping[type[Node], Callable[[Any, TextLook, Style], Iterator[Run]]] = MappingProxyType(
    {
        Text: text,
        Emphasis: emphasis,
        Strong: strong,
        Code: code,
        Link: link,
        LineBreak: line_break,
        Span: span,
        Hole: hole,
    }
)
"""What sets each inline."""
