"""The head of a memo in its forms: memo lines, a grid, a masthead, a cover, the action line."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.document import Block, Hole, Pages, Paragraph, Table
from reportgen.document.walk import lines_of, walk

Make = Callable[[str, str], tuple[Block, ...]]


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [line for block in blocks for line in lines_of(block)]


def roles(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    found = (node for block in blocks for node in walk(block) if isinstance(node, Paragraph))
    return [(one.role, words((one,))[0]) for one in found if one.role not in ("body", "lead-in")]


def test_a_template_words_the_memo_s_lines(section: Make) -> None:
    entry = "{builder: header, fields: [to, through, from, title], labels: {to: MEMORANDUM FOR, title: SUBJECT}}"
    made = section(entry, "subtitle: B\nto: The Minister\nthrough: [Deputy]\nfrom: Desk\n")
    assert words(made) == ["MEMORANDUM FOR", "The Minister", "Through", "Deputy", "From", "Desk", "SUBJECT", "A", "B"]
    assert roles(made) == []  # a title among the fields stands nowhere else


def test_fields_can_stand_beside_one_another(section: Make) -> None:
    entry = "{builder: header, layout: grid, fields: [to, from, date, deadline, reference], required: [reference]}"
    _, first, second = section(entry, "to: [X, Y]\nfrom: Z\ndate: 2026-11-22\ndeadline: 2026-12-01\n")
    assert isinstance(first, Table)
    assert [words(row.cells) for row in (*first.head, *first.body)] == [
        ["To", "From", "Date", "Deadline"],
        ["X", "Y", "Z", "22 November 2026", "1 December 2026"],
    ]
    assert words((second,)) == ["Reference", "[insert reference]"]


def test_a_title_has_a_line_below_it(section: Make) -> None:
    made = section("{builder: header, kicker: Memo, fields: []}", "subtitle: In short\n")
    assert roles(made) == [("kicker", "Memo"), ("title", "A"), ("subtitle", "In short")]


def test_the_masthead_names_organisation_symbol_distribution_and_date(section: Make) -> None:
    brief = "organisation: Assembly\nreference: A/1\ndate: 2026-11-22\nmarkings: {distribution: limited}\n"
    assert words(section("{builder: masthead, organisation: Other}", brief)) == [
        "Assembly",
        *("Reference", "Distribution", "Date"),
        *("A/1", "Limited", "22 November 2026"),
        "A",
    ]
    assert roles(section("{builder: masthead, organisation: Other}", "")) == [("kicker", "Other"), ("title", "A")]


def test_the_cover_has_pages_of_its_own(section: Make) -> None:
    brief = "subtitle: B\nfrom: [{name: X, office: Y}]\ndate: 2026-11-22\nreference: '7'\nmarkings: {tlp: GREEN}\n"
    (made,) = section("{builder: cover, kicker: Report, organisation: House}", brief)
    assert isinstance(made, Pages)
    assert made.form == "cover"
    assert roles((made,)) == [("kicker", "House"), ("kicker", "Report"), ("title", "A"), ("subtitle", "B")]
    assert words((made,))[4:] == [
        *("From", "X, Y", "Date", "22 November 2026", "Reference", "7"),
        *("Status", "Draft"),
    ]


def test_a_marking_can_be_a_field(section: Make) -> None:
    made = section("{builder: cover, fields: [marking]}", "markings: {tlp: GREEN}\n")
    assert words(made)[1:] == ["Marking", "TLP:GREEN"]


def test_the_embargo_stands_first(section: Make) -> None:
    brief = "markings: {embargo: '2026-11-24 00:01 UTC'}\n"
    for builder in ("header", "masthead", "cover"):
        assert words(section(builder, brief))[0] == "Not for publication before 24 November 2026, 00:01 (UTC)"


def test_the_action_line_says_what_is_asked_for_and_by_when(section: Make) -> None:
    both = "action_required: decision\ndeadline: 2026-12-01\n"
    assert words(section("action-line", both)) == ["FOR DECISION by 1 December 2026"]
    assert words(section("{builder: action-line, capitals: false}", both)) == ["For decision by 1 December 2026"]
    assert words(section("action-line", "action_required: information\n")) == ["FOR INFORMATION"]
    assert words(section("action-line", "deadline: 2026-12-01\n")) == ["Deadline: 1 December 2026"]


def test_the_action_line_has_holes_for_what_must_be_known(section: Make) -> None:
    made = section("{builder: action-line, required: [action_required, deadline]}", "action_required: decision\n")
    assert words(made) == ["FOR DECISION by [insert deadline]"]
    assert [hole.expects for block in made for hole in walk(block) if isinstance(hole, Hole)] == ["date"]
