"""Fill the lists of contents: the sections down to a depth, the tables, the figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from ..document import Block, Chart, Contents, ContentsEntry, Diagram, Document, Figure, Node, Section, Table
from ..document.blocks import ContentsOf
from ..document.walk import children, rewrite, walk, without_notes
from ..languages import Words


def transform(document: Document, words: Words) -> Document:
    """Return the document with an entry for each part that a list of contents is to show; itself without lists.

    A list that finds nothing to show loses its heading.
    """

    def filled(node: Node) -> Node:
        if isinstance(node, Contents):
            entries = tuple(_LISTS[node.of](document.blocks, node.depth))
            return replace(node, entries=entries, heading=node.heading if entries else ())
        return node

    return rewrite(document, filled)


def _sections(blocks: Iterable[Node], depth: int, level: int = 1) -> Iterator[ContentsEntry]:
    """Return the sections below some nodes, each before those inside it, down to a depth."""
    for node in blocks:
        if isinstance(node, Section):
            heading = without_notes(node.heading)
            yield ContentsEntry(target=node.id, inlines=heading, level=level, number=node.number, source=node.source)
            if level < depth:
                yield from _sections(node.blocks, depth, level + 1)
        elif not isinstance(node, Contents):
            yield from _sections(children(node), depth, level)


def _captions(kinds: tuple[type[Node], ...], blocks: Iterable[Block], depth: int) -> Iterator[ContentsEntry]:
    """Return what is counted among some kinds of tables and figures, in reading order."""
    for node in (below for block in blocks for below in walk(block)):
        if isinstance(node, Table | Figure | Chart | Diagram) and isinstance(node, kinds) and node.label:
            caption = without_notes(node.caption)
            yield ContentsEntry(target=node.id, inlines=caption, number=f"{node.label}.", source=node.source)


_LISTS: Mapping[ContentsOf, Callable[[Iterable[Block], int], Iterator[ContentsEntry]]] = MappingProxyType(
    {
        "sections": _sections,
        "tables": partial(_captions, (Table,)),
        "figures": partial(_captions, (Figure, Chart, Diagram)),
    }
)
