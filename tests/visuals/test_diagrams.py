"""Diagrams: events in the order of time, parties at their steps, arrows that lead downwards where they can."""

from __future__ import annotations

import datetime

import pytest
from visual_examples import drawn

from reportgen.document import Arrow, Diagram, Event, Graph, Scale, ScaleRow, TimeLine
from reportgen.visuals import Box, Dot, Drawing, Path, Words
from reportgen.visuals.layers import layers


def event(when: str, year: int | None = None, **more: object) -> Event:
    day = datetime.date(year, 1, 1) if year else None
    return Event(when=when, text=f"It was {when}", start=day, end=more.pop("end", day), **more)  # type: ignore[arg-type]


def line(*events: Event) -> Drawing:
    return drawn(Diagram(drawn=TimeLine(events=events), alt="alt"))


def place(drawing: Drawing, text: str) -> Words:
    return next(shape for shape in drawing.shapes if isinstance(shape, Words) and " ".join(shape.lines) == text)


def test_events_stand_in_the_order_of_time_and_those_without_a_date_behind_the_one_before() -> None:
    made = line(event("third", 2020), event("after it"), event("first", 2000), event("second", 2010))
    tops = [place(made, when).top for when in ("first", "second", "third", "after it")]
    assert tops == sorted(tops)


def test_the_axis_is_true_to_scale() -> None:
    made = line(event("a", 2000), event("b", 2010), event("c", 2020))
    first, second, third = (shape.y for shape in made.shapes if isinstance(shape, Dot))
    assert second - first == pytest.approx(third - second, rel=0.01)


def test_a_gap_much_longer_than_others_is_cut_and_dotted() -> None:
    made = line(event("long ago", 1950), *(event(f"in {year}", year) for year in range(2010, 2016)))
    dots = [shape.y for shape in made.shapes if isinstance(shape, Dot)]
    assert dots[1] - dots[0] < 10 * (dots[2] - dots[1])
    assert any(shape.dash for shape in made.shapes if isinstance(shape, Path) and shape.colour == "muted")


def test_marks_tell_days_spans_uncertain_and_undated_events_apart() -> None:
    made = line(
        event("day", 2000),
        event("span", 2001, end=datetime.date(2005, 1, 1)),
        event("uncertain", 2006, open=True),
        event("undated"),
    )
    dots = [(shape.mark, shape.hollow) for shape in made.shapes if isinstance(shape, Dot)]
    assert dots == [("circle", False), ("circle", True), ("diamond", True)]
    assert len([shape for shape in made.shapes if isinstance(shape, Box)]) == 1


def test_parties_stand_at_their_steps_and_keep_their_marks() -> None:
    rows = (
        ScaleRow(text="Guarantees", marks=(("Aland", 0), ("Borduria", 2))),
        ScaleRow(text="Prisoners", marks=(("Borduria", 1), ("Aland", 1))),
    )
    made = drawn(Diagram(drawn=Scale(steps=("open", "prefers", "demands"), rows=rows), alt="alt"))
    first, second, *rest = (shape for shape in made.shapes if isinstance(shape, Dot))
    assert place(made, "open").x == pytest.approx(first.x)
    assert place(made, "demands").x == pytest.approx(second.x)
    assert first.mark != second.mark
    assert {dot.mark for dot in rest} == {first.mark, second.mark}


def test_a_mark_stands_at_a_step_that_there_is() -> None:
    with pytest.raises(ValueError, match="one of its steps"):
        Scale(steps=("one",), rows=(ScaleRow(text="x", marks=(("A", 1),)),))


@pytest.mark.parametrize("ends", [(0, 2), (-1, 0), (1, 1)])
def test_an_arrow_leads_from_one_box_to_another(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="another"):
        Graph(boxes=("a", "b"), arrows=(Arrow(start=ends[0], end=ends[1], text=""),))


def graph(boxes: int, *arrows: tuple[int, int]) -> Graph:
    made = tuple(Arrow(start=start, end=end, text="see") for start, end in arrows)
    return Graph(boxes=tuple(f"box {at}" for at in range(boxes)), arrows=made)


def test_arrows_lead_downwards_and_only_what_closes_a_circle_upwards() -> None:
    node = graph(3, (0, 1), (1, 2), (2, 0))
    assert layers(node).turned == {2}
    made = drawn(Diagram(drawn=node, alt="alt"))
    tops = [place(made, f"box {at}").top for at in range(3)]
    assert tops == sorted(tops)
    heads = [shape.points for shape in made.shapes if isinstance(shape, Path) and shape.arrow]
    assert sorted(points[-1][1] > points[0][1] for points in heads) == [False, True, True]


def test_arrows_do_not_cross_where_another_order_avoids_it() -> None:
    found = layers(graph(4, (0, 3), (1, 2)))
    upper = [stop.box for stop in found.rows[0]]
    lower = [stop.box for stop in found.rows[2]]
    assert (upper.index(0) < upper.index(1)) == (lower.index(3) < lower.index(2))
