"""Native charts: the chart part (ECMA-376 21.2), as XlsxWriter writes it for a workbook, and that workbook."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import field
from io import BytesIO
from typing import Any

from ...document import Chart, Meta, Series
from ...frozen import dataclass
from ...style import ColourName, Style
from ...visuals import Figures, Look, Pen, colour_on, figures, has_spans, looks_of, stands_upright, stride
from .chart_part import document_chart
from .workbook import Columns, workbook

MOST_NUMBERED = 24
"""How many bars there may be for each to have its number; beyond that the axis has numbers."""

GAP = 55
"""The space between the bars of two categories, in percent of the width of a bar; more where there are few."""

FEW = 300
PLOT = 0.9
"""The part of the width that lines have beside the numbers of the axis."""

HUGE = 1e15
"""The number from which on numbers are written with a power of ten."""

DOT = 2.0
"""The longest dash that is a dot."""

LEAST, MOST = "{name} \u2265", "{name} +"
"""The headings of columns that hold the lower bound, and how much more the number can be."""

LESS = "{name} \u2212"


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart part and its workbook; they share the relationship `rId1`."""

    xml: str
    data: bytes


def native_chart(node: Chart, pen: Pen, width: float, meta: Meta) -> NativeChart:
    """Return a chart as Word's own, about as a pen would draw it at a width in points."""
    style, numbers = pen.style, figures(node, meta)
    if node.kind == "line":
        plotted = _Plotted(node, style, numbers, step=stride(node, width * PLOT, pen))
    else:
        plotted = _Plotted(node, style, numbers, lying=not stands_upright(node, pen, width, numbers))
    columns = Columns()
    names = columns.add("", node.categories)
    options = list(plotted.series(columns, names))

    def insert(book: Any, sheet: Any) -> None:
        made = book.add_chart(plotted.kind())
        for option in options:
            made.add_series(option)
        plotted.set_frame(made)
        sheet.insert_chart(0, len(columns.columns) + 1, made)

    archive = zipfile.ZipFile(BytesIO(workbook(columns, insert)))
    xml = archive.read("xl/charts/chart1.xml").decode()
    return NativeChart(document_chart(xml, meta, style), workbook(columns))


