"""Tables, charts and figures: what they are called, and the data, here or in a file beside the brief."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import PrivateAttr, WithJsonSchema, model_validator
from pydantic_core.core_schema import ValidationInfo

from ...diagnostics import BriefError, choices, error
from ...document import LARGEST, Figure
from ...located import Closed, Context, Mapping, PlainText, Reference, References, Scalar, Sequence, fault, load_rows
from ..images import read_figure
from .text import Line

Align = Literal["left", "right", "center"]
ChartKind = Literal["bar", "grouped_bar", "stacked_bar", "line"]

_CELL = {"type": ["string", "number", "null"]}
_ROW = {"anyOf": [{"type": "array", "items": _CELL}, {"type": "object", "additionalProperties": _CELL}]}


class Column(Closed):
    """A column: its heading, and the key of its values in rows that have keys."""

    SHORT_FORM: ClassVar[str] = "title"

    key: PlainText | None = None
    """What the column is called in the data; the heading where nothing else is given."""
    title: Line | None = None
    """The heading of the column."""
    align: Align | None = None
    """To which side its values stand; numbers to the right, if nothing is said."""
    unit: Line | None = None
    """What its numbers count, such as `km`."""

    @property
    def name(self) -> str:
        """The name by which rows and charts know the column."""
        return str(self.key) if self.key else self.title.text if self.title else ""


class Data(Closed):
    """Rows of values, written in the brief or read from a CSV or JSON file beside it."""

    id: Reference | None = None
    title: Line | None = None
    """The caption."""
    columns: tuple[Column, ...] = ()
    """The columns; those of the data where none are named."""
    rows: Annotated[tuple[tuple[Line | None, ...], ...], WithJsonSchema({"type": "array", "items": _ROW})] = ()
    """A list of lists, or a list of mappings whose keys are those of the columns."""
    data: PlainText | None = None
    """The name of a CSV or JSON file beside the brief."""
    notes: Line | None = None
    """What is to be said below it."""
    sources: References = ()

    @model_validator(mode="before")
    @classmethod
    def _in_rows(cls, value: Any, info: ValidationInfo[Context]) -> Any:
        """Read the file, and bring all rows into the order of the columns."""
        if not isinstance(value, Mapping):
            return value
        given, rows = value.get("data"), value.get("rows")
        if isinstance(given, Scalar):
            if rows is not None:
                fault("two-places", "there are rows here and in a file", value.key_at("data"), "leave one of them away")
            try:
                path = info.context.workspace.beside(given.source.file, given, given.source)
                rows = load_rows(path, info.context.workspace, given.source)
            except BriefError as refused:
                info.context.faults.extend(refused.diagnostics)
                return value
        columns = _columns(value.get("columns"), rows)
        if rows is None or columns is None:
            return value
        info.context.faults.extend(fault for row in rows for fault in _unfit(row, columns))
        names = [_name(column) for column in columns]
        even = Sequence.of([_in_order(row, names) for row in rows], getattr(rows, "source", value.source))
        return value.with_value("columns", columns).with_value("rows", even)


class DataTable(Data):
    """A table of the author's."""


def _columns(given: Any, rows: Any) -> Any:
    """Return the columns, as the brief has them or else as the data name them; None where rows are of no use."""
    if not isinstance(rows, Sequence) or not all(isinstance(row, Sequence | Mapping) for row in rows):
        return None
    if isinstance(given, Sequence):
        return given
    if rows and isinstance(rows[0], Mapping):
        found = {key: place for row in rows if isinstance(row, Mapping) for key, place in row.keys_at.items()}
        keys = [Scalar(key, place) for key, place in found.items()]
        return Sequence.of([Mapping.of({"key": key, "title": key}, key.source) for key in keys], rows.source)
    return fault("missing-key", "the key 'columns' is missing", rows.source, "add 'columns: [...]'")


def _name(column: Any) -> str:
    """Return what a column is called, as far as it can be told before it is held against its model."""
    if isinstance(column, Mapping):
        return str(column.get("key") or column.get("title") or "")
    return str(column)


def _unfit(row: Any, columns: Any) -> Any:
    """Return what is wrong with a row: values for which there is no column, or too few."""
    names = [_name(column) for column in columns]
    if isinstance(row, Mapping):
        for key in row:
            if key not in names:
                yield error("unknown-key", f"there is no column '{key}'", row.key_at(key), choices(key, names))
    elif len(row) != len(names):
        message = f"values in this row: {len(row)}, columns: {len(names)}"
        yield error("ragged-row", message, row.source, "write null where there is no value")


