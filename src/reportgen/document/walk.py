"""Go through a document: every node of it, its text, and the same document with nodes changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from operator import is_not
from typing import Any, TypeVar, get_args

from .inlines import Code, Hole, Inline, LineBreak, Node, Note, Text

AnyNode = TypeVar("AnyNode", bound=Node)

INLINE_TYPES: tuple[type[Node], ...] = get_args(Inline)

HOLDERS = (
    "heading",
    "caption",
    "label",
    "head",
    "body",
    "fields",
    "date",
    "items",
    "cells",
    "choices",
    "entries",
    "inlines",
    "blocks",
)
"""The fields of nodes that can hold other nodes, in reading order; a field of other content may share a name."""


class _Held(dict[type[Node], tuple[str, ...]]):
    """Which of `HOLDERS` the nodes of a type have, found out once: every node of a document is asked, many times."""

    def __missing__(self, kind: type[Node]) -> tuple[str, ...]:
        names = {field.name for field in fields(kind)}
        found = self[kind] = tuple(name for name in HOLDERS if name in names)
        return found


_HELD = _Held()


def holders(node: Node) -> tuple[str, ...]:
    """Return which of `HOLDERS` a node has, in reading order."""
    return _HELD[type(node)]


def children(node: Node) -> list[Node]:
    """Return the nodes right below a node, in reading order; none for a leaf."""
    below: list[Node] = []
    for name in _HELD[type(node)]:
        held = getattr(node, name)
        if held and isinstance(held, tuple) and isinstance(held[0], Node):
            below.extend(held)
    return below


def walk(node: Node) -> Iterator[Node]:
    """Return a node and all below it, in reading order."""
    return _walk(node, ())


def _walk(node: Node, closed: tuple[type[Node], ...]) -> Iterator[Node]:
    """Return a node and all below it, in reading order, but for what is below nodes of some types."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if _HELD[type(node)] and not isinstance(node, closed) and (below := children(node)):
            waiting.extend(reversed(below))


def text_of(nodes: Node | Iterable[Node]) -> str:
    """Return the words of nodes as one line, as a reader reads them aloud, footnotes left out; empty for none."""
    starts = (nodes,) if isinstance(nodes, Node) else nodes
    return "".join(_words(node) for start in starts for node in _walk(start, (Note,))).strip()


def lines_of(node: Node) -> Iterator[str]:
    """Return the words of a tree line by line, in reading order: each heading, label, caption and paragraph as one.

    Those of a footnote follow the line that its mark stands in.
    """
    yield from (text_of(line) for line in inlines_of(node))


def inlines_of(node: Node) -> Iterator[tuple[Node, ...]]:
    """Return the inlines of a tree by the line they make: each heading, label, caption and paragraph as one."""
    for name in holders(node):
        held = getattr(node, name)
        if isinstance(held, tuple) and held and isinstance(held[0], INLINE_TYPES):
            yield held
            for note in (node for inline in held for node in walk(inline) if isinstance(node, Note)):
                yield from inlines_of(note)
        elif isinstance(held, tuple):
            for child in held:
                yield from inlines_of(child)


def _words(node: Node) -> str:
    if isinstance(node, Hole):
        return node.text or f"[{node.label}]"
    if isinstance(node, Text | Code):
        return node.text
    return " " if isinstance(node, LineBreak) else ""


def rewrite(node: AnyNode, change: Callable[[Node], Node]) -> AnyNode:
    """Return a node with `change` applied to all nodes of its tree, the lowest first; itself where nothing changes."""
    changed: dict[str, Any] = {}
    for name in _HELD[type(node)]:
        held = getattr(node, name)
        if held and isinstance(held, tuple):
            new = tuple([rewrite(one, change) if _HELD[type(one)] else change(one) for one in held])
            if any(map(is_not, new, held)):
                changed[name] = new
    return change(replace(node, **changed) if changed else node)  # type: ignore[return-value]


def without_notes(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return inlines without their footnotes, for a heading or caption that is printed a second time; none for none."""
    return tuple(_without_notes_below(inline) for inline in inlines if not isinstance(inline, Note))


def _without_notes_below(inline: Inline) -> Inline:
    """Return an inline with no footnotes below it; itself where it holds none."""
    held = getattr(inline, "inlines", ())
    kept = without_notes(held)
    return replace(inline, inlines=kept) if kept != held else inline  # type: ignore[arg-type]
