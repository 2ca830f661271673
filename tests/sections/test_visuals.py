"""Charts and diagrams that section builders make of a brief, and the words that say the same."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

import reportgen
from reportgen.document import BulletList, Chart, Diagram, Graph, Node, Scale, Table, TimeLine
from reportgen.document.walk import text_of, walk

Found = Callable[..., list[Node]]

HEAD = """
title: T
summary: S.
from: {name: A}
to: {name: B}
date: 2026-11-22
"""
CHART = """
charts:
  - title: Harvests
    id: harvests
    kind: grouped_bar
    unit: tonnes
    columns: [Year, Wheat, Least, Most]
    rows: [["2024", 4.5, 4, 5], ["2025", null, 5, 7.25]]
    bounds: {Wheat: {low: Least, high: Most}}
"""
ISSUES = """
actors: {a: Aland, b: Borduria}
talks: {parties: [a, b], text: They met.}
issues:
  - id: water
    title: Water
    positions:
      a: {position: More, strength: demands}
      b: {position: Less, strength: open}
    linkage: [{issue: trade, kind: precondition, text: Water comes first.}]
  - id: trade
    title: Trade
    shared_position: {position: Free, strength: prefers}
    linkage: [{issue: water, kind: blocks}, {issue: trade}]
  - {id: rest, title: Rest}
"""
SCENARIOS = """
scenarios:
  cases:
    - {title: Calm, likelihood: {word: likely, scale: icd203}}
    - {title: War, likelihood: {percent: 10}}
    - {title: Else, text: Who knows.}
"""
EVENTS = """
timeline:
  - {id: signing, date: 2026-11-22, event: Signing}
  - {relative: {anchor: signing, offset: P14D}, event: Withdrawal}
  - {date: 2024-03/.., event: Shelling}
  - {date: 2014~, event: Annexation}
"""
RISKS = """
risks:
  - {text: War, likelihood: low, impact: high}
  - {text: Theft, likelihood: high, impact: high}
  - {text: Drought}
