"""The columns of tables that are too narrow for a word: it is cut in the middle, or sticks out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...diagnostics import Diagnostic, Source, warning
from ...document import Cell, Document, Node, Table, Text
from ...document.grid import grid
from ...document.walk import text_of, walk

MANY = 3
"""Of a table with words cut in more columns than these, one finding tells: it is the table that is too wide."""

_HINT = "put the table on a page of the form 'landscape', give it fewer columns, or take a shorter word"

Cut = Mapping[int, Sequence[str]]
"""The words that are cut, by the identity of the node that they are of."""

Places = Mapping[str, Source]
"""Words, and where they stand."""


def narrow_columns(document: Document, cut: Cut) -> Iterator[Diagnostic]:
    """Return a warning for each column with words that are cut, at the longest; one for a table with many of these."""
    for node in walk(document) if cut else ():
        if isinstance(node, Table):
            found = {column: words for column in range(len(node.columns)) if (words := _cut_in(node, column, cut))}
            yield from _of_table(node, found) if len(found) > MANY else _of_columns(node, found)


def _cut_in(table: Table, column: int, cut: Cut) -> Places:
    """Return the words that are cut in the cells that begin in a column."""
    nodes = (node for _, cell in _cells(table, column) for node in walk(cell) if id(node) in cut)
    return {word: _place(word, node) for node in nodes for word in cut[id(node)]}


def _of_columns(table: Table, found: Mapping[int, Places]) -> Iterator[Diagnostic]:
    for column, words in found.items():
        word = max(words, key=len)
        more = f" and {len(words) - 1} more" if len(words) > 1 else ""
        message = f"the column {_name(table, column)} is too narrow for '{word}'{more}"
        yield warning("narrow-column", message, words[word], _HINT)


def _of_table(table: Table, found: Mapping[int, Places]) -> Iterator[Diagnostic]:
    word, column = max(((word, column) for column in found for word in found[column]), key=lambda one: len(one[0]))
    message = (
        f"the table is too wide for its page: words find no room in {len(found)} of its {len(table.columns)} columns,"
        f" such as '{word}' in the column {_name(table, column)}"
    )
    yield warning("narrow-column", message, found[column][word], _HINT)


def _cells(table: Table, column: int) -> Iterator[tuple[bool, Cell]]:
    """Return the cells that begin in a column, from the top, and whether they are of the head."""
    for rows in (table.head, table.body):
        slots = (slot for row in grid(rows, len(table.columns)) for slot in row if not slot.goes_on)
        yield from ((rows is table.head, slot.cell) for slot in slots if slot.cell and slot.column == column)


def _name(table: Table, column: int) -> str:
    """Return what a column is called: the lowest of its headings, else its number."""
    names = [text_of(cell.blocks) for is_head, cell in _cells(table, column) if is_head]
    return f"'{names[-1]}'" if names and names[-1] else str(column + 1)


def _place(word: str, node: Node) -> Source:
    """Return the place of a word of a node: its text, where the word is in one, or else that of the whole."""
    texts = (inner for inner in walk(node) if isinstance(inner, Text))
    return next((replace(text.source, quote=word) for text in texts if word in text.text), node.source)
