"""A document as an editor reads it: passage by passage, with the words apart that are not the author's to change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from ..diagnostics import Source
from ..frozen import dataclass
from .blocks import Cell, Document, FieldList, Quote
from .inlines import Citation, Code, Emphasis, Hole, LineBreak, Link, Node, Note, Span, Text
from .walk import INLINE_TYPES, holders, walk

BLANK = "\ufffc"
"""What stands for each character that is not to be read: U+FFFC, no letter, no digit and no space."""

Place = Literal["heading", "label", "caption", "cell", "text"]
"""Where a passage stands: a heading, the label of a field, a caption, a cell or field, or running text."""

_PLACES: dict[str, Place] = {"heading": "heading", "label": "label", "caption": "caption"}
_KEPT = (Citation, Code, Emphasis, Hole)

# What somebody else said, in the quotation marks of any language; single ones only where they can be no apostrophe.
_QUOTED = r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"|(?<!\w)‘[^‘’]*(?:’(?=\w)[^‘’]*)*’(?!\w)"
# Agreements keep the names that their signatories gave them.
_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯҐЄІЇ][\w’'-]*"
_AGREEMENT = (
    rf"(?:{_CAPITAL} (?:(?:of|on|the|for|and|to|in) ){{0,2}}){{1,8}}"
    r"(?:Agreements?|Accords?|Protocols?|Treaty|Treaties|Memorandum|Memoranda|Declaration|Convention|Charter|Act)\b"
)
_UNTOUCHED = re.compile(f"{_QUOTED}|{_AGREEMENT}")
_SIGNS = (
    *("“", "„", "«", '"', "‘"),
    *("Agreement", "Accord", "Protocol", "Treat", "Memorand", "Declaration", "Convention", "Charter", "Act"),
)
"""Of what stays untouched, something that it holds: most passages hold none, and need not be searched."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A leaf of a passage: where its text begins in the passage, and what was read of the same value.

    `read` grows while passages are made; the first `seen` of it came before this leaf.
    """

    start: int
    leaf: Node
    read: list[str]
    seen: int

    @property
    def before(self) -> str:
        """What of the same value was read before it."""
        return "".join(self.read[: self.seen])


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of inlines as one text.

    `text` is what the reader reads. `plain` has the same length, with BLANK in place of what stays as it is:
    quotations, emphasised titles, names of agreements, other languages, literal text and holes. `linked` says whether
    a link, a citation or a note stands in it.
    """

    text: str
    plain: str
    place: Place
    pieces: tuple[Piece, ...]
    linked: bool

    @property
    def source(self) -> Source:
        """The place where the passage begins."""
        return self.pieces[0].leaf.source

    def at(self, start: int, end: int) -> Source:
        """Return the place of the characters from `start` up to `end`."""
        piece = self._piece(start)
        quote = self.text[start:end]
        nth = piece.before.count(quote) + self.text.count(quote, piece.start, start + len(quote) - 1)
        return replace(piece.leaf.source, quote=quote, nth=nth)

    def leaf(self, start: int) -> Node:
        """Return the node that the character at `start` is of."""
        return self._piece(start).leaf

    def is_literal(self, start: int) -> bool:
        """Return whether the character at `start` is of a hole or of literal text (`code`)."""
        return isinstance(self.leaf(start), Hole | Code)

    def _piece(self, start: int) -> Piece:
        return next(piece for piece in reversed(self.pieces) if piece.start <= start)


def passages(document: Document) -> Iterator[Passage]:
    """Return the passages of a document in reading order; those without a word are left out."""
    read: dict[Source, list[str]] = {}
    for line, place, quoted in _lines(document, "text", quoted=False):
        passage = _passage(line, place, quoted, read)
        if passage.text.strip():
            yield passage


def _lines(node: Node, place: Place, quoted: bool) -> Iterator[tuple[tuple[Node, ...], Place, bool]]:
    """Return each line of inlines below a node, where it stands, and whether it is somebody else's."""
    quoted = quoted or isinstance(node, Quote)
    below = "cell" if isinstance(node, Cell | FieldList) else place
    for name in holders(node):
        held = getattr(node, name)
        if isinstance(held, tuple) and held and isinstance(held[0], INLINE_TYPES):
            yield held, _PLACES.get(name, below), quoted
            for note in (node for inline in held for node in walk(inline) if isinstance(node, Note)):
                yield from _lines(note, "text", quoted)
        elif isinstance(held, tuple):
            for child in held:
                yield from _lines(child, below, quoted)


def _passage(line: tuple[Node, ...], place: Place, quoted: bool, read: dict[Source, list[str]]) -> Passage:
    """Return the passage of a line; `read` has what was read of each scalar so far, and is added to."""
    texts: list[str] = []
    plains: list[str] = []
    pieces: list[Piece] = []
    start = 0
    for leaf, kept in (found for node in line for found in _leaves(node, quoted)):
        words = " " if isinstance(leaf, LineBreak) else getattr(leaf, "text", "")
        before = read.setdefault(leaf.source, [])
        pieces.append(Piece(start, leaf, before, len(before)))
        before.append(words)
        texts.append(words)
        plains.append(BLANK * len(words) if kept else words)
        start += len(words)
    plain = "".join(plains)
    if any(sign in plain for sign in _SIGNS):
        plain = _UNTOUCHED.sub(lambda found: BLANK * len(found.group()), plain)
    return Passage("".join(texts), plain, place, tuple(pieces), any(_leads_out(node) for node in line))


def _leads_out(inline: Node) -> bool:
    """Return whether something in an inline says where more can be read: a link, a citation, a note."""
    return any(isinstance(node, Link | Citation | Note) for node in walk(inline))


def _leaves(node: Node, kept: bool) -> Iterator[tuple[Node, bool]]:
    """Return the leaves of an inline, and whether each is to stay as it is."""
    if isinstance(node, Text | Code | Hole | LineBreak):
        yield node, kept or isinstance(node, _KEPT)
        return
    kept = kept or isinstance(node, _KEPT) or (isinstance(node, Span) and bool(node.lang))
    for child in getattr(node, "inlines", ()):
        yield from _leaves(child, kept)