"""


@pytest.fixture
def made(memo: Callable[..., reportgen.Memo]) -> Found:
    """Build a part of a brief, and return all nodes of it."""

    def build(part: str, brief: str, language: str = "en") -> list[Node]:
        template = f"name: t\nsummary: s\nstyle: house\nsections:\n  - {part}\n"
        files: Any = {"templates/t.yaml": template}
        return list(walk(memo(f"{HEAD}language: {language}\n{brief}", "t", **files).document))

    return build


def of_kind(nodes: list[Node], kind: type) -> Any:
    (one,) = (node for node in nodes if isinstance(node, kind))
    return one


def test_a_chart_is_drawn_over_its_data(made: Found) -> None:
    nodes = made("charts", CHART)
    chart = of_kind(nodes, Chart)
    (series,) = chart.series
    assert (chart.kind, chart.unit, chart.id, text_of(chart.caption)) == (
        "grouped-bar",
        "tonnes",
        "harvests",
        "Harvests",
    )
    assert chart.categories == ("2024", "2025")
    assert (series.values, series.low, series.high) == ((4.5, None), (4.0, 5.0), (5.0, 7.25))
    table = of_kind(nodes, Table)
    assert nodes.index(chart) < nodes.index(table)
    assert table.caption == ()


def test_a_template_may_leave_the_data_out(made: Found) -> None:
    nodes = made("{builder: charts, table: false}", CHART)
    assert not any(isinstance(node, Table) for node in nodes)


def test_what_a_chart_shows_is_told_from_its_data(made: Found) -> None:
    assert of_kind(made("charts", CHART), Chart).alt == "Bars side by side (tonnes). Wheat: 2024 4.5; 2025 not stated."


def test_of_many_numbers_the_lowest_and_the_highest_are_told(made: Found) -> None:
    rows = ", ".join(f"[Q{at}, {at}]" for at in range(1, 21))
    brief = f"charts: [{{kind: line, columns: [Quarter, Ships], rows: [{rows}]}}]"
    assert of_kind(made("charts", brief), Chart).alt == "Lines. Ships: 1 (Q1) to 20 (Q20)."


def test_the_authors_words_for_a_chart_come_first(made: Found) -> None:
    assert of_kind(made("charts", CHART + "    alt: Wheat grows\n"), Chart).alt == "Wheat grows"


def test_a_chart_without_rows_is_none(made: Found) -> None:
    nodes = made("charts", "charts: [{kind: bar, columns: [A, B], rows: []}]")
    assert not any(isinstance(node, Chart) for node in nodes)


def test_events_stand_on_a_time_line_as_far_as_their_dates_are_known(made: Found) -> None:
    line = of_kind(made("{builder: timeline, show: both}", EVENTS), Diagram).drawn
    assert isinstance(line, TimeLine)
    day = datetime.date
    assert [(one.when, one.text, one.start, one.end, one.open) for one in line.events] == [
        ("22 November 2026", "Signing", day(2026, 11, 22), day(2026, 11, 22), False),
        ("within 14 days after: Signing", "Withdrawal", None, None, False),
        ("since March 2024", "Shelling", day(2024, 3, 1), None, True),
        ("about 2014", "Annexation", day(2014, 1, 1), day(2014, 12, 31), True),
    ]


@pytest.mark.parametrize(("show", "kinds"), [("table", {Table}), ("diagram", {Diagram}), ("both", {Table, Diagram})])
def test_a_template_chooses_how_events_are_shown(show: str, kinds: set[type], made: Found) -> None:
    nodes = made(f"{{builder: timeline, show: {show}}}", EVENTS)
    assert {type(node) for node in nodes} & {Table, Diagram} == kinds


def test_scenarios_are_drawn_by_the_bounds_of_their_likelihood(made: Found) -> None:
    chart = of_kind(made("{builder: scenarios, chart: true}", SCENARIOS), Chart)
    (series,) = chart.series
    assert (series.values, series.low, series.high) == ((None, 10.0, None), (55.0, None, None), (80.0, None, None))
    assert chart.axis == (0.0, 100.0)
    assert "Calm – likely (55–80%); War – 10%; Else – not stated" in chart.alt


def test_parties_stand_on_a_scale_by_how_firm_they_are(made: Found) -> None:
    scale = of_kind(made("{builder: positions, scale: true}", ISSUES), Diagram).drawn
    assert isinstance(scale, Scale)
    assert scale.steps[0] == "open"
    assert [(row.text, row.marks) for row in scale.rows] == [
        ("Water", (("Aland", 4), ("Borduria", 0))),
        ("Trade", (("Aland", 1), ("Borduria", 1))),
    ]


def test_links_between_issues_are_arrows_and_a_list_that_says_the_same(made: Found) -> None:
    nodes = made("linkage", ISSUES)
    graph = of_kind(nodes, Diagram).drawn
    assert isinstance(graph, Graph)
    assert graph.boxes == ("Water", "Trade")
    assert [(one.start, one.end, one.text) for one in graph.arrows] == [(0, 1, "needs first"), (1, 0, "blocks")]
    assert [text_of(item.blocks) for item in of_kind(nodes, BulletList).items] == [
        "Water – needs first: Trade – Water comes first.",
        "Trade – blocks: Water",
        "Trade – see also: Trade",
    ]


def test_risks_stand_in_a_grid_whose_words_say_what_its_grounds_say(made: Found) -> None:
    grid = next(node for node in made("{builder: risks, grid: true}", RISKS) if isinstance(node, Table))
    assert [text_of(cell.blocks) for cell in grid.head[0].cells] == [
        "",
        "Impact: low",
        "Impact: medium",
        "Impact: high",
    ]
    top, _, bottom = grid.body
    assert [text_of(cell.blocks) for cell in top.cells] == ["Likelihood: high", "", "", "Theft"]
    assert [text_of(cell.blocks) for cell in bottom.cells] == ["Likelihood: low", "", "", "War"]
    assert [cell.tone for cell in top.cells[1:]] == ["poor", "bad", "bad"]


@pytest.mark.parametrize(
    "part",
    [
        "charts",
        "linkage",
        "{builder: timeline, show: both}",
        "{builder: scenarios, chart: true}",
        "{builder: positions, scale: true}",
        "{builder: risks, grid: true}",
    ],
)
def test_nothing_is_made_of_nothing(part: str, made: Found) -> None:
    assert len(made(part, "")) == 1


def test_captions_are_in_the_language_of_the_brief(made: Found) -> None:
    diagram = of_kind(made("{builder: timeline, show: diagram}", EVENTS, "uk"), Diagram)
    assert text_of(diagram.caption) == "Події в часі"


def test_a_hole_in_the_numbers_of_a_chart_is_refused(found: Callable[..., Any]) -> None:
    codes = [one.code for one in found(HEAD + "charts: [{kind: bar, columns: [A, B], rows: [[a, nan]]}]")]
    assert "bad-number" in codes
