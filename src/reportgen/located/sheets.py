"""Read the rows of a spreadsheet (Office Open XML, `.xlsx`): its first sheet, as it was saved last.

The only module that knows the library for them, which is not installed with reportgen: `reportgen[xlsx]`.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time
from itertools import islice
from typing import Any
from zipfile import BadZipFile, ZipFile

from ..diagnostics import BriefError, Diagnostic, Source, error, refuse
from ..limits import Limits
from ..workspace import MEGABYTE, Workspace, too_large
from .load import CONTROL
from .values import Mapping, Scalar, Sequence


def load_sheet(path: str, workspace: Workspace, named_at: Source) -> Sequence:
    """Return the rows of a spreadsheet, each as a mapping whose keys are the columns, which its first row names.

    What a cell holds is text letter by letter, of the kind `verbatim`: numbers in the shortest form that means the
    same, dates in ISO 8601, an empty cell the empty text. Empty rows are passed over; of a formula counts the result
    that was saved. Places are rows, paths the names of cells. Raise BriefError with all faults, or, pointing at
    `named_at`, where it can't be read.
    """
    faults: list[Diagnostic] = []
    most = workspace.limits.rows
    rows = [list(row) for row in islice(_sheet(path, workspace, named_at).iter_rows(), most + 2)]
    if len(rows) > most + 1:
        raise too_large(path, f"more than {most:,} rows", "rows", named_at)
    filled = [row for row in rows if any(cell.value is not None for cell in row)]
    names = [_scalar(path, cell, faults) for cell in filled[0]] if filled else []
    while names and not names[-1]:
        names.pop()
    for at, name in enumerate(names):
        if name in names[:at]:
            faults.append(error("duplicate-key", f"the column '{name}' stands here a second time", name.source))
    found = [_row(path, names, row, faults) for row in filled[1:]]
    if faults:
        raise BriefError(faults)
    return Sequence.of(found, Source(path))


def _sheet(path: str, workspace: Workspace, named_at: Source) -> Any:
    try:
        from openpyxl import load_workbook
    except ImportError:
        hint = "pip install 'reportgen[xlsx]', or save the rows as .csv"
        raise refuse("wrong-value", f"'{path}' can't be read: openpyxl is not installed", named_at, hint) from None
    content = workspace.read_bytes(path, named_at)
    _refuse_bombs(path, content, workspace.limits, named_at)
    try:
        return load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    except Exception as fault:  # noqa: BLE001  the library fails in any way at what is no spreadsheet
        hint = "open it in a spreadsheet program and save it again, or save the rows as .csv"
        raise refuse("wrong-value", f"this is no spreadsheet that can be read: {fault}", Source(path), hint) from None


def _refuse_bombs(path: str, content: bytes, limits: Limits, named_at: Source) -> None:
    """Refuse a workbook that would be too large once it is unpacked."""
    try:
        with ZipFile(io.BytesIO(content)) as package:
            unpacked = sum(part.file_size for part in package.infolist())
    except BadZipFile:
        return  # the library says what else it is
    if unpacked > limits.megabytes * MEGABYTE:
        raise too_large(path, f"more than {limits.megabytes} MB when it is unpacked", "megabytes", named_at)


def _row(path: str, names: list[Scalar], cells: list[Any], faults: list[Diagnostic]) -> Mapping:
    place = Source(path, "", cells[0].row)
    values = {name: _scalar(path, cell, faults) for name, cell in zip(names, cells, strict=False)}
    for cell in cells[len(names) :]:
        if cell.value is not None:
            message = f"the cell {cell.coordinate} stands in a column without a name"
            faults.append(error("ragged-row", message, Source(path, cell.coordinate, cell.row), "name the column"))
    return Mapping.of(values, place, {name: name.source for name in names})


def _scalar(path: str, cell: Any, faults: list[Diagnostic]) -> Scalar:
    text = _text(cell.value)
    place = Source(path, cell.coordinate, cell.row)
    control = CONTROL.search(text)
    if control or cell.data_type == "e":
        what = f"U+{ord(control.group()):04X}, which is no character to be read" if control else f"the fault {text}"
        faults.append(error("unprintable-character", f"the cell {cell.coordinate} holds {what}", place, "mend it"))
    return Scalar(text, place, "verbatim")


def _text(value: Any) -> str:
    """Return what a cell holds as text; the empty text for an empty one."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return "" if value is None else str(value)
