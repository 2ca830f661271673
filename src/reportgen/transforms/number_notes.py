"""Count the footnotes in the order in which their marks are read."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from ..document import Document, Node, Note
from ..document.walk import rewrite
from ..languages import Words


def transform(document: Document, words: Words) -> Document:
    """Return the document with a number for each footnote; itself where there are none."""
    numbers = count(1)

    def numbered(node: Node) -> Node:
        return replace(node, number=next(numbers)) if isinstance(node, Note) else node

    return rewrite(document, numbered)
