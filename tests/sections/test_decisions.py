"""Recommendations laid out as lists and decisions, and the matrix of the issues."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.document import Block, DecisionLine, ListItem, NumberedList, Section, Table
from reportgen.document.walk import lines_of, walk

Make = Callable[[str, str], tuple[Block, ...]]


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [line for block in blocks for line in lines_of(block)]


ACTIONS = """actors: {ua: Ukraine, ru: Russia}
recommendations:
  actions:
    - {id: a1, text: Act., addressee: ua, priority: low, decision: approve, owner: Desk}
    - {text: Wait., priority: high, choices: [note], views: [{by: Legal, view: opposes, text: Too slow}]}
    - {text: Talk., addressee: [ua, ru]}
    - {text: Go on., addressee: ua, decision: note}
"""


def decisions(blocks: tuple[Block, ...]) -> list[list[tuple[str, bool]]]:
    found = [node for block in blocks for node in walk(block) if isinstance(node, DecisionLine)]
    return [[(words((choice,))[0], choice.chosen) for choice in line.choices] for line in found]  # type: ignore[arg-type]


def test_each_action_can_be_decided(section: Make) -> None:
    made = section("{builder: recommendations, actions: decisions, choices: [approve, disapprove]}", ACTIONS)
    assert decisions(made) == [
        [("Approve", True), ("Disapprove", False)],
        [("Note", False)],
        [("Approve", False), ("Disapprove", False)],
        [("Approve", False), ("Disapprove", False), ("Note", True)],
    ]
    assert words(made)[5:9] == ["Wait.", "Priority: high", "Legal opposes: Too slow", "Note"]


def test_a_decision_is_a_fact_where_there_is_no_line_for_it(section: Make) -> None:
    made = section("recommendations", ACTIONS)
    assert decisions(made) == []
    assert "Addressed to: Ukraine; Owner: Desk; Priority: low; Decision: approve" in words(made)


def test_actions_can_stand_by_addressee_and_count_on(section: Make) -> None:
    (made,) = section("{builder: recommendations, actions: by_addressee}", ACTIONS)
    assert [words((node,)) for node in made.blocks] == [  # type: ignore[union-attr]
        ["Ukraine", "Act.", "Owner: Desk; Priority: low; Decision: approve", "Go on.", "Decision: note"],
        ["Addressed to: not stated", "Wait.", "Priority: high", "Legal opposes: Too slow"],
        ["Ukraine, Russia", "Talk."],
    ]
    assert [node.start for node in walk(made) if isinstance(node, NumberedList)] == [1, 3, 4]


def test_an_addressee_of_all_actions_is_one_of_each(section: Make) -> None:
    (made,) = section("{builder: recommendations, actions: by_addressee}", ACTIONS + "  addressee: ru\n")
    assert [words((node,))[0] for node in made.blocks] == ["Ukraine", "Russia", "Ukraine, Russia"]  # type: ignore[union-attr]


def test_actions_can_stand_by_priority(section: Make) -> None:
    (made,) = section("{builder: recommendations, actions: by_priority}", ACTIONS)
    assert [words((node,))[0] for node in made.blocks] == [  # type: ignore[union-attr]
        "Priority: high",
        "Priority: low",
        "Priority: not stated",
    ]


def test_an_action_can_be_referred_to_by_its_number(section: Make) -> None:
    made = section("recommendations", ACTIONS)
    items = [node for block in made for node in walk(block) if isinstance(node, ListItem)]
    assert [(one.id, one.label) for one in items if one.id] == [("a1", "Recommendation {number}")]


ISSUES = """actors: {ua: Ukraine, ru: Russia}
talks: {parties: [ua, ru]}
issues:
  - {id: a, title: Land, status: stalled, contentiousness: high, positions: {ua: {position: all, red_line: half}}}
  - {id: b, title: Peace, status: agreed, shared_position: {position: soon}}
  - {id: c, title: Trade}
"""


def test_the_matrix_tells_positions_and_status_in_word_and_tone(section: Make) -> None:
    (made,) = section("issue-matrix", ISSUES)
    assert isinstance(made, Section)
    (table,) = made.blocks
    assert isinstance(table, Table)
    assert [words(row.cells) for row in (*table.head, *table.body)] == [
        ["Issue", "Ukraine", "Russia", "Status"],
        ["Land", "all", "Red line: half", "not stated", "Stalled", "Contentiousness: high"],
        ["Peace", "Ukraine, Russia: soon", "Agreed"],
        ["Trade", "not stated", "not stated", "not stated"],
    ]
    assert [row.cells[-1].tone for row in table.body] == ["bad", "good", "plain"]


def test_a_template_chooses_what_stands_below_positions(section: Make) -> None:
    assert "Red line: half" not in words(section("{builder: issue-matrix, facets: [interests]}", ISSUES))


def test_issues_without_positions_and_status_make_no_matrix(section: Make) -> None:
    assert section("issue-matrix", "issues: [{id: a, title: A}]\n") == ()
