"""What each section builder makes of a brief, and of an empty one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import reportgen
from reportgen import registry
from reportgen.diagnostics import Diagnostic
from reportgen.document import (
    Block,
    BulletList,
    Callout,
    Chart,
    FieldList,
    Hole,
    NumberedList,
    Paragraph,
    Section,
    Span,
    Table,
)
from reportgen.document.walk import lines_of, walk

Build = Callable[..., reportgen.Memo]
Make = Callable[[str, str], tuple[Block, ...]]


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [line for block in blocks for line in lines_of(block)]


ALWAYS = {"header", "masthead", "cover", "contents"}
"""Builders that have the title to show, or what is found later."""


@pytest.mark.parametrize("name", [name for name in registry.names("sections") if name not in ALWAYS])
def test_a_builder_with_nothing_to_show_shows_nothing(section: Make, name: str) -> None:
    assert section(name, "") == ()


ACTORS = "actors: {ua: Ukraine, ru: Russia}\ntalks: {parties: [ua, ru]}\n"


def test_the_header_prints_what_is_filled_in_and_holes_for_what_must_be(section: Make) -> None:
    entry = "{builder: header, kicker: Memo, fields: [to, from, date, subject, status], required: [date]}"
    title, fields = section(entry, "to: [{name: X, office: Minister}, Y]\n")[1:]
    assert isinstance(title, Paragraph)
    assert title.role == "title"
    assert isinstance(fields, FieldList)
    assert words((fields,)) == ["To", "X, Minister", "Y", "Date", "[insert date]", "Status", "Draft"]
    assert [hole.expects for hole in walk(fields) if isinstance(hole, Hole)] == ["date"]


def test_the_summary_is_a_callout(section: Make) -> None:
    (callout,) = section("summary", "summary: |\n  One.\n\n  Two.\n")
    assert isinstance(callout, Callout)
    assert words((callout,)) == ["Bottom line", "One.", "Two."]


def test_the_talks_take_the_author_s_title(section: Make) -> None:
    assert words(section("talks", "talks: {title: T, text: One.}\n")) == ["T", "One."]
    assert words(section("{builder: talks, heading: H}", "talks: {text: One.}\n")) == ["H", "One."]
    assert words(section("talks", "talks: {text: One.}\n")) == ["The talks", "One."]


def test_the_agenda_lists_issues_that_have_a_line(section: Make) -> None:
    brief = (
        "agenda: {intro: 'Soon:', closing: End.}\nissues:\n  - {id: a, title: A, agenda: do a}\n  - {id: b, title: B}\n"
    )
    (made,) = section("agenda", brief)
    assert words((made,)) == ["On the agenda", "Soon:", "A: do a", "End."]
    assert isinstance(made, Section)
    assert [getattr(block, "role", "") for block in made.blocks] == ["lead-in", "", "body"]


def test_the_author_says_what_is_on_the_agenda(section: Make) -> None:
    brief = "issues:\n  - {id: a, title: A, agenda: do a, on_agenda: false}\n  - {id: b, title: B, on_agenda: true}\n"
    assert words(section("agenda", brief)) == ["On the agenda", "B"]


def test_an_issue_keeps_its_title_before_a_list(section: Make) -> None:
    brief = "issues:\n  - {id: a, title: A, text: '- one'}\n"
    assert words(section("{builder: issues, run_in_titles: true}", brief)) == [
        "Issues and sticking points",
        "A.",
        "one",
    ]


FRAMES = ("agenda", "outcomes", "recommendations", "approach_analysis", "sticking_points")
FIRST = ("findings", "submission", "meeting", "handling")


@pytest.mark.parametrize("name", [*FRAMES, *FIRST])
def test_an_entity_without_content_makes_no_heading(memo: Build, name: str) -> None:
    assert len(memo(f"title: A\n{name}: {{}}\n").document.blocks) == 3


def test_issues_come_as_texts_then_as_a_list(section: Make) -> None:
    brief = (
        "sticking_points: {title: T, intro: I., further: 'F:', closing: C.}\nissues:\n"
        "  - {id: a, title: A, text: Text of a.}\n  - {id: b, title: B, sticking_point: stuck}\n"
        "  - {id: c, title: C, sticking_point: {title: Other, text: too}}\n"
    )
    run_in = "{builder: issues, run_in_titles: true}"
    assert words(section(run_in, brief)) == ["T", "I.", "A. Text of a.", "F:", "B: stuck", "Other: too", "C."]
    assert words(section("issues", brief))[2] == "Text of a."


def test_positions_say_aloud_what_is_not_stated(section: Make) -> None:
    brief = ACTORS + "issues:\n  - {id: a, title: A, positions: {ua: {position: all, strength: insists}}}\n"
    (made,) = section("positions", brief + "  - {id: b, title: B}\n")
    table = made.blocks[0]
    assert isinstance(table, Table)
    assert [words(row.cells) for row in (*table.head, *table.body)] == [
        ["Issue", "Ukraine", "Russia"],
        ["A", "all (insists)", "not stated"],
        ["B", "not stated", "not stated"],
    ]
    assert sum(isinstance(node, Span) and node.role == "missing" for node in walk(table)) == 3
    assert all(cell.header for row in table.head for cell in row.cells)
    assert [cell.header for cell in table.body[0].cells] == [True, False, False]


def test_a_position_of_an_actor_who_is_no_party_is_not_lost(section: Make) -> None:
    brief = ACTORS.replace("}\n", ", un: UN}\n", 1) + "issues:\n  - {id: a, title: A, positions: {un: peace}}\n"
    assert words(section("positions", brief))[:4] == ["Positions of the parties", "Issue", "Ukraine", "Russia"]
    assert words(section("positions", brief))[-1] == "peace"


def test_one_actor_s_approach_needs_no_heading_of_its_own(section: Make) -> None:
    one = "approach_analysis: {by_actor: [{actor: ua, text: One.}]}\n"
    assert words(section("approach", ACTORS + one)) == ["Analysis of approaches", "One."]
    two = "approach_analysis: {by_actor: [{actor: ua, text: One.}, {actor: ru, text: Two.}]}\n"
    assert words(section("approach", ACTORS + two))[1:] == ["Ukraine", "One.", "Russia", "Two."]


def test_outcomes_list_milestones_with_their_dates(section: Make) -> None:
    brief = "outcomes: {intro: 'I:', milestones: [One, {text: Two, due: 2027-03-01}], outlook: O.}\n"
    (made,) = section("outcomes", brief)
    assert words((made,)) == ["Expected outcomes and milestones", "I:", "One", "Two (Due: 1 March 2027)", "O."]
    assert isinstance(made.blocks[1], BulletList)


RECOMMENDATIONS = """recommendations:
  intro: I.
  principles: [P1., P2.]
  actions_intro: 'Do:'
  actions:
    - Act.
    - {text: Wait., owner: Desk, priority: high, due: 2027-03-01}
  closing: C.
