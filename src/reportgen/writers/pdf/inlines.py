"""Inline nodes as runs of characters: one function for each, in the order of the document model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from ...document import (
    Citation,
    Code,
    Emphasis,
    Hole,
    Inline,
    LineBreak,
    Link,
    Node,
    Note,
    Reference,
    Span,
    Strong,
    Text,
)
from ...document.walk import text_of
from .annotations import INSIDE
from .looks import TextLook
from .text import LINE_END, Run
from .words import RAISED_SIZE
from .writing import Writing

NARROW_SPACE = "\u202f"
"""What stands between the marks of two footnotes."""

TAB = 4
"""How many characters lie between the tab stops of a line."""


def runs(inlines: Iterable[Inline], look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the runs of some inlines, in reading order; none for none."""
    before: Inline | None = None
    for inline in inlines:
        if isinstance(before, Note) and isinstance(inline, Note):
            # Two marks must not read as one number.
            yield Run(NARROW_SPACE, replace(look, size=look.size * RAISED_SIZE), writing.element)
        yield from INLINES[type(inline)](inline, look, writing)
        before = inline


def text(node: Text, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the characters; line ends and tab stops among them stay such."""
    yield Run(node.text.expandtabs(TAB), look, writing.element)


def emphasis(node: Emphasis, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words, stressed."""
    yield from runs(node.inlines, look.altered(writing.style.inlines["emphasis"], writing.style), writing)


def strong(node: Strong, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words, bold."""
    yield from runs(node.inlines, look.altered(writing.style.inlines["strong"], writing.style), writing)


def code(node: Code, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the characters, in the look of what is typed."""
    typed = writing.style.inlines["code"]
    altered = replace(look.altered(typed, writing.style), small_caps=typed.small_caps)
    yield Run(node.text.expandtabs(TAB), altered, writing.element.inline("Code"))


def link(node: Link, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words, leading to the link's target."""
    leads_nowhere = node.target.startswith(INSIDE) and node.target[1:] not in writing.facts.targets
    target = f"./{node.target}" if leads_nowhere else node.target
    linked = replace(look.altered(writing.style.inlines["link"], writing.style), link=target)
    element = writing.element.inline("Link", alt=text_of(node.inlines))
    yield from runs(node.inlines, linked, writing.of(element))


def line_break(node: LineBreak, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the end of a line."""
    yield Run(LINE_END, look, writing.element)


def span(node: Span, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words, in the look of their role and in their own language."""
    inner = look.altered(writing.style.inlines["missing"], writing.style) if node.role == "missing" else look
    element = writing.element.inline("Span", lang=node.lang) if node.lang else writing.element
    yield from runs(node.inlines, replace(inner, lang=node.lang or inner.lang), writing.of(element))


def hole(node: Hole, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words that stand in the place of what is missing, on a ground of their own."""
    yield Run(node.text, look.altered(writing.style.inlines["hole"], writing.style), writing.element)


def note(node: Note, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the mark of a footnote, which brings the note to the foot of the page that it stands on."""
    number, footnote = str(node.number), writing.footnote(node, writing)
    reference = writing.element.inline("Reference")
    reference.ref = footnote.element
    mark = replace(look, superior=True, underline=False, note=footnote, link=INSIDE + footnote.target)
    yield Run(number, mark, reference.inline("Link", alt=number))


def citation(node: Citation, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words, leading to the first of the works in the bibliography."""
    yield from _leading_to(node.works[0].work if node.works else "", node.inlines, look, writing)


def reference(node: Reference, look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return the words, leading to the part of the document that they name."""
    yield from _leading_to(node.target, node.inlines, look, writing)


def _leading_to(target: str, words: Sequence[Inline], look: TextLook, writing: Writing) -> Iterator[Run]:
    """Return words that lead to a part of the document, as far as there is such a part."""
    if target not in writing.facts.targets:
        yield from runs(words, look, writing)
        return
    element = writing.element.inline("Reference").inline("Link", alt=text_of(words))
    yield from runs(words, replace(look, link=INSIDE + target), writing.of(element))


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
        Note: note,
        Citation: citation,
        Reference: reference,
    }
)
"""What sets each inline."""
