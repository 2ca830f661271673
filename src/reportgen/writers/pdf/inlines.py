"""Inline nodes as runs of characters: one function for each, in the order of the document model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from ...document import Code, Emphasis, Hole, Inline, LineBreak, Link, Node, Span, Strong, Text
from .looks import TextLook
from .text import LINE_END, Run
from .writing import Writing

TAB = 4
"""How many characters lie between the tab stops of a line."""


def runs(inlines: Iterable[Inline], look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the runs of some inlines, in reading order; none for none."""
    for inline in inlines:
        yield from INLINES[type(inline)](inline, look, writing)


def text(node: Text, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the characters; line ends and tab stops among them stay such."""
    yield Run(node.text.expandtabs(TAB), look)


def emphasis(node: Emphasis, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words, stressed."""
    yield from runs(node.inlines, look.altered(writing.style.inlines["emphasis"], writing.style), writing)


def strong(node: Strong, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words, bold."""
    yield from runs(node.inlines, look.altered(writing.style.inlines["strong"], writing.style), writing)


def code(node: Code, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the characters, in the look of what is typed."""
    yield Run(node.text.expandtabs(TAB), look.altered(writing.style.inlines["code"], writing.style))


def link(node: Link, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words, leading to the link's target."""
    linked = replace(look.altered(writing.style.inlines["link"], writing.style), link=node.target)
    yield from runs(node.inlines, linked, writing)


def line_break(node: LineBreak, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the end of a line."""
    yield Run(LINE_END, look)


def span(node: Span, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words, in the look of their role; an untagged PDF has no place for their language."""
    inner = look.altered(writing.style.inlines["missing"], writing.style) if node.role == "missing" else look
    yield from runs(node.inlines, replace(inner, lang=node.lang or inner.lang), writing)


def hole(node: Hole, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words that stand in the place of what is missing, on a ground of their own."""
    yield Run(node.text, look.altered(writing.style.inlines["hole"], writing.style))


INLINES: Mapping[type[Node], Callable[[Any, TextLook, Writing], Iterator[Run]]] = MappingProxyType(
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
