"""What the tests of visuals draw: a style, a measure of words, and visuals of any kind that hypothesis thinks of."""

from __future__ import annotations

import datetime
from pathlib import Path

from hypothesis import strategies as st

import reportgen
from reportgen.diagnostics import NOWHERE
from reportgen.document import (
    Arrow,
    Chart,
    Diagram,
    Event,
    Graph,
    Meta,
    Scale,
    ScaleRow,
    Series,
    TimeLine,
)
from reportgen.located import Scalar, overlaid, validate
from reportgen.shelves import STYLES, find_chain
from reportgen.style import Style
from reportgen.visuals import Drawing, drawing
from reportgen.workspace import Workspace

DATA = Path(str(reportgen.__file__)).parent / "data" / "styles"
NAMES = sorted(path.stem for path in DATA.glob("*.yaml"))
META = Meta(title="Title", language="en-GB")
WIDTH = 453.0


def style_named(name: str) -> Style:
    """Return a built-in style."""
    return validate(
        overlaid(find_chain(STYLES, Scalar(name), NOWHERE, Workspace(files={}), ())), Style, Workspace(files={})
    )


HOUSE = style_named("house")


def measure(text: str, bold: bool) -> float:
    """Return a width of words that no font has, but that grows with them."""
    return sum(3.0 if one in "il .,:" else 4.6 for one in text) * (1.1 if bold else 1.0)


def drawn(node: Chart | Diagram, width: float = WIDTH, style: Style = HOUSE) -> Drawing:
    """Return the drawing of a visual."""
    return drawing(node, META, style, width, measure)


words = st.text("abcdefghij klmnop-", min_size=1, max_size=60).filter(lambda text: text.strip() == text)
numbers = st.none() | st.integers(-10_000, 10_000).map(float) | st.floats(-1e6, 1e6).map(lambda one: round(one, 3))
days = st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 12, 31))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Return any chart."""
    count = draw(st.integers(1, 24))
    row = st.lists(numbers, min_size=count, max_size=count).map(tuple)
    bounds = st.just(()) | row
    series = st.builds(Series, name=words, values=row, low=bounds, high=bounds)
    return Chart(
        kind=draw(st.sampled_from(("bar", "grouped-bar", "stacked-bar", "line"))),
        categories=tuple(draw(st.lists(words, min_size=count, max_size=count))),
        series=tuple(draw(st.lists(series, min_size=1, max_size=6))),
        alt="what it shows",
        unit=draw(st.sampled_from(("", "%", "thousand tonnes"))),
    )


@st.composite
def time_lines(draw: st.DrawFn) -> Diagram:
    """Return any time line."""
    events = []
    for _ in range(draw(st.integers(1, 25))):
        start, end = draw(st.none() | days), draw(st.none() | days)
        if start and end and end < start:
            start, end = end, start
        events.append(Event(when=draw(words), text=draw(words), start=start, end=end, open=draw(st.booleans())))
    return Diagram(drawn=TimeLine(events=tuple(events)), alt="what it shows")


@st.composite
def scales(draw: st.DrawFn) -> Diagram:
    """Return any scale."""
    steps = draw(st.lists(words, min_size=1, max_size=5))
    marks = st.lists(st.tuples(words, st.integers(0, len(steps) - 1)), max_size=4, unique_by=lambda mark: mark[0])
    rows = st.builds(ScaleRow, text=words, marks=marks.map(tuple))
    return Diagram(drawn=Scale(steps=tuple(steps), rows=tuple(draw(st.lists(rows, max_size=6)))), alt="what it shows")


@st.composite
def graphs(draw: st.DrawFn) -> Diagram:
    """Return any graph, with circles in it."""
    boxes = draw(st.lists(words, min_size=2, max_size=12))
    ends = st.tuples(st.integers(0, len(boxes) - 1), st.integers(0, len(boxes) - 1)).filter(
        lambda one: one[0] != one[1]
    )
    texts = st.sampled_from(("", "needs first", "traded against", "blocks"))
    pairs = draw(st.lists(st.tuples(ends, texts), max_size=16))
    arrows = tuple(Arrow(start=start, end=end, text=text) for (start, end), text in pairs)
    return Diagram(drawn=Graph(boxes=tuple(boxes), arrows=arrows), alt="what it shows")


visuals = st.one_of(charts(), time_lines(), scales(), graphs())