@dataclass(frozen=True, slots=True)
class _Plotted:
    """A chart in the terms of XlsxWriter: whether its bars lie, and in which steps categories are named below lines."""

    node: Chart
    style: Style
    figures: Figures
    lying: bool = False
    step: int = 1
    looks: tuple[Look, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "looks", looks_of(self.node, self.style))

    def kind(self) -> dict[str, str]:
        """Return the type of the chart."""
        if self.node.kind == "line":
            return {"type": "line"}
        stacked = {"subtype": "stacked"} if self.node.kind == "stacked-bar" or self.floats else {}
        return {"type": "bar" if self.lying else "column", **stacked}

    @property
    def floats(self) -> bool:
        """Whether bars reach from one bound to the other, which takes bars that can't be seen below them."""
        return self.node.kind != "line" and len(self.node.series) == 1 and has_spans(self.node)

    @property
    def gap(self) -> int:
        """The space between categories, such that a few bars do not fill the whole width."""
        return max(GAP, FEW // max(len(self.node.categories) * len(self.node.series), 1))

    @property
    def numbered(self) -> bool:
        """Whether each bar has its number, so that the axis needs none."""
        count = len(self.node.series) * len(self.node.categories)
        return self.node.kind in ("bar", "grouped-bar") and count <= MOST_NUMBERED

    def series(self, columns: Columns, names: str) -> Iterator[dict[str, Any]]:
        """Return the options of each series, having put its numbers into columns."""
        for series, look in zip(self.node.series, self.looks, strict=True):
            if self.floats:
                yield from self._floating(series, look, columns, names)
                continue
            values = [_drawn(series, at) for at in range(len(series.values))]
            address = columns.add(series.name, values)
            option = {"name": columns.heading, "categories": names, "values": address, **self._look(look)}
            bounded = bool(series.low or series.high)
            option["data_labels"] = self._labels(look if bounded else None) if self.numbered else {}
            yield {**option, **self._errors(series, values, columns)}

    def _floating(self, series: Series, look: Look, columns: Columns, names: str) -> Iterator[dict[str, Any]]:
        """Return bars from the lower bound to the upper one, on bars up to the lower one that can't be seen."""
        known = [(value, low, high) for value, low, high in zip(series.values, series.low, series.high, strict=True)]
        spans = [value is None and low is not None and high is not None for value, low, high in known]
        below = [low if span else None for span, (_, low, _) in zip(spans, known, strict=True)]
        bars = [_width(low, high) if span else value for span, (value, low, high) in zip(spans, known, strict=True)]
        address = columns.add(LEAST.format(name=series.name), below)
        hidden = {"fill": {"none": True}, "border": {"none": True}}
        yield {"name": columns.heading, "categories": names, "values": address, "gap": self.gap, **hidden}
        address = columns.add(series.name, bars)
        texts = [_text(value, low, high, self.figures) for value, low, high in known]
        labels = {**self._labels(), "custom": [{"value": text} if text else {"delete": True} for text in texts]}
        option = {"name": columns.heading, "categories": names, "values": address, **self._look(look)}
        yield {**option, "data_labels": labels}

    def _errors(self, series: Series, values: Sequence[float | None], columns: Columns) -> dict[str, Any]:
        """Return error bars where a series has bounds."""
        if not (series.low or series.high):
            return {}
        empty = (None,) * len(values)
        rows = list(zip(values, series.low or empty, series.high or empty, strict=True))
        more = [_width(value, high) for value, _, high in rows]
        less = [_width(low, value) for value, low, _ in rows]
        plus = columns.add(MOST.format(name=series.name), more)
        minus = columns.add(LESS.format(name=series.name), less)
        bars = {"type": "custom", "plus_values": plus, "minus_values": minus, "plus_data": more, "minus_data": less}
        return {"y_error_bars": {**bars, "line": {"color": self._colour("ink"), "width": 0.75}}}

    def _look(self, look: Look) -> dict[str, Any]:
        colour, paper = self._colour(look.colour), self._colour("paper")
        if self.node.kind == "line":
            ground = paper if look.hatched else colour
            marker = {"type": look.mark, "size": 5, "fill": {"color": ground}, "border": {"color": colour}}
            line = {"color": colour, "width": self.style.chart.line_width, "dash_type": _dash(look)}
            return {"line": line, "marker": marker}
        hatching = {"pattern": "wide_upward_diagonal", "fg_color": paper, "bg_color": colour}
        filled = {"pattern": hatching} if look.hatched else {"fill": {"color": colour}}
        return {**filled, "border": {"color": self._colour("muted"), "width": 0.5}, "gap": self.gap}

    def _labels(self, ground: Look | None = None) -> dict[str, Any]:
        """Return the numbers at bars; at the foot of a bar whose ground is given, so that no whisker crosses them."""
        labels = {"value": True, "font": self._font("ink"), "num_format": self._format(self.figures.decimals)}
        if ground:
            labels |= {"position": "inside_base", "font": self._font(colour_on(ground.colour, self.style))}
        return labels

    def set_frame(self, made: Any) -> None:
        """Set axes, legend and grounds."""
        made.set_title({"none": True})
        if self.lying:  # XlsxWriter calls the axis at the left y, whatever is on it
            made.set_x_axis(self._number_axis() | ({"label_position": "high"} if self.ruled else {}))
            made.set_y_axis(self._name_axis() | {"reverse": True})
        else:
            made.set_x_axis(self._name_axis())
            made.set_y_axis(self._number_axis())
        several = len(self.node.series) > 1
        made.set_legend({"position": "top", "font": self._font("ink")} if several else {"none": True})
        made.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
        made.set_plotarea({"fill": {"none": True}})

    @property
    def ruled(self) -> bool:
        """Whether there are rules at round numbers: where not each bar has its own, or the axis is a given one."""
        return not self.numbered or self.node.axis is not None

    def _name_axis(self) -> dict[str, Any]:
        line = {"color": self._colour("muted"), "width": self.style.chart.rule_width}
        steps = {"interval_unit": self.step, "interval_tick": self.step} if self.step > 1 else {}
        # Level where all names have room; else as the program likes: LibreOffice slants them, Word leaves some out.
        font = self._font("ink") if steps else self._font("ink", rotation=0)
        return {"major_tick_mark": "none", "num_font": font, "line": line, "label_position": "low", **steps}

    def _number_axis(self) -> dict[str, Any]:
        rule = {"color": self._colour(self.style.chart.rule), "width": self.style.chart.rule_width}
        found: dict[str, Any] = {
            "major_tick_mark": "none",
            "num_font": self._font("muted"),
            "num_format": self._format(None if self.figures.decimals else 0),
            "line": {"none": True},
            "major_gridlines": {"visible": self.ruled, "line": rule},
        }
        if not self.ruled:  # and not an axis that can't be seen: with it would go its name
            found["label_position"] = "none"
        if self.node.axis:
            found |= {"min": self.node.axis[0], "max": self.node.axis[1]}
        if self.node.unit and not self.figures.end:
            found |= {"name": self.node.unit, "name_font": self._font("muted")}
        return found

    def _font(self, colour: ColourName, **more: int) -> dict[str, Any]:
        look = self.style.look("visual")
        family, digits = self.style.fonts[look.font].family, self._colour(colour)
        return {"name": family, "size": look.size, "color": digits, "bold": False, **more}

    def _format(self, decimals: int | None) -> str:
        """Return the format of numbers with so many decimals, or as many as each has for None (18.8.31).

        The marks of decimals and of thousands are those of the reader's Word.
        """
        if any(abs(value) >= HUGE for series in self.node.series for value in series.values if value is not None):
            return "0.00E+00"
        digits = "General" if decimals is None else f"#,##0.{'0' * decimals}".removesuffix(".")
        return digits + ('"%"' if self.figures.end else "")

    def _colour(self, name: ColourName) -> str:
        return f"#{self.style.colour(name)}"


def _dash(look: Look) -> str:
    if not look.dash:
        return "solid"
    return "dash_dot" if len(look.dash) > 2 else "round_dot" if look.dash[0] <= DOT else "dash"


def _drawn(series: Series, at: int) -> float | None:
    """Return the number that is drawn: the lower bound where only the bounds are known, as error bars rise from it."""
    value = series.values[at]
    low = series.low[at] if series.low else None
    high = series.high[at] if series.high else None
    return low if value is None and high is not None else value


def _width(low: float | None, high: float | None) -> float | None:
    """Return how far it is from one number to another; None where one of them is not known."""
    return None if low is None or high is None else high - low


def _text(value: float | None, low: float | None, high: float | None, figures: Figures) -> str:
    if value is not None:
        return figures.text(value)
    return "" if low is None or high is None else figures.span(low, high)
