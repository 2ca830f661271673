"""Read the rows of a CSV or JSON file: what stands in it is text letter by letter, neither YAML nor Markdown."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import islice
from json import JSONDecodeError
from typing import Any, NoReturn

from ..diagnostics import BriefError, Diagnostic, Source, error, refuse
from ..workspace import Workspace, too_large
from .load import CONTROL
from .values import Mapping, Scalar, Sequence

DELIMITERS = (",", ";", "\t")
"""What parts the values of a CSV file: the first of them that its first line holds."""

_FORM = 'write a list of rows: [{"year": 2024, "dead": 12}, …]'


def load_rows(path: str, workspace: Workspace, named_at: Source) -> Sequence:
    """Return the rows of a file, each as a mapping whose keys are the columns; CSV has them in its first line.

    Raise BriefError with all of its faults, or, pointing at `named_at`, where it can't be read or is of another kind.
    """
    read = _READERS.get(path.lower().rpartition(".")[2])
    if read is None:
        raise refuse("wrong-value", f"'{path}' is neither CSV nor JSON", named_at, "save the rows as .csv or .json")
    faults: list[Diagnostic] = []
    text = workspace.read_text(path, named_at)
    most = workspace.limits.rows
    rows = Sequence.of(list(islice(read(path, text, faults), most + 1)), Source(path, "", 1, 1))
    if len(rows) > most:
        raise too_large(path, f"more than {most:,} rows", "rows", named_at)
    if faults:
        raise BriefError(faults)
    return rows


def _csv(path: str, text: str, faults: list[Diagnostic]) -> Iterator[Mapping]:
    """Return the rows of a CSV file (RFC 4180) but for empty ones."""
    first = text.partition("\n")[0]
    reader = csv.reader(
        text.splitlines(keepends=True), delimiter=next((sign for sign in DELIMITERS if sign in first), ","), strict=True
    )
    try:
        names = _Row(path, 1, 1, next(reader, [])).scalars(faults)
        _refuse_twice(names, faults)
        line = reader.line_num + 1
        for values in reader:
            row = _Row(path, line, reader.line_num, values)
            line = reader.line_num + 1
            if values and len(values) != len(names):
                message = f"values in this row: {len(values)}, columns: {len(names)}"
                faults.append(error("ragged-row", message, row.source, "put values that hold a comma in quotes"))
            elif values:
                yield Mapping.of(dict(zip(names, row.scalars(faults), strict=True)), row.source, _places(names))
    except csv.Error as fault:
        hint = 'double each quotation mark inside of quotes: "so ""called"" talks"'
        faults.append(error("csv-syntax", f"this line is no CSV: {fault}", Source(path, "", reader.line_num, 1), hint))


def _places(names: list[Scalar]) -> dict[str, Source]:
    return {name: name.source for name in names}


def _refuse_twice(names: list[Scalar], faults: list[Diagnostic]) -> None:
    for at, name in enumerate(names):
        if name in names[:at]:
            faults.append(error("duplicate-key", f"the column '{name}' stands here a second time", name.source))


class _Row:
    """The values of one row, and the lines that they take in the file."""

    def __init__(self, path: str, line: int, end: int, values: list[str]) -> None:
        self.source = Source(path, "", line, 1, end=end)
        self.values = values

    def scalars(self, faults: list[Diagnostic]) -> list[Scalar]:
        """Return the values as text, each with its place."""
        return [
            _verbatim(value, self.source, self.values[:at].count(value), faults) for at, value in enumerate(self.values)
        ]


def _verbatim(text: str, row: Source, nth: int, faults: list[Diagnostic]) -> Scalar:
    """Return a value as text letter by letter."""
    place = Source(row.file, row.path, row.line, row.column, row.length, text.strip(), nth, row.end)
    control = CONTROL.search(text)
    if control:
        message = f"the text holds U+{ord(control.group()):04X}, which is no character to be read"
        faults.append(error("unprintable-character", message, row, "take it out"))
    return Scalar(text, place, "verbatim")


def _json(path: str, text: str, faults: list[Diagnostic]) -> Iterator[Mapping]:
    """Return the rows of a JSON file, their numbers as they are written."""
    decoder = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=_no_number)
    try:
        decoder.decode(text)
        at = _after(text, text.index("["), "[") if text.lstrip().startswith("[") else -1
    except (JSONDecodeError, ValueError, RecursionError) as fault:
        line, column = getattr(fault, "lineno", 1), getattr(fault, "colno", 1)
        said = getattr(fault, "msg", str(fault))
        faults.append(error("json-syntax", f"this is no JSON: {said}", Source(path, "", line, column)))
        return
    if at < 0:
        faults.append(error("wrong-type", "the file must hold a list of rows", Source(path, "", 1, 1), _FORM))
    while 0 <= at < len(text) and text[at] != "]":
        row, end = decoder.raw_decode(text, at)
        place = Source(path, "", text.count("\n", 0, at) + 1, 1, end=text.count("\n", 0, end) + 1)
        yield from _from_json(row, place, faults)
        at = _after(text, end, ",")


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _after(text: str, at: int, sign: str) -> int:
    """Return where the next value begins: behind blanks and a sign."""
    while at < len(text) and (text[at].isspace() or text[at] == sign):
        sign, at = ("" if text[at] == sign else sign), at + 1
    return at


def _from_json(row: Any, place: Source, faults: list[Diagnostic]) -> Iterator[Mapping]:
    if not isinstance(row, dict) or not all(value is None or isinstance(value, str) for value in row.values()):
        faults.append(error("wrong-type", "a row must have keys with texts or numbers", place, _FORM))
        return
    values = {key: None if value is None else _verbatim(value, place, 0, faults) for key, value in row.items()}
    yield Mapping.of(values, place, dict.fromkeys(row, place))


_READERS = {"csv": _csv, "json": _json}
