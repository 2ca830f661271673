"""The document model: what a memo says, free of any format, font or page.

A small closed set of immutable nodes. Section builders and transforms compose them; writers turn each of them into
their format. A plug-in can't add one: that keeps every writer complete.
"""

from __future__ import annotations

from .blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    Cell,
    Column,
    Divider,
    Document,
    Field,
    FieldList,
    Figure,
    ListItem,
    Meta,
    NumberedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
)
from .inlines import Code, Emphasis, Hole, Inline, LineBreak, Link, Node, Span, Strong, Text

BLOCKS: tuple[type[Node], ...] = (
    Section,
    Paragraph,
    BulletList,
    NumberedList,
    FieldList,
    Table,
    Figure,
    Quote,
    Callout,
    Divider,
)
"""Every block, in the order in which each writer lists them."""

INLINES: tuple[type[Node], ...] = (Text, Emphasis, Strong, Code, Link, LineBreak, Span, Hole)
"""Every inline, in the order in which each writer lists them."""

__all__ = [
    "BLOCKS",
    "INLINES",
    "Align",
    "Block",
    "BulletList",
    "Callout",
    "Cell",
    "Code",
    "Column",
    "Divider",
    "Document",
    "Emphasis",
    "Field",
    "FieldList",
    "Figure",
    "Hole",
    "Inline",
    "LineBreak",
    "Link",
    "ListItem",
    "Meta",
    "Node",
    "NumberedList",
    "Paragraph",
    "Quote",
    "Row",
    "Section",
    "Span",
    "Strong",
    "Table",
    "Text",
]
