"""Inline nodes as phrasing content: one function for each, in the order of the document model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
from .markup import element, escape
from .writing import Writing, anchor


def phrase(nodes: Iterable[Inline], writing: Writing) -> str:
    """Return inlines as they follow one another; nothing for none."""
    return "".join([INLINES[type(node)](node, writing) for node in nodes])


def text(node: Text, writing: Writing) -> str:
    """Return characters as they are."""
    return escape(node.text)


def emphasis(node: Emphasis, writing: Writing) -> str:
    """Return stressed words."""
    return element("em", phrase(node.inlines, writing))


def strong(node: Strong, writing: Writing) -> str:
    """Return important words."""
    return element("strong", phrase(node.inlines, writing))


def code(node: Code, writing: Writing) -> str:
    """Return literal characters."""
    return element("code", escape(node.text))


def link(node: Link, writing: Writing) -> str:
    """Return words that lead to an address, which learns nothing of this page."""
    return element("a", phrase(node.inlines, writing), href=node.target, rel="noreferrer noopener")


def line_break(node: LineBreak, writing: Writing) -> str:
    """Return a line end."""
    return "<br>"


def span(node: Span, writing: Writing) -> str:
    """Return words in a language of their own, or a value that nobody stated."""
    role = "missing" if node.role == "missing" else None
    inside = phrase(node.inlines, writing)
    return element("span", inside, lang=node.lang, class_=role) if node.lang or role else inside


def hole(node: Hole, writing: Writing) -> str:
    """Return the words that stand in for a value still to come."""
    return element("mark", escape(node.text), class_="hole")


def note(node: Note, writing: Writing) -> str:
    """Return the mark of a footnote, whose words follow the text (DPUB-ARIA 1.1, doc-noteref)."""
    writing.notes.append(node)
    number = str(node.number)
    mark = element("a", number, id=f"mark-{number}", href=f"#note-{number}", role="doc-noteref")
    return element("sup", mark, class_="note-mark")


def citation(node: Citation, writing: Writing) -> str:
    """Return the words of a citation, leading to the work in the list of sources, if there is one."""
    words, work = phrase(node.inlines, writing), node.works[0].work
    known = work in writing.bibliography and not any(isinstance(inline, Link) for inline in node.inlines)
    return element("a", words, href=f"#{anchor(work)}", role="doc-biblioref", class_="citation") if known else words


def reference(node: Reference, writing: Writing) -> str:
    """Return words that lead to another part of the document."""
    return element("a", phrase(node.inlines, writing), href=f"#{anchor(node.target)}", class_="reference")


INLINES: Mapping[type[Node], Callable[[Any, Writing], str]] = MappingProxyType(
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
"""What writes each inline."""
