"""The places of keys and values in TOML text that the library has read: it tells none.

[checks.acronym]                   header: the keys on the way, and the table
checks.acronym.known = ["EU"]      statement: the keys on the way, the value and all in it
[[checks.names]]                   header of an item of a list
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from contextlib import suppress
from typing import TypeAlias

from ..diagnostics import Source

Steps: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys, and indices from 0."""

Place: TypeAlias = tuple[Source, Source]
"""Where a key stands, and where its value does."""

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_TEXT = r"\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'"
_KEY = re.compile(rf"{_TEXT}|[\w-]+")
_SCALAR = re.compile(
    r"\"{3}(?:\\[\s\S]|[^\\])*?\"{3,5}|'{3}[\s\S]*?'{3,5}|"
    rf"{_TEXT}|[^\s,\[\]{{}}#\"']+(?: \d\d:[^\s,\[\]{{}}#]+)?"
)


def places(file: str, text: str, max_depth: int) -> dict[Steps, Place]:
    """Return the places of keys and values by the way to them; of text that can't be followed, those up to there.

    What is nested more than `max_depth` deep can't be followed.
    """
    scan = _Scan(file, text, max_depth)
    with suppress(_Lost):
        scan.document()
    return scan.found


def path_of(steps: Steps) -> str:
    """Return the way to a value as it is shown: `checks.names[0]`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")


class _Lost(Exception):
    """What the text goes on with is none of what could stand there."""


class _Scan:
    """One way through one text, from its beginning; _Lost where it can't go on."""

    def __init__(self, file: str, text: str, max_depth: int) -> None:
        self.file, self.text, self.max_depth = file, text, max_depth
        self.position = 0
        self.begins = [0, *(found.end() for found in re.finditer("\n", text))]
        self.items: dict[Steps, int] = {}
        self.found: dict[Steps, Place] = {}

    def document(self) -> None:
        table: Steps = ()
        while self.goes_on():
            if self.sees("[["):
                table = self.header("[[", "]]")
            elif self.sees("["):
                table = self.header("[", "]")
            else:
                self.statement(table)

    def header(self, opened: str, closed: str) -> Steps:
        """Return the way to the table that a header begins; one of several items counts them."""
        self.expect(opened)
        steps: Steps = ()
        keys = self.keys()
        for number, (name, start, end) in enumerate(keys, start=1):
            steps += (name,)
            self.at_key(steps, start, end)
            if number == len(keys) and opened == "[[":
                self.items[steps] = self.items.get(steps, -1) + 1
            if steps in self.items:
                steps += (self.items[steps],)
                self.at_key(steps, start, end)
        self.expect(closed)
        return steps

    def statement(self, table: Steps) -> None:
        """Go over `key = value`, the key's way beginning in a table."""
        steps = table
        for name, start, end in self.keys():
            steps += (name,)
            self.at_key(steps, start, end)
        self.expect("=")
        self.value(steps)

    def keys(self) -> list[tuple[str, int, int]]:
        """Return the keys of a dotted one, each with where it begins and ends."""
        found: list[tuple[str, int, int]] = []
        while not found or self.sees("."):
            if found:
                self.expect(".")
            self.take(_BLANK)
            start, written = self.position, self.take(_KEY)
            found.append((_plain(written), start, self.position))
            self.take(_BLANK)
        return found

    def value(self, steps: Steps) -> None:
        if len(steps) > self.max_depth:
            raise _Lost
        self.take(_BLANK)
        start, end = self.position, self.position + 1
        if self.sees("["):
            self.within("[", "]", steps)
        elif self.sees("{"):
            self.within("{", "}", steps)
        else:
            end = start + len(self.take(_SCALAR))
        place = self.at(steps, start, end)
        self.found[steps] = (self.found.get(steps, (place, place))[0], place)

    def within(self, opened: str, closed: str, steps: Steps) -> None:
        """Go over the values of a list, or the statements of an inline table."""
        self.expect(opened)
        index = 0
        while self.goes_on() and not self.sees(closed):
            if opened == "[":
                self.value((*steps, index))
            else:
                self.statement(steps)
            index += 1
            self.take(_BLANK)
            if not self.sees(closed):
                self.expect(",")
        self.expect(closed)

    def goes_on(self) -> bool:
        """Return whether anything comes but blanks and comments, which are passed."""
        self.take(_BLANK)
        return self.position < len(self.text)

    def sees(self, sign: str) -> bool:
        return self.text.startswith(sign, self.position)

    def expect(self, sign: str) -> None:
        self.take(_BLANK)
        if not self.sees(sign):
            raise _Lost
        self.position += len(sign)

    def take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.position)
        if not found:
            raise _Lost
        self.position = found.end()
        return found.group()

    def at_key(self, steps: Steps, start: int, end: int) -> None:
        """Take a key's place for that of its value, too, until the value is seen; the first place of a key counts."""
        place = self.at(steps, start, end)
        self.found.setdefault(steps, (place, place))

    def at(self, steps: Steps, start: int, end: int) -> Source:
        """Return the place of what is written; its length is that of its first line, 1 for lists and inline tables."""
        line = bisect_right(self.begins, start)
        written = self.text[start:end].partition("\n")[0].rstrip()
        return Source(self.file, path_of(steps), line, start - self.begins[line - 1] + 1, max(1, len(written)))


def _plain(written: str) -> str:
    r"""Return a key as the library reads it: the escapes of TOML's quotes are those of JSON, but for `\U`."""
    if not written.startswith('"'):
        return written[1:-1] if written.startswith("'") else written
    try:
        return str(json.loads(written, strict=False))
    except ValueError:
        raise _Lost from None
