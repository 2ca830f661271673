"""The workbook in a chart: its numbers in named columns, to be edited in Excel.

Texts are written as texts, whatever they begin with: no author's words can become a formula.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook

SHEET = "Data"
WRITTEN = datetime.datetime(1980, 1, 1)
"""The date in the workbook's properties: never the clock's."""

Values = Sequence[str | float | None]


@dataclass(slots=True)
class Columns:
    """The columns of the sheet: a heading in the first row, values below it."""

    columns: list[tuple[str, Values]] = field(default_factory=list)

    def add(self, heading: str, values: Values) -> str:
        """Return the address of a new column's values, as the series of a chart name it."""
        self.columns.append((heading, tuple(values)))
        return self._address(len(self.columns) - 1, 2, len(values) + 1)

    @property
    def heading(self) -> str:
        """The address of the heading of the column added last."""
        return self._address(len(self.columns) - 1, 1, 1)

    def _address(self, column: int, first: int, last: int) -> str:
        from xlsxwriter.utility import xl_col_to_name

        letter = xl_col_to_name(column)
        cells = f"${letter}${first}" + (f":${letter}${last}" if last > first else "")
        return f"={SHEET}!{cells}"


def workbook(columns: Columns, insert: Callable[[Workbook, Any], None] | None = None) -> bytes:
    """Return the bytes of a workbook, the same for the same columns; `insert` may add to it and its sheet."""
    import xlsxwriter  # slow to import, and few memos have charts

    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": WRITTEN})
    sheet = book.add_worksheet(SHEET)
    for column, (heading, values) in enumerate(columns.columns):
        sheet.write_string(0, column, heading)
        for row, value in enumerate(values, 1):
            if isinstance(value, str):
                sheet.write_string(row, column, value)
            elif value is not None:
                sheet.write_number(row, column, value)
    if insert:
        insert(book, sheet)
    book.close()
    return buffer.getvalue()
