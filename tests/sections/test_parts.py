"""What parts can leave to others: gaps, sticking points, people, a summary without a box, annexes, about."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.document import Block, BulletList, Divider, Figure, PageBreak, Paragraph, Section, Table
from reportgen.document.walk import lines_of, walk

Make = Callable[[str, str], tuple[Block, ...]]


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [line for block in blocks for line in lines_of(block)]


GAPS = """gaps: Who pays
talks: {text: They talk., gaps: [Where]}
issues: [{id: a, title: Land, text: Much., gaps: [How much, Whose], sticking_point: Maps.}]
"""


def test_gaps_are_gathered_behind_what_they_are_gaps_of(section: Make) -> None:
    assert words(section("gaps", GAPS)) == [
        "What is not known",
        *("Who pays", "The talks: Where", "Land: How much", "Land: Whose"),
    ]
    assert words(section("{builder: gaps, of: [issues]}", GAPS))[1:] == ["Land: How much", "Land: Whose"]


def test_a_template_that_gathers_gaps_tells_them_nowhere_else(section: Make) -> None:
    assert words(section("{builder: talks, parts: [significance]}", GAPS)) == ["The talks", "They talk."]
    assert words(section("{builder: issues, facets: [scope], sticking_points: false}", GAPS))[1:] == ["Much."]


def test_sticking_points_can_be_a_part_of_their_own(section: Make) -> None:
    brief = GAPS + "sticking_points: {title: T, intro: I., further: 'F:', points: [P], closing: C.}\n"
    assert words(section("sticking-points", brief)) == ["T", "I.", "F:", "Land: Maps.", "P", "C."]
    assert "T" not in words(section("{builder: issues, sticking_points: false}", brief))
    assert words(section("sticking-points", GAPS))[0] == "Sticking points"


def test_each_issue_can_have_a_heading(section: Make) -> None:
    (made,) = section("{builder: issues, headings: true, facets: []}", GAPS)
    assert [node.id for node in walk(made) if isinstance(node, Section)][1:] == ["a"]
    assert words((made,))[:3] == ["Issues and sticking points", "Land", "Much."]


def test_an_issue_can_be_referred_to_at_its_first_words(section: Make) -> None:
    told = [node for node in walk(section("issues", GAPS)[0]) if isinstance(node, Paragraph) and node.id]
    assert [(one.id, one.label, words((one,))) for one in told] == [("a", "Land", ["Much."])]
    (stuck,) = section("issues", "issues: [{id: a, title: Land, sticking_point: Maps.}]\n")
    lists = [node for node in walk(stuck) if isinstance(node, BulletList)]
    assert [(one.id, one.label) for one in lists[0].items] == [("a", "Land")]


def test_a_summary_can_do_without_a_box(section: Make) -> None:
    (made,) = section("{builder: summary, boxed: false, heading: Executive summary}", "summary: All well.\n")
    assert isinstance(made, Section)
    assert not made.numbered
    assert words((made,)) == ["Executive summary", "All well."]


def test_a_signature_block_spares_the_clearance_its_names(section: Make) -> None:
    brief = "drafted_by: X\nclearances: [Legal]\n"
    assert "X" in words(section("clearance", brief))
    assert "X" not in words(section("{builder: clearance, people: false}", brief))
    assert section("{builder: clearance, people: false}", "drafted_by: X\n") == ()


ANNEXES = "annexes: [{id: x, title: Maps, text: See.}, {title: Data, text: Here.}]\nmarkings: {tlp: GREEN}\n"


def test_annexes_are_counted_by_letters(section: Make) -> None:
    made = section("annexes", ANNEXES)
    assert [(one.number, one.label, one.numbered) for one in made if isinstance(one, Section)] == [
        ("Annex A.", "Annex A", False),
        ("Annex B.", "Annex B", False),
    ]
    (alone,) = section("annexes", "annexes: [{title: Maps, text: See.}]\n")
    assert isinstance(alone, Section)
    assert (alone.number, alone.label) == ("Annex.", "Annex")


def test_annexes_can_begin_pages_and_bear_the_marking(section: Make) -> None:
    made = section("{builder: annexes, new_page: true, marked: true}", ANNEXES)
    assert [type(one) for one in made] == [PageBreak, Section, PageBreak, Section]
    assert words(made)[1:3] == ["TLP:GREEN", "See."]


def test_a_part_can_begin_a_page_if_it_is_there(section: Make) -> None:
    made = section("{builder: conclusion, new_page: true}", "conclusion: End.\n")
    assert [type(one) for one in made] == [PageBreak, Section]
    assert section("{builder: conclusion, new_page: true}", "") == ()


def test_a_template_tells_about_the_document(section: Make) -> None:
    rule, made = section("{builder: about, text: We *publish* this.}", "")
    assert isinstance(rule, Divider)
    assert words((made,)) == ["We publish this."]
    page, headed = section("{builder: about, heading: About, text: We., new_page: true}", "")
    assert isinstance(page, PageBreak)
    assert words((headed,)) == ["About", "We."]


def test_tables_have_ids_and_notes_of_their_own_look(section: Make) -> None:
    brief = "tables: [{id: t, title: T, columns: [A], rows: [['1']], notes: N, sources: s}]\nsources: {s: S}\n"
    (made,) = section("tables", brief)
    assert [node.id for node in walk(made) if isinstance(node, Table)] == ["t"]
    assert [words((node,)) for node in walk(made) if isinstance(node, Paragraph) and node.role == "table-note"] == [
        ["N"],
        ["Source: S"],
    ]
    assert not [node for node in walk(made) if isinstance(node, Figure)]
