"""The meeting, the handling, the signature and the first words of a memo."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.document import (
    Block,
    BulletList,
    Callout,
    Contents,
    Hole,
    PageBreak,
    Paragraph,
    Section,
    SignatureBlock,
    Span,
)
from reportgen.document.walk import lines_of, walk

Make = Callable[[str, str], tuple[Block, ...]]


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [line for block in blocks for line in lines_of(block)]


MEETING = """meeting:
  with: [{name: X, office: Minister}]
  venue: Geneva
  date: 2026-12-03
  our_objectives: Peace.
  points_to_make: [One, Two]
  press_line: We met.
"""


def test_a_meeting_has_its_heads_in_their_order(section: Make) -> None:
    (made,) = section("meeting", MEETING)
    assert words((made,)) == [
        "The meeting",
        *("With", "X, Minister", "Venue", "Geneva", "Date", "3 December 2026"),
        *("Our objectives", "Peace."),
        *("Points to make", "One", "Two"),
        *("Press line", "We met."),
    ]
    assert isinstance(made, Section)
    assert isinstance(made.blocks[2].blocks[0], BulletList)  # type: ignore[union-attr]


def test_the_heads_of_a_meeting_can_be_sections_of_the_memo(section: Make) -> None:
    made = section("{builder: meeting, top: true, heads: [press_line, our_objectives]}", MEETING)
    assert [words((one,))[0] for one in made] == ["The meeting", "Press line", "Our objectives"]


def test_a_head_that_a_meeting_must_have_is_a_hole(section: Make) -> None:
    made = section("{builder: meeting, required: [our_response]}", MEETING)
    assert [hole.label for block in made for hole in walk(block) if isinstance(hole, Hole)] == ["our response"]


def test_handling_tells_press_lines_and_answers(section: Make) -> None:
    brief = (
        "handling: {presentation: Quietly., press_lines: [One, Two],\n"
        "  questions: [{question: Why?, answer: Because.}], closing: End.}\n"
    )
    assert words(section("handling", brief)) == [
        "Presentation and handling",
        *("Quietly.", "Press lines:", "One", "Two", "If asked:", "Why?", "Because.", "End."),
    ]
    assert words(section("handling", "handling: Quietly.\n"))[1:] == ["Quietly."]


def test_findings_are_three_answers(section: Make) -> None:
    (made,) = section("findings", "findings: {whats_new: A., what_should_be_done: B.}\n")
    assert isinstance(made, Callout)
    assert words((made,)) == ["Principal findings", "What’s new? A.", "What should be done? B."]
    assert section("findings", "findings: {}\n") == ()


def test_a_submission_is_sections_with_holes_for_what_must_be_said(section: Make) -> None:
    made = section("{builder: submission, required: [timing]}", "submission: {issue: I., recommendation: R.}\n")
    assert words(made) == ["Issue", "I.", "Recommendation", "R.", "Timing", "[insert timing]"]
    assert section("submission", "submission: {}\n") == ()


def test_the_fact_box_says_what_is_not_announced(section: Make) -> None:
    brief = "actors: {m: The Envoy}\ntalks: {mediators: m, status: planned}\n"
    (made,) = section("{builder: fact-box, facts: [mediators, venue, status]}", brief)
    assert isinstance(made, Callout)
    assert words((made,)) == [
        "The talks at a glance",
        *("Mediators", "The Envoy", "Venue", "not announced", "Status", "planned"),
    ]
    assert [node.role for node in walk(made) if isinstance(node, Span)] == ["missing"]


def test_each_person_signs_alone(section: Make) -> None:
    (made,) = section("signature", "drafted_by: [X, {name: Y, office: Legal}]\napproved_by: Z\n")
    assert isinstance(made, SignatureBlock)
    assert words((made,)) == ["Drafted by", "X", "Drafted by", "Y, Legal", "Approved by", "Z", "Date"]


def test_a_signature_can_be_required_and_on_a_page_of_its_own(section: Make) -> None:
    entry = "{builder: signature, parts: [from, approved_by], required: [approved_by], new_page: true, dated: false}"
    page, made = section(entry, "from: X\n")
    assert isinstance(page, PageBreak)
    assert words((made,)) == ["From", "X", "Approved by", "[insert approved by]"]


def test_contents_list_what_the_template_names(section: Make) -> None:
    entry = "{builder: contents, of: [sections, tables], depth: 3, heading: In this report}\n  - tables"
    made = section(entry, "tables: [{id: t, title: T, columns: [A], rows: [['1']]}]\n")
    assert [(one.of, one.depth) for one in made if isinstance(one, Contents)] == [("sections", 3), ("tables", 3)]
    assert [one.heading[0].text for one in made if isinstance(one, Contents)] == ["In this report", "Tables"]
    assert isinstance(section("header", "")[0], Paragraph)