def _in_order(row: Any, names: list[str]) -> Any:
    values = [row.get(name) for name in names] if isinstance(row, Mapping) else list(row)
    blank = [None if isinstance(value, Scalar) and not value.strip() else value for value in values]
    return Sequence.of(blank, row.source)


class Bounds(Closed):
    """The columns with the bounds of the uncertainty of a series."""

    low: Reference | None = None
    """The column with the lower bounds."""
    high: Reference | None = None
    """The column with the upper bounds."""


class DataChart(Data):
    """A chart: what is drawn along the axis, and the columns of numbers that are drawn."""

    kind: ChartKind
    """How it is drawn."""
    x: Reference | None = None
    """The column along the axis; the first where none is named."""
    series: References = ()
    """The columns that are drawn; all others where none are named."""
    bounds: dict[Reference, Bounds] = {}
    """The columns with the bounds of a series' numbers, by the series: `{Dead: {low: Least, high: Most}}`."""
    unit: Line | None = None
    """What the numbers count, such as `km`."""
    alt: Line | None = None
    """What the chart shows, in words, for those who can't see it."""

    @property
    def along(self) -> str:
        """The name of the column along the axis; empty where there are no columns."""
        return str(self.x or (self.columns[0].name if self.columns else ""))

    @property
    def drawn(self) -> tuple[str, ...]:
        """The names of the columns that are drawn."""
        aside = {self.along, *self._named_as_bounds()}
        return tuple(map(str, self.series)) or tuple(one.name for one in self.columns if one.name not in aside)

    @property
    def used(self) -> frozenset[str]:
        """The names of all columns that the chart shows: along the axis, drawn, or bounds of what is drawn."""
        return frozenset({self.along, *self.drawn, *self._named_as_bounds()})

    def values(self, name: str | None) -> tuple[Line | None, ...]:
        """Return the values in the column of a name; none for None."""
        places = {column.name: at for at, column in enumerate(self.columns)}
        return () if name is None else tuple(row[places[name]] for row in self.rows)

    def _named_as_bounds(self) -> tuple[Reference, ...]:
        return tuple(name for one in self.bounds.values() for name in (one.low, one.high) if name)

    @model_validator(mode="after")
    def _numbers(self, info: ValidationInfo[Context]) -> Self:
        """Report columns that do not exist, and values in a series or its bounds that are no numbers."""
        names = [column.name for column in self.columns]
        bounds = self._named_as_bounds()
        for name in (*((self.x,) if self.x else ()), *self.series, *self.bounds, *bounds):
            if name not in names:
                message = f"there is no column '{name}'"
                info.context.faults.append(error("unknown-id", message, name.source, choices(name, names)))
        numbers = {*self.drawn, *bounds}
        for row in self.rows:
            for name, cell in zip(names, row, strict=False):
                if cell and name in numbers and not is_number(cell.text):
                    hint = "write 1234.5, and what it is counted in under 'unit'"
                    place = cell.source
                    info.context.faults.append(error("bad-number", f"'{cell.text}' is no number", place, hint))
        return self


def is_number(text: str) -> bool:
    """Return whether a value can be drawn or summed up: a number, and none beyond what can be drawn."""
    try:
        return abs(float(text)) <= LARGEST
    except ValueError:
        return False


class Picture(Closed):
    """A picture from a file beside the brief."""

    id: Reference | None = None
    file: Reference
    """The name of a PNG or JPEG file beside the brief."""
    alt: Line
    """What the picture shows, in words, for those who can't see it."""
    caption: Line | None = None
    """The caption."""
    sources: References = ()
    _figure: Figure = PrivateAttr()

    @property
    def figure(self) -> Figure:
        """The picture itself."""
        return self._figure

    @model_validator(mode="after")
    def _readable(self, info: ValidationInfo[Context]) -> Self:
        """Read the picture; report where that can't be done."""
        caption = self.caption.inlines if self.caption else ()
        workspace, place = info.context.workspace, self.file.source
        try:
            self._figure = read_figure(self.file, self.alt.text, caption, workspace, place.file, place)
        except BriefError as refused:
            info.context.faults.extend(refused.diagnostics)
        return self
