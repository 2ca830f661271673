"""What holds for every drawing: no words outside, none over others, none lost; the same for the same."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from visual_examples import HOUSE, META, NAMES, WIDTH, charts, drawn, graphs, measure, style_named, visuals

from reportgen.document import Chart, Diagram, Graph, Series, words_of
from reportgen.visuals import Box, Dot, Drawing, Path, Words, figures

FUZZ = 0.05
MANY = settings(max_examples=150, deadline=None)
HUGE = Chart(kind="bar", categories=("a", "b"), series=(Series(name="s", values=(9.9e99, -3e-9)),), alt="alt")


def words(drawing: Drawing) -> list[Words]:
    return [shape for shape in drawing.shapes if isinstance(shape, Words)]


def said(drawing: Drawing) -> str:
    """Return all words, without blanks: a line may end at each."""
    return "\n".join("".join("".join(one.lines).split()) for one in words(drawing))


@MANY
@given(visuals)
@example(HUGE)
def test_nothing_leaves_the_drawing(node: Chart | Diagram) -> None:
    made = drawn(node)
    assert made.width >= WIDTH
    for shape in made.shapes:
        for left, top, right, bottom in edges(shape):
            assert left >= -FUZZ, shape
            assert top >= -FUZZ, shape
            assert right <= made.width + FUZZ, shape
            assert bottom <= made.height + FUZZ, shape


def edges(shape: object) -> list[tuple[float, float, float, float]]:
    if isinstance(shape, Words):
        return [(shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)]
    if isinstance(shape, Box):
        return [(shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)]
    if isinstance(shape, Dot):
        half = shape.size / 2
        return [(shape.x - half, shape.y - half, shape.x + half, shape.y + half)]
    assert isinstance(shape, Path)
    return [(x, y, x, y) for x, y in shape.points]


@MANY
@given(visuals)
@example(HUGE)
def test_no_words_stand_over_others(node: Chart | Diagram) -> None:
    for one, other in combinations(words(drawn(node)), 2):
        beside = one.left + one.width <= other.left + FUZZ or other.left + other.width <= one.left + FUZZ
        above = one.top + one.height <= other.top + FUZZ or other.top + other.height <= one.top + FUZZ
        assert beside or above, (one, other)


@MANY
@given(visuals)
def test_no_words_are_cut_but_names_below_lines_are_thinned_out(node: Chart | Diagram) -> None:
    shown = said(drawn(node))
    for text, _ in words_of(node):
        thinned = isinstance(node, Chart) and node.kind == "line" and text in node.categories[1:]
        unsaid = isinstance(node, Chart) and (text == "%" or (len(node.series) == 1 and text == node.series[0].name))
        if not thinned and not unsaid:
            assert "".join(text.split()) in shown


@MANY
@given(charts())
def test_lying_and_single_bars_have_all_their_numbers(node: Chart) -> None:
    made = drawn(node)
    numbers, shown = figures(node, META), said(made).split("\n")
    if node.kind in ("bar", "grouped-bar") and len(node.categories) > 12:
        for series in node.series:
            for value in series.values:
                assert value is None or numbers.text(value) in shown


@MANY
@given(visuals)
def test_the_same_visual_gives_the_same_drawing(node: Chart | Diagram) -> None:
    assert drawn(node) == drawn(node)


@MANY
@given(graphs())
def test_boxes_do_not_overlap(node: Diagram) -> None:
    boxes = [shape for shape in drawn(node).shapes if isinstance(shape, Box)]
    assert isinstance(node.drawn, Graph)
    assert len(boxes) == len(node.drawn.boxes)
    for one, other in combinations(boxes, 2):
        beside = one.left + one.width <= other.left + FUZZ or other.left + other.width <= one.left + FUZZ
        above = one.top + one.height <= other.top + FUZZ or other.top + other.height <= one.top + FUZZ
        assert beside or above


@pytest.mark.parametrize("name", NAMES)
def test_every_style_draws(name: str) -> None:
    made = drawn(HUGE, style=style_named(name))
    assert {"a", "b"} <= set(said(made).split("\n"))
    assert measure("a", False) > 0
    assert HOUSE.name == "house"
