"""Give each hole the words that stand in its place, in the document's language."""

from __future__ import annotations

from dataclasses import replace

from ..document import Document, Hole, Node
from ..document.walk import rewrite
from ..languages import Words


def transform(document: Document, words: Words) -> Document:
    """Return the document with every hole worded; itself where there are none."""

    def named(node: Node) -> Node:
        if isinstance(node, Hole):
            return replace(node, text=words.in_place_of(node.label))
        return node

    return rewrite(document, named)