"""


def test_recommendations_number_actions_and_tell_their_facts(section: Make) -> None:
    (made,) = section("{builder: recommendations, principles: paragraph}", RECOMMENDATIONS)
    facts = "Owner: Desk; Priority: high; Due: 1 March 2027"
    assert words((made,)) == ["Recommendations", "I.", "P1. P2.", "Do:", "Act.", "Wait.", facts, "C."]
    assert sum(isinstance(node, NumberedList) for node in walk(made)) == 1


def test_principles_can_be_a_list(section: Make) -> None:
    (made,) = section("recommendations", RECOMMENDATIONS)
    assert words((made,))[2:4] == ["P1.", "P2."]


def test_the_author_s_sections_stand_in_their_order(section: Make) -> None:
    brief = "sections:\n  - {title: Z, text: One.}\n"
    brief += "  - title: Y\n    text: |\n      Two.\n\n      # Below\n\n      Three.\n"
    assert words(section("sections", brief)) == ["Z", "One.", "Y", "Two.", "Below", "Three."]


EXHIBITS = (
    "tables: [{id: t, title: Flows, columns: [A], rows: [[x]]}, {id: u, title: Levels, columns: [A], rows: [[y]]}]\n"
    "charts: [{id: c, title: Dead, kind: bar, columns: [A, B], rows: [[x, 1]], alt: One}]\n"
    "sections: [{title: S, text: T, tables: t, sections: [{title: In, text: T, charts: c}]}]\n"
)


def test_a_section_shows_tables_and_charts_after_its_text(section: Make) -> None:
    lines = list(lines_of(section("sections", EXHIBITS)[0]))
    assert [line for line in lines if line in ("S", "T", "Flows", "In", "Dead")] == [
        "S",
        "T",
        "Flows",
        "In",
        "T",
        "Dead",
    ]


def test_what_a_section_shows_stands_nowhere_else(section: Make) -> None:
    assert "Flows" not in list(lines_of(section("tables", EXHIBITS)[0]))
    assert section("charts", EXHIBITS) == ()


def test_a_section_at_any_depth_can_show_only_what_there_is(found: Callable[..., list[Diagnostic]]) -> None:
    deep = "sections: [{title: S, sections: [{title: T, sections: [{title: U, text: V, tables: [x]}]}]}]\n"
    assert [(one.code, one.source.column) for one in found(f"title: A\n{deep}") if one.severity == "error"] == [
        ("unknown-id", 85)
    ]


def chart(section: Make, more: str) -> Chart:
    """Return the chart that a brief with one chart makes."""
    return next(
        node
        for block in section("charts", f"charts: [{{id: c, title: Dead, kind: bar, {more}}}]\n")
        for node in walk(block)
        if isinstance(node, Chart)
    )


def test_a_chart_holds_its_columns_as_categories_and_series(section: Make) -> None:
    made = chart(section, "unit: people, columns: [Year, Men, Women], rows: [[2024, 1, null], [2025, 2.5, 3]]")
    assert (made.kind, made.categories, made.unit, made.id) == ("grouped-bar", ("2024", "2025"), "people", "c")
    assert [(one.name, one.values) for one in made.series] == [("Men", (1.0, 2.5)), ("Women", (None, 3.0))]


def test_a_chart_without_words_tells_its_numbers(section: Make) -> None:
    assert chart(section, "columns: [Year, Men], rows: [[2024, 1], [2025, 2.5]]").alt == "Bars. Men: 2024 1; 2025 2.5."


def test_a_chart_with_an_open_hole_is_a_table_that_shows_it(section: Make) -> None:
    text = "kind: bar, columns: [Year, Men], rows: [[2024, 1]], alt: '{{ hole(\"trend\") }}'"
    blocks = section("charts", f"charts: [{{title: Dead, {text}}}]\n")
    assert [node.label for block in blocks for node in walk(block) if isinstance(node, Hole)] == ["trend"]


def test_a_column_that_no_chart_draws_stands_in_the_table_or_is_told(found: Callable[..., list[Diagnostic]]) -> None:
    text = "charts: [{title: Dead, kind: bar, series: [A], columns: [Year, A, B], rows: [[2024, 1, 7]], alt: One}]\n"
    brief = f"title: A\nto: B\nfrom: C\ndate: 2026-01-01\n{text}"
    assert found(brief) == []
    bare = "name: bare\nsummary: s\nextends: policy-memo\nsections: [{change: charts, table: false}]\n"
    assert [one.code for one in found(brief, "bare", **{"templates/bare.yaml": bare})] == ["unplaced-text"] * 2
