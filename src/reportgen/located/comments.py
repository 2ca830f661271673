"""The comments of a YAML file, and the entry that each is about: YAML's own reader drops them.

# stands above an entry, indented as it: about the whole of it
issues:
  - title: Prisoners   # stands behind a value: about the entry of that value
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ..frozen import dataclass
from .load import Piece, pieces

Position = tuple[int, int]
"""Line and column, from 1."""

_SIGN = re.compile(r"(?:^|(?<=\s))#")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` on, and the lines of the entry that it is about; both 0 where it is about none."""

    line: int
    column: int
    text: str
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key with its value, or an item of a list: where it begins, and behind its last character."""

    begin: Position
    end: Position

    @property
    def last(self) -> int:
        """The last line: a block of lines ends before the first character of the next."""
        return self.end[0] - (self.end[1] == 1)


def comments(text: str, lines: tuple[str, ...], sought: str) -> tuple[Comment, ...]:
    """Return the comments that hold some words, in their order; none, without reading on, where the text has none."""
    if sought not in text:
        return ()
    read = list(pieces(text))
    written = [one for one in read if one.kind in ("text", "block")]
    entries = list(_entries(read, lines))
    found = []
    for line, content in enumerate(lines, start=1):
        column = _begin(content, line, written) if sought in content else 0
        if column:
            before = content[: column - 1].rstrip(" \t,")
            about = _around((line, len(before)), entries) if before else _below(line, column, entries, lines)
            first, last = (about.begin[0], about.last) if about else (0, 0)
            found.append(Comment(line, column, content[column - 1 :], first, last))
    return tuple(found)


def _begin(content: str, line: int, written: list[Piece]) -> int:
    """Return the column where the comment of a line begins, outside of all texts; 0 for none."""
    for sign in _SIGN.finditer(content):
        column = sign.start() + 1
        before = bisect_right(written, (line, column), key=lambda one: one.begin) - 1
        if before < 0 or not _holds(written[before], (line, column)):
            return column
    return 0


def _holds(piece: Piece, position: Position) -> bool:
    """Return whether a text takes a position; a block's begins in the line below its sign."""
    begins = piece.begin[0] < position[0] if piece.kind == "block" else piece.begin <= position
    return begins and position < piece.end


def _below(line: int, column: int, entries: list[_Entry], lines: tuple[str, ...]) -> _Entry | None:
    """Return the entry right below a comment that stands alone, indented as it; None where another thing is there."""
    below = next((n for n, one in enumerate(lines[line:], line + 1) if one.strip() and one.lstrip()[0] != "#"), 0)
    begun = [one for one in entries if one.begin == (below, column)]
    return max(begun, key=lambda one: one.end, default=None)


def _around(position: Position, entries: list[_Entry]) -> _Entry | None:
    """Return the innermost entry that takes a position."""
    around = [one for one in entries if one.begin <= position < one.end]
    return max(around, key=lambda one: one.begin, default=None)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is not closed yet: where it begins, the key that waits for its value, the end so far."""

    piece: Piece
    end: Position
    key: Position | None = None


def _entries(read: list[Piece], lines: tuple[str, ...]) -> Iterator[_Entry]:
    """Return the entries of a file, each behind those inside it."""
    opened: list[_Open] = []
    for piece in read:
        begin, end = piece.begin, piece.end
        if piece.kind in ("mapping", "list"):
            opened.append(_Open(piece, end))
            continue
        if piece.kind == "end":
            closed = opened.pop()
            begin, end = closed.piece.begin, end if closed.piece.flow else closed.end
        if not opened:
            continue
        around = opened[-1]
        around.end = end
        if around.piece.kind == "list":
            yield _Entry(begin if around.piece.flow else _dash(begin, around.piece.begin, lines), end)
        elif around.key is None:
            around.key = begin
        else:
            yield _Entry(around.key, end)
            around.key = None


def _dash(begin: Position, first: Position, lines: tuple[str, ...]) -> Position:
    """Return where the `-` of an item stands: in the item's line, or above it."""
    line, column = begin[0], first[1]
    while line > first[0] and lines[line - 1][column - 1 : column] != "-":
        line -= 1
    return line, column
