"""Where the words of a string stand in its file, also where folding and quoting make the two differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Source
from ..located import Scalar, hole_mark, hole_of
from ..workspace import Workspace

OPENS = ("{{", "{%")
CLOSES = ("}}", "%}")
"""The signs that placeholders stand between."""

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_SIGNS = re.compile("|".join(re.escape(sign) for sign in (*OPENS, *CLOSES)))


class Written:
    """A string as it stands in its file: folding and quoting make the two differ."""

    def __init__(self, text: Scalar, workspace: Workspace) -> None:
        self.text = text
        first, last = text.source.line, text.end
        known = bool(text.source.file and first)
        self.lines = workspace.lines(text.source.file)[first - 1 : last] if known else ()
        self.labels: dict[str, list[Source]] = {}
        for row, column, label in self._quoted():
            self.labels.setdefault(label, []).append(self._at(row, column, label))

    def placed(self, mark: re.Match[str]) -> str:
        """Return the mark of a hole with its place: of holes with one label, the first not found before."""
        label, expects, place = hole_of(mark)
        if place.file:
            return mark.group()
        known = self.labels.get(label, [])
        return hole_mark(label, expects, known.pop(0) if len(known) > 1 else (known or [self.text.source])[0])

    def find(self, sought: str, line: int) -> Source:
        """Return the place of a word inside the braces, at or after a line; the string's own if it is not there."""
        above = line - 1 if self.text.lines else 0
        word = re.compile(rf"\b{re.escape(sought)}\b" if sought.isidentifier() else re.escape(sought))
        for row, begin, inside in self._inside():
            found = word.search(inside) if row >= above else None
            if found:
                return self._at(row, begin + found.start(), sought)
        return self.text.source.below(above)

    def _at(self, row: int, column: int, word: str) -> Source:
        start = self.text.source
        return Source(start.file, start.path, start.line + row, column + 1, max(1, len(word)))

    def _quoted(self) -> Iterator[tuple[int, int, str]]:
        """Return row and column, from 0, of each quoted string inside the braces, and the string."""
        for row, begin, inside in self._inside():
            for found in _QUOTED.finditer(inside):
                yield row, begin + found.start() + 1, found.group()[1:-1]

    def _inside(self) -> Iterator[tuple[int, int, str]]:
        """Return what stands between an opening and the next closing sign, line by line, with row and column from 0."""
        opened = False
        for row, line in enumerate(self.lines):
            begin = self.text.source.column - 1 if row == 0 else 0
            for found in _SIGNS.finditer(line, begin):
                if opened:
                    yield row, begin, line[begin : found.end()]
                opened, begin = found.group() in OPENS, found.start()
            if opened:
                yield row, begin, line[begin:]
