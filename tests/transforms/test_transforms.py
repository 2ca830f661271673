"""What the transforms make of whole documents: numbers, labels, notes, references, acronyms, contents."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from printed import nodes, printed

import reportgen
from reportgen.diagnostics import BriefError
from reportgen.document import (
    Contents,
    ContentsEntry,
    Document,
    Note,
    Reference,
    Section,
    Text,
)
from reportgen.document.walk import text_of, walk

Made = Callable[..., Document]


SECTIONS = """
sections:
  - {id: a, title: A, text: "One.\\n\\nTwo.", sections: [{id: b, title: B, text: Three.}, {title: C, text: Four.}]}
  - {id: d, title: D, text: Five.}
annexes: [{id: x, title: X, text: "# Deep\\n\\nSix."}]
"""


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("none", ["", "", "", ""]),
        ("decimal", ["1", "1.1", "1.2", "2"]),
        ("letters", ["1.", "a.", "b.", "2."]),
        ("roman", ["I.", "A.", "B.", "II."]),
    ],
)
def test_sections_are_counted_in_the_manner_of_the_type(made: Made, form: str, numbers: list[str]) -> None:
    document = made(SECTIONS, f"numbering: {{headings: {form}}}")
    found = {text_of(one.heading): one for one in nodes(document, Section) if isinstance(one, Section)}
    assert [found[name].number for name in "ABCD"] == numbers
    assert all(one.id for one in found.values())
    assert len({one.id for one in found.values()}) == len(found)


@pytest.mark.parametrize(
    ("form", "numbers", "told"),
    [
        ("none", ["", "", "", "", "", "Annex A.", "", ""], ["B", "C", "D"]),
        (
            "decimal",
            ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.2", "Annex A.", "A.1", "A.1.1"],
            ["section 1.1", "section 1.1.1", "section 1.1.1.1"],
        ),
        ("letters", ["1.", "a.", "(1)", "(a)", "(b)", "Annex A.", "", ""], ["section a", "section 1", "section a"]),
        ("roman", ["I.", "A.", "1.", "1.", "2.", "Annex A.", "", ""], ["section A", "section 1", "section 1"]),
    ],
)
def test_sections_inside_sections_and_annexes_are_counted_on(
    made: Made, form: str, numbers: list[str], told: list[str]
) -> None:
    inner = "{id: c, title: C, sections: [{id: d, title: D, text: T}, {title: E, text: T}]}"
    document = made(
        f"sections: [{{title: A, sections: [{{id: b, title: B, sections: [{inner}]}}]}}]\n"
        'annexes: [{title: N, text: "# O\\n\\n## P\\n\\nT"}, {title: Q, text: T}]\n'
        "summary: See [](#b), [](#c) and [](#d).\n",
        f"numbering: {{headings: {form}}}",
    )
    found = {text_of(one.heading): one for one in nodes(document, Section) if isinstance(one, Section)}
    assert [found[name].number for name in "ABCDENOP"] == numbers
    assert all(one.id for one in found.values())
    assert [text_of(node) for node in nodes(document, Reference)] == told


def test_references_name_what_they_lead_to(made: Made) -> None:
    text = SECTIONS + (
        "summary: See [](#b), [](#t), [](#act), [there](#d) and [](#d).\n"
        "recommendations: {actions: [Wait., {id: act, text: Go.}]}\n"
        "tables: [{id: t, title: Flows, columns: [Year], rows: [['2024']]}]\n"
    )
    document = made(text, "numbering: {headings: decimal}")
    told = [text_of(node) for node in nodes(document, Reference)]
    assert told == ["section 2.1", "Table 1", "Recommendation 2", "there", "section 3"]


def test_an_uncounted_section_is_named_by_its_heading(made: Made) -> None:
    document = made("summary: See [](#d).\nsections: [{id: d, title: 'The *end*', text: It comes.}]\n")
    assert [text_of(node) for node in nodes(document, Reference)] == ["The end"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("summary: See [](#nowhere) and [](#gone).\n", ["unknown-reference", "unknown-reference"]),
        ("summary: See [@nobody] and [](#gone).\n", ["unknown-id", "unknown-reference"]),
    ],
)
def test_all_that_leads_nowhere_is_told_at_once(made: Made, text: str, codes: list[str]) -> None:
    with pytest.raises(BriefError) as refused:
        made(text)
    found = refused.value.diagnostics
    assert [one.code for one in found] == codes
    assert all(one.source.line == 4 for one in found)
    assert found[0].source.column < found[1].source.column


def test_paragraphs_are_counted_through_the_text_but_not_in_annexes(made: Made) -> None:
    document = made(SECTIONS + "summary: Not counted.\n", "numbering: {paragraphs: true}")
    found = [(node.number, text_of(node)) for node in walk(document) if getattr(node, "number", "")]
    assert [pair for pair in found if pair[0][0].isdigit()] == [
        ("1.", "One."), ("2.", "Two."), ("3.", "Three."), ("4.", "Four."), ("5.", "Five.")
    ]  # fmt: skip


def test_footnotes_are_counted_in_reading_order(made: Made) -> None:
    text = "summary: |\n  One[^b] and two[^a].\n\n  [^a]: First\n  [^b]: Second\n"
    text += 'sections: [{title: "H^[three]", text: "X^[four]"}]\n'
    notes = [node for node in walk(made(text)) if isinstance(node, Note)]
    assert [(note.number, text_of(note.blocks)) for note in notes] == [
        (1, "Second"), (2, "First"), (3, "three"), (4, "four")
    ]  # fmt: skip


GLOSSARY = "glossary: {OSCE: Organization for Security, BATNA: best alternative}\n"


def test_acronyms_are_written_out_once_where_the_type_asks_for_it(made: Made) -> None:
    text = GLOSSARY + "summary: The OSCE and the OSCE. Its best alternative (BATNA) is old.\n"
    document = made(text, "acronyms: true")
    line = next(text_of(node) for node in walk(document) if "OSCE" in text_of(node) and hasattr(node, "role"))
    assert line == "The Organization for Security (OSCE) and the OSCE. Its best alternative (BATNA) is old."


def test_several_acronyms_are_written_out_where_each_is_first_used(made: Made) -> None:
    text = (
        "glossary: {OSCE: Organization for Security, EU: European Union, UN: United Nations, ICRC: Red Cross}\n"
        "summary: 'OSCE monitors met the *EU and the OSCE*, and UN'\n"
        "recommendations: {actions_intro: 'The ICRC and the UN ask us:', actions: [Pay the ICRC.]}\n"
    )
    shown = [printed(node) for node in walk(made(text, "acronyms: true")) if hasattr(node, "role")]
    assert (
        "Organization for Security (OSCE) monitors met the European Union (EU) and the OSCE, and United Nations (UN)"
        in shown
    )
    assert "The Red Cross (ICRC) and the UN ask us:" in shown


def test_acronyms_stay_as_they_are_otherwise(made: Made) -> None:
    document = made(GLOSSARY + "summary: The OSCE met.\n")
    assert "The OSCE met." in [text_of(node) for node in walk(document)]


def test_lists_of_tables_and_figures_name_those_that_are_counted(made: Made) -> None:
    text = (
        "tables: [{id: t, title: 'Flows^[Measured]', columns: [A], rows: [[1]]}, {columns: [B], rows: [[2]]}]\n"
        "charts: [{id: c, title: Dead, kind: bar, columns: [Year, Dead], rows: [[2024, 1]], alt: One}]\n"
        "annexes: [{title: N, text: T, charts: c}]\n"
    )
    found = {one.of: one for one in nodes(made(text), Contents) if isinstance(one, Contents)}
    shown = {of: [(one.target, one.number, printed(one)) for one in found[of].entries] for of in ("tables", "figures")}
    assert shown == {"tables": [("t", "Table 1.", "Flows")], "figures": [("c", "Figure 1.", "Dead")]}
    assert [text_of(one.heading) for one in found.values()] == ["Contents", "Tables", "Figures"]


def test_a_list_that_finds_nothing_has_no_heading(made: Made) -> None:
    lists = [one for one in nodes(made("sections: [{title: A, text: One.}]\n"), Contents) if isinstance(one, Contents)]
    assert [(text_of(one.heading), len(one.entries)) for one in lists] == [("Contents", 1), ("", 0), ("", 0)]


def test_contents_list_sections_with_their_numbers_and_leave_notes_out() -> None:
    from reportgen.document import Conventions, Meta
    from reportgen.transforms import fill_contents, number_headings

    words = reportgen.build("b.yaml", workspace=reportgen.Workspace(files={"b.yaml": "title: T"}))
    assert words.document.meta.title == "T"

    def section(title: str, *below: Section) -> Section:
        return Section(heading=(Text(text=title), Note(blocks=())), blocks=below)

    document = Document(
        meta=Meta(title="T", language="en"),
        blocks=(Contents(depth=2), section("A", section("B", section("C"))), section("D")),
        conventions=Conventions(headings="roman"),
    )
    patterns = type("P", (), {"section_label": "section {number}"})
    counted = number_headings.transform(document, type("W", (), {"patterns": patterns})())  # type: ignore[arg-type]
    done = fill_contents.transform(counted, None)  # type: ignore[arg-type]
    (contents,) = (node for node in walk(done) if isinstance(node, Contents))
    shown = [(entry.level, entry.number, text_of(entry.inlines)) for entry in contents.entries]
    assert shown == [(1, "I.", "A"), (2, "A.", "B"), (1, "II.", "D")]
    assert {node.id for node in walk(done) if isinstance(node, Section)} >= {
        entry.target for entry in contents.entries if isinstance(entry, ContentsEntry)
    }
