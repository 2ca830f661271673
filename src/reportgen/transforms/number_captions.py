"""Count the tables and the figures that have a caption, each kind through the whole, and let references name them."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from ..document import Chart, Diagram, Document, Figure, Node, Table
from ..document.walk import rewrite
from ..languages import Words


def transform(document: Document, words: Words) -> Document:
    """Return the document with a label before each caption; itself where its type does not count them."""
    if not document.conventions.captions:
        return document
    tables, figures = count(1), count(1)

    def labelled(node: Node) -> Node:
        if not isinstance(node, Table | Figure | Chart | Diagram) or not node.caption:
            return node
        kind, numbers = ("table", tables) if isinstance(node, Table) else ("figure", figures)
        number = next(numbers)
        label = getattr(words.patterns, f"{kind}_label").format(number=number)
        return replace(node, label=label, id=node.id or f"{kind}-{number}")

    return rewrite(document, labelled)
