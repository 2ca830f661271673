"""Charts: numbers as they are, axes with round ones, bars that begin at nought, gaps that are seen."""

from __future__ import annotations

import pytest
from visual_examples import META, drawn

from reportgen.document import Chart, Meta, Series
from reportgen.visuals import Box, Dot, Drawing, Path, Words, figures
from reportgen.visuals.numbers import axis
from reportgen.visuals.spread import spread


def chart(kind: str, categories: str, *rows: tuple[float | None, ...], **more: object) -> Chart:
    series = tuple(Series(name=f"Series {at}", values=row) for at, row in enumerate(rows))
    return Chart(kind=kind, categories=tuple(categories.split("|")), series=series, alt="alt", **more)  # type: ignore[arg-type]


def texts(drawing: Drawing) -> list[str]:
    return [" ".join(shape.lines) for shape in drawing.shapes if isinstance(shape, Words)]


def bars(drawing: Drawing) -> list[Box]:
    return [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.fill]


@pytest.mark.parametrize(
    ("value", "text"),
    [(1234567.0, "1,234,567"), (-4.5, "\u22124.5"), (0.1, "0.1"), (1e20, "1e+20"), (-0.0, "0"), (12.0, "12")],
)
def test_numbers_are_printed_as_they_are(value: float, text: str) -> None:
    assert figures(chart("bar", "a", (value,)), META).text(value) == text


def test_numbers_of_a_chart_have_the_same_decimals_and_the_marks_of_the_language() -> None:
    meta = Meta(title="t", language="uk", decimal_mark=",", group_mark="\u00a0")
    made = figures(chart("bar", "a|b", (1200.0, 0.25)), meta)
    assert [made.text(1200.0), made.text(0.25)] == ["1\u00a0200,00", "0,25"]


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0.0, 100.0, (0, 20, 40, 60, 80, 100)),
        (0.0, 9.7, (0, 2, 4, 6, 8, 10)),
        (-18.0, 82.0, (-20, 0, 20, 40, 60, 80, 100)),
        (0.0, 0.0, (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)),
    ],
)
def test_an_axis_has_round_numbers(low: float, high: float, ticks: tuple[float, ...]) -> None:
    assert axis(low, high).ticks == pytest.approx(ticks)


def test_bars_are_as_long_as_their_numbers() -> None:
    first, second = bars(drawn(chart("bar", "a|b", (30.0, 60.0))))
    assert second.height == pytest.approx(2 * first.height)
    assert first.top + first.height == pytest.approx(second.top + second.height)


def test_stacked_bars_stand_on_one_another_and_fall_below_nought() -> None:
    lower, upper, falling = bars(drawn(chart("stacked-bar", "a", (3.0,), (2.0,), (-1.0,))))[-3:]
    assert upper.top + upper.height == pytest.approx(lower.top)
    assert falling.top == pytest.approx(lower.top + lower.height)


def test_long_names_or_many_lay_the_bars_down() -> None:
    upright = bars(drawn(chart("bar", "one|two", (1.0, 2.0))))
    many = bars(drawn(chart("bar", "|".join(map(str, range(20))), tuple(map(float, range(1, 21))))))
    assert upright[0].left < upright[1].left
    assert len({round(bar.left, 3) for bar in many}) == 1


def test_a_missing_number_is_a_dash_and_not_nothing() -> None:
    made = drawn(chart("bar", "a|b", (5.0, None)))
    assert len(bars(made)) == 1
    assert "\u2013" in texts(made)


def test_a_span_reaches_from_bound_to_bound_and_says_both() -> None:
    series = Series(name="Likelihood", values=(None, 30.0), low=(55.0, None), high=(80.0, None))
    node = Chart(kind="bar", categories=("a", "b"), series=(series,), alt="alt", unit="%", axis=(0.0, 100.0))
    made = drawn(node)
    span, whole = bars(made)
    assert span.width / whole.width == pytest.approx(25 / 30)
    assert span.left > whole.left
    assert {"55\u201380%", "30%"} <= set(texts(made))


def test_uncertainty_is_a_whisker_from_bound_to_bound() -> None:
    series = Series(name="s", values=(10.0,), low=(8.0,), high=(15.0,))
    made = drawn(Chart(kind="bar", categories=("a",), series=(series,), alt="alt"))
    strokes = [
        shape.points
        for shape in made.shapes
        if isinstance(shape, Path) and shape.width == 0.75 and shape.colour == "ink"
    ]
    (bar,) = bars(made)
    (_, foot), (_, head) = strokes[0]
    assert foot - head == pytest.approx(bar.height * 7 / 10)


def test_lines_break_at_a_gap_and_differ_by_dash_and_mark() -> None:
    made = drawn(chart("line", "a|b|c|d|e", (1.0, 2.0, None, 4.0, 5.0), (9.0, 8.0, 7.0, 6.0, 5.5)))
    lines = [shape for shape in made.shapes if isinstance(shape, Path) and shape.width == 1.5]
    assert [len(line.points) for line in lines] == [2, 2, 5]
    assert lines[0].dash != lines[2].dash
    assert len({shape.mark for shape in made.shapes if isinstance(shape, Dot)}) == 2


def test_more_series_than_colours_are_hatched() -> None:
    made = drawn(chart("grouped-bar", "a", *((float(at),) for at in range(1, 6))))
    hatching = [shape for shape in made.shapes if isinstance(shape, Path) and shape.colour == "paper"]
    assert hatching


def test_things_stand_where_they_want_to_as_far_as_there_is_room() -> None:
    assert spread([10.0, 50.0], [4.0, 4.0], 0.0, 100.0) == [10.0, 50.0]
    assert spread([10.0, 10.0], [4.0, 4.0], 0.0, 100.0) == [8.0, 12.0]
    assert spread([0.0, 100.0], [4.0, 4.0], 0.0, 100.0) == [2.0, 98.0]
    assert spread([], [], 0.0, 1.0) == []


@pytest.mark.parametrize("values", [(float("nan"),), (float("inf"),), (1e101,)])
def test_what_is_no_number_is_no_value_of_a_chart(values: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="finite"):
        chart("bar", "a", values)
