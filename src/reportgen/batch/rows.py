"""One memo for each row of a data file: its values fill the variables of one brief."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace

from ..diagnostics import BriefError, Diagnostic, Source, choices, error
from ..located import Mapping, load_rows, load_sheet
from ..workspace import Workspace
from .tasks import Task

_FIELD = re.compile(r"\{([^{}]*)\}")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]|^[. -]|[. ]$")
"""What can't stand in a file's name on every system, what hides a file, and what a command would take for an option."""

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""The names that Windows keeps for devices."""

LONGEST = 200
"""So many bytes a name may have: file systems allow 255, and a suffix comes to it."""


def tasks_of_rows(data: str, name: str, task: Task, output: str, workspace: Workspace) -> tuple[Task, ...]:
    """Return a task like the given one for each row of a data file, named by a pattern: `{country}-memo`.

    Raise BriefError with all faults of the file and of the names, each at its row: a column that there is not, names
    that can't be files', two rows with one name.
    """
    read = load_sheet if data.lower().endswith(".xlsx") else load_rows
    rows = read(data, workspace, Source("--data"))
    faults: list[Diagnostic] = []
    owners: dict[str, Source] = {}
    tasks = []
    for row in rows:
        missing = list(_missing(name, row))
        faults.extend(missing)
        if missing:
            continue
        filled = _filled(name, row, faults)
        stem = filled.casefold()  # one name on systems that do not tell cases apart
        if stem in owners:
            hint = f"{owners[stem]} has it already; put a column into --name that tells them apart"
            faults.append(error("duplicate-name", f"a second memo would be written as '{filled}'", row.source, hint))
        owners.setdefault(stem, row.source)
        tasks.append(replace(task, row=row, target=os.path.join(output, filled)))
    if not tasks and not faults:
        faults.append(error("empty-file", "there is no row to make a memo of", rows.source))
    if faults:
        raise BriefError(faults)
    return tuple(tasks)


def _filled(pattern: str, row: Mapping, faults: list[Diagnostic]) -> str:
    """Return the pattern with a row's values in it; a fault where that gives no name for a file."""
    name = _FIELD.sub(lambda field: str(row.get(field[1]) or ""), pattern)
    unsafe = _UNSAFE.search(name)
    if unsafe or _RESERVED.fullmatch(name) or not name or len(name.encode()) > LONGEST:
        why = f"it holds '{unsafe.group()}' where no file's name may" if unsafe else "no file can have it"
        message = f"the row gives the name '{name}', which can't be used: {why}"
        faults.append(error("unsafe-name", message, row.source, "name the memos by a plain column in --name"))
    return name


def _missing(pattern: str, row: Mapping) -> Iterator[Diagnostic]:
    for field in _FIELD.findall(pattern):
        if field not in row:
            message = f"the data has no column '{field}', which --name asks for"
            yield error("unknown-column", message, row.source, choices(field, row))
        elif not row[field]:
            yield error("unsafe-name", f"the column '{field}', which --name asks for, is empty here", row.source)
