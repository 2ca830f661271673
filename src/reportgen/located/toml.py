"""Read TOML text into located values. The only module that knows the TOML library, which tells no places of values.

Numbers stay as they are written where the library hands them on; dates and times are text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as AnySequence
from typing import Any

from ..diagnostics import BriefError, Diagnostic, Source, error, refuse
from ..workspace import Workspace
from .load import CONTROL, too_deep
from .toml_places import Place, Steps, path_of, places
from .values import Mapping, Scalar, Sequence, Value

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")

# What the library says, by how it begins, and the same in an author's words. `{0}` is what it names at its end.
_SAID: tuple[tuple[str, str, str], ...] = (
    ("Invalid statement", "no key and no '[table]' begins with this", "write 'key = value'; a comment begins with '#'"),
    ("Expected newline or end of document", "something stands behind the value", "put text in quotes; one key a line"),
    (
        "Expected '=' after a key",
        "a key is not followed by '='",
        "write 'key = value'; a key of several words in quotes",
    ),
    ("Invalid initial character for a key", "a key can't begin with this character", "put the key in quotes"),
    ("Invalid value", "this is no value", 'put text in quotes: severity = "warning"'),
    ("Unclosed array", "a '[' is not closed, or two of its values have no ',' between them", "close it with ']'"),
    ("Unclosed inline table", "a '{{' is not closed in its line, or a ',' is missing in it", "close it with '}}'"),
    ("Unterminated string", "a quotation mark is not closed", "close it"),
    ("Expected \"'", "a quotation mark is not closed", "close it"),
    ("Illegal character", "a character that can't stand in quotes: {0}", "close the quotation mark in its line"),
    ("Found invalid character", "a character that can't stand here: {0}", "delete it"),
    ("Unescaped", "'\\' followed by this character means nothing", "use single quotes, or write '\\\\'"),
    ("Invalid hex value", "'\\u' needs four digits from 0 to F behind it, '\\U' eight", "use single quotes for a '\\'"),
    ("Escaped character is not", "this number is no character", "write the character itself"),
    ("Invalid date", "there is no such day or time", "put it in quotes if it is text"),
    ("Expected ']", "a '[' at the beginning of a line is not closed", "write '[table]', or '[[table]]' for an item"),
    ("Cannot declare", "this table was given before", "put its keys where it was given first"),
    ("Duplicate inline table key", "the key {0} stands here a second time", "only one can count"),
    ("Cannot ", "this key was given a value before", "only one can count"),
)
_OF_THE_WHOLE_LINE = ("Cannot ",)
"""Faults that the library tells behind the statement that has them."""


def load_toml(path: str, workspace: Workspace, table: AnySequence[str] = ()) -> Mapping:
    """Return the mapping that a TOML file holds, each value located; an empty one where it does not hold the `table`.

    Raise BriefError for a file that can't be read, for no TOML (its first fault: the library stops there), and with all
    values that are nested too deeply, too great or hold what is no character.
    """
    import tomllib  # most projects have no settings

    text = workspace.read_text(path)
    try:
        values = tomllib.loads(text, parse_float=_number)
    except tomllib.TOMLDecodeError as fault:
        raise BriefError([_syntax_fault(path, text, str(fault))]) from None
    except RecursionError:
        raise refuse("too-deep", "values are nested too deeply here", Source(path), "nest them less") from None
    except ValueError:  # Python's own, for a number of thousands of digits
        raise BriefError([_too_great(Source(path))]) from None
    return (
        _Reader(path, text, workspace.limits.depth).read(values)
        if _holds(values, table)
        else Mapping.of({}, Source(path))
    )


def _holds(values: Any, table: AnySequence[str]) -> bool:
    """Return whether there is something at a table's name: finding out where all stands takes longer than reading."""
    for key in table:
        if not isinstance(values, dict) or key not in values:
            return False
        values = values[key]
    return True


def _number(written: str) -> Scalar:
    """Return a number with a point or an exponent as YAML would have it; `inf` and `nan` are none there."""
    plain = written.replace("_", "")
    return Scalar(plain, kind="text" if plain.endswith(("inf", "nan")) else "number")


def _too_great(place: Source) -> Diagnostic:
    return error("toml-syntax", "this number is too great", place, "put it in quotes if it is text")


def _syntax_fault(path: str, text: str, said: str) -> Diagnostic:
    """Return what is wrong with text that is no TOML; a fault there are no words for here keeps the library's own."""
    found = _PLACE.search(said)
    said = said[: found.start()] if found else said
    place = _place(path, text, found and found[1], found and found[2])
    named = said.rpartition(" ")[2]
    for begins, message, hint in _SAID:
        if said.startswith(begins):
            if begins.startswith(_OF_THE_WHOLE_LINE):
                line = text.split("\n")[place.line - 1]
                place = Source(path, "", place.line, len(line) - len(line.lstrip()) + 1)
            return error("toml-syntax", message.format(named), place, hint)
    return error("toml-syntax", f"this is no TOML: {said}", place)


def _place(path: str, text: str, line: str | None, column: str | None) -> Source:
    """Return where reading stopped: the last character for the end of the document."""
    if line and column:
        return Source(path, "", int(line), int(column))
    before = text.rstrip()
    return Source(path, "", before.count("\n") + 1, max(1, len(before) - before.rfind("\n") - 1))


class _Reader:
    """One reading of one file, with the faults found so far."""

    def __init__(self, path: str, text: str, most: int) -> None:
        self.file, self.most = path, most
        self.places = places(path, text, most)
        self.faults: list[Diagnostic] = []

    def read(self, values: dict[str, Any]) -> Mapping:
        read = self.table(values, ())
        if self.faults:
            raise BriefError(self.faults)
        return read

    def at(self, steps: Steps) -> Place:
        """Return the place of a key and that of its value; the file as a whole where they are not known."""
        unknown = Source(self.file, path_of(steps))
        return self.places.get(steps, (unknown, unknown))

    def table(self, values: dict[str, Any], steps: Steps) -> Mapping:
        pairs: dict[str, Value] = {}
        keys_at: dict[str, Source] = {}
        for key, value in values.items():
            keys_at[key] = place = self.at((*steps, key))[0]
            pairs[self.text(key, place)] = self.value(value, (*steps, key))
        return Mapping.of(pairs, self.at(steps)[1], keys_at)

    def value(self, value: Any, steps: Steps) -> Value:
        place = self.at(steps)[1]
        if len(steps) > self.most:
            raise too_deep(self.most, place)
        if isinstance(value, bool):
            return value
        if isinstance(value, dict):
            return self.table(value, steps)
        if isinstance(value, list):
            return Sequence.of([self.value(item, (*steps, index)) for index, item in enumerate(value)], place)
        if isinstance(value, int):
            return self.whole(value, place)
        return self.text(value if isinstance(value, str) else value.isoformat(), place)

    def whole(self, value: int, place: Source) -> Scalar:
        """Return a whole number, which TOML bounds to 64 bits; Python can't even print the greatest it reads."""
        if value.bit_length() > 63:
            self.faults.append(_too_great(place))
            return Scalar("", place, "number")
        return Scalar(str(value), place, "number")

    def text(self, value: str, place: Source) -> Scalar:
        control = CONTROL.search(value)
        if control:
            message = f"the text holds U+{ord(control.group()):04X}, which is no character to be read"
            self.faults.append(error("unprintable-character", message, place, "take it out"))
        return Scalar(value, place, getattr(value, "kind", "text"))
