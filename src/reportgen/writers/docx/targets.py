"""What references can lead to: the bookmark of each part of a document, and what a field finds there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace

from ...document import (
    BibliographyEntry,
    BulletList,
    Chart,
    Diagram,
    Document,
    Figure,
    ListItem,
    Node,
    NumberedList,
    Paragraph,
    Section,
    Table,
)
from ...frozen import dataclass
from ...style import Style
from .counting import Counting
from .wml import escape

HOLDERS = ("blocks", "items", "head", "body", "cells", "fields", "entries")
"""The fields of nodes that blocks stand in, in reading order."""

CAPTIONED = (Table, Figure, Chart, Diagram)
"""What is named by a label before its caption."""

WORK = "work:"
"""What the ids of cited works begin with among those of parts."""

PLAIN = re.compile("[a-z0-9_]{1,34}")
DIGITS = 16


@dataclass(frozen=True, slots=True)
class Target:
    """A part of the document: the name of its bookmark, and the words that a field which points there is filled with.

    `of_number` says that these are the part's automatic number, which is not among the words in the bookmark; `words`
    are empty where no field can tell them.
    """

    bookmark: str
    words: str = ""
    of_number: bool = False


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks of a document: the parts that can be pointed to by their ids, and those that have been set."""

    targets: dict[str, Target] = field(default_factory=dict)
    count: int = 0
    marked: set[str] = field(default_factory=set)

    def around(self, id: str, content: str) -> str:
        """Return content in the bookmark of a part; as it is where the part has no id, or is one that stood before."""
        if not id or id in self.marked:
            return content
        self.marked.add(id)
        return self.named(bookmark_name(id), content)

    def named(self, name: str, content: str) -> str:
        """Return content in the bookmark of a name that no other has; as it is for an empty name."""
        if not name:
            return content
        self.count += 1
        start = f'<w:bookmarkStart w:id="{self.count}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{self.count}"/>'


def bookmark_name(id: str) -> str:
    """Return the name of the bookmark of a part: at most 40 letters, figures and low lines (17.13.6.2).

    Word takes names that differ only in capitals for one, so ids that hold any, or other signs, are hashed. Names that
    begin with a low line stay out of its list of bookmarks.
    """
    if PLAIN.fullmatch(id):
        return f"_Ref_{id}"
    return f"_RefX_{hashlib.sha256(id.encode('utf-8', 'replace')).hexdigest()[:DIGITS]}"


def targets(document: Document, style: Style) -> dict[str, Target]:
    """Return the parts of a document that have an id, by their ids; of two with the same id the first."""
    counting = Counting(document.conventions.headings)
    found: dict[str, Target] = {}
    for id, target in _targets(document.blocks, counting, _Around(style.list.number(1) == "decimal")):
        found.setdefault(id, target)
    return found


def link(target: Target, content: str) -> str:
    """Return runs that lead to a part of the document (17.16.22)."""
    return f'<w:hyperlink w:anchor="{escape(target.bookmark)}" w:history="1">{content}</w:hyperlink>'


@dataclass(frozen=True, slots=True)
class _Around:
    """Where a part stands: under how many headings, in how many lists, and the number of the first item around it.

    `figures` says whether outermost lists count in figures; `first` is 0 where items have no such number.
    """

    figures: bool
    headings: int = 0
    lists: int = 0
    first: int = 0


def _targets(nodes: Iterable[Node], counting: Counting, around: _Around) -> Iterator[tuple[str, Target]]:
    """Return the parts among some nodes and below them, counting along."""
    for place, node in enumerate(nodes):
        id, number = getattr(node, "id", ""), _number(node, place, counting, around)
        if isinstance(node, BibliographyEntry):
            yield WORK + id, Target(bookmark_name(WORK + id))
        elif id and isinstance(node, CAPTIONED):
            yield id, Target(bookmark_name(id), node.label)
        elif id:
            yield id, Target(bookmark_name(id), number, of_number=True)
        inside = _inside(node, around)
        for name in HOLDERS:
            held = getattr(node, name, ())
            if held and isinstance(held, tuple):
                yield from _targets(held, counting, inside)


def _inside(node: Node, around: _Around) -> _Around:
    if isinstance(node, Section):
        return replace(around, headings=around.headings + 1)
    if isinstance(node, NumberedList) and around.figures and not around.lists:
        return replace(around, lists=1, first=node.start)
    if isinstance(node, BulletList | NumberedList):
        return replace(around, lists=around.lists + 1, first=0)
    return around


def _number(node: Node, place: int, counting: Counting, around: _Around) -> str:
    """Return a part's number as a field tells it, without a full stop (17.16.5.50); empty where none can."""
    if isinstance(node, Section) and node.number:
        automatic = counting.heading(around.headings + 1, node.number)
        return node.number if automatic and counting.scheme == "decimal" else ""
    if isinstance(node, Paragraph) and node.number and not around.lists:
        return node.number.removesuffix(".") if counting.paragraph(node.number) else ""
    if isinstance(node, ListItem) and around.first:
        return str(around.first + place)
    return ""
