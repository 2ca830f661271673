"""A document as text: one line a node, indented by depth, as goldens show it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from reportgen.document import Document, Node
from reportgen.document.walk import HOLDERS

HIDDEN = ("source", "data", "meta", "works", "terms", "conventions")


def outline(document: Document) -> str:
    """Return the whole document as text."""
    meta = [f"{name}: {value!r}" for name, value in _facts(document.meta)]
    return "\n".join([*meta, "", *_lines(document, 0)]) + "\n"


def _lines(node: Node, depth: int) -> Iterator[str]:
    facts = " ".join(f"{name}={value!r}" for name, value in _facts(node))
    yield f"{'  ' * depth}{type(node).__name__}{' ' + facts if facts else ''}"
    for name in HOLDERS:
        for child in getattr(node, name, ()) if isinstance(getattr(node, name, ()), tuple) else ():
            yield from _lines(child, depth + 1)


def _facts(node: Node) -> Iterator[tuple[str, object]]:
    """Return a node's own values that are not as they are by default."""
    for field in dataclasses.fields(node):
        value = getattr(node, field.name)
        held = field.name in HOLDERS and isinstance(value, tuple)
        if field.name not in HIDDEN and not held and value not in ({}, field.default) and not _nodes(value):
            yield field.name, value


def _nodes(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Node) and not _is_column(value[0])


def _is_column(node: Node) -> bool:
    return type(node).__name__ == "Column"
