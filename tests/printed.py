"""Nodes of a document, and a line's words with the marks of its notes, for tests."""

from __future__ import annotations

from reportgen.document import Document, Node, Note, Text
from reportgen.document.walk import walk


def nodes(document: Document, *kinds: type[Node]) -> list[Node]:
    return [node for node in walk(document) if isinstance(node, kinds)]


def printed(node: Node) -> str:
    """Return the words of a line with the marks of its notes."""
    if isinstance(node, Note):
        return f"^{node.number}"
    return node.text if isinstance(node, Text) else "".join(map(printed, getattr(node, "inlines", ())))
