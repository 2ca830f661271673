"""What stands in a line: one function for each inline node, in the model's order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from ...document import Code, Emphasis, Hole, Inline, LineBreak, Link, Node, Span, Strong, Text
from .wml import LINE_END
from .writing import Words, Writing


def runs(nodes: Iterable[Inline], words: Words, writing: Writing) -> str:
    """Return inlines as runs; nothing for none."""
    return "".join([INLINES[type(node)](node, words, writing) for node in nodes])


def text(node: Text, words: Words, writing: Writing) -> str:
    """Return characters as they are."""
    return writing.run(node.text, words, node.source)


def emphasis(node: Emphasis, words: Words, writing: Writing) -> str:
    """Return stressed words."""
    return runs(node.inlines, words.with_look("emphasis"), writing)


def strong(node: Strong, words: Words, writing: Writing) -> str:
    """Return important words."""
    return runs(node.inlines, words.with_look("strong"), writing)


def code(node: Code, words: Words, writing: Writing) -> str:
    """Return literal characters."""
    return writing.run(node.text, words.with_look("code"), node.source)


def link(node: Link, words: Words, writing: Writing) -> str:
    """Return words that lead to an address (ECMA-376 17.16.22)."""
    inside = runs(node.inlines, words.with_look("link"), writing)
    return f'<w:hyperlink r:id="{writing.link(node.target, node.source)}" w:history="1">{inside}</w:hyperlink>'


def line_break(node: LineBreak, words: Words, writing: Writing) -> str:
    """Return a line end."""
    return LINE_END


def span(node: Span, words: Words, writing: Writing) -> str:
    """Return words in a language of their own, or a value that nobody stated."""
    inside = words.with_look("missing") if node.role == "missing" else words
    return runs(node.inlines, replace(inside, lang=node.lang or words.lang), writing)


def hole(node: Hole, words: Words, writing: Writing) -> str:
    """Return the words that stand in for a value still to come."""
    return writing.run(node.text, words.with_look("hole"), node.source)


INLINES: Mapping[type[Node], Callable[..., str]] = MappingProxyType(
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
