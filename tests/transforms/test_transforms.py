"""What the transforms make of whole documents: numbers, labels, notes, citations, references, contents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import reportgen
from reportgen.diagnostics import BriefError
from reportgen.document import (
    Bibliography,
    Citation,
    Cited,
    Contents,
    ContentsEntry,
    Document,
    Node,
    Note,
    Paragraph,
    Reference,
    Section,
    Text,
    Work,
)
from reportgen.document.walk import text_of, walk

Build = Callable[..., reportgen.Memo]

TEMPLATE = """
name: mine
summary: for tests
{more}
sections:
  - header
  - {{builder: contents, of: [sections, tables, figures]}}
  - summary
  - builder: recommendations
  - sections
  - tables
  - sources
  - annexes
"""


@pytest.fixture
def made(memo: Build) -> Callable[..., Document]:
    """Build a document of a brief's text and what its template says of counting and citing.

    Whatever transforms make anew keeps the place of what it was made of, and nothing is left without a word.
    """

    def build(text: str, more: str = "", **files: str) -> Document:
        templates = {"templates/mine.yaml": TEMPLATE.format(more=more)}
        document = memo(f"title: T\ntemplate: mine\nstatus: draft\n{text}", **{**templates, **files}).document
        assert [node for node in walk(document) if not node.source.line] == []
        assert [node for node in walk(document) if isinstance(node, Text) and not node.text] == []
        return document

    return build


Made = Callable[..., Document]


def nodes(document: Document, *kinds: type[Node]) -> list[Node]:
    return [node for node in walk(document) if isinstance(node, kinds)]


def printed(node: Node) -> str:
    """Return the words of a line with the marks of its notes."""
    if isinstance(node, Note):
        return f"^{node.number}"
    return node.text if isinstance(node, Text) else "".join(map(printed, getattr(node, "inlines", ())))


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
    ("form", "numbers"),
    [
        ("none", ["", "", "", "", "", "Annex A.", ""]),
        ("decimal", ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.2", "Annex A.", "A.1"]),
        ("letters", ["1.", "a.", "(1)", "(a)", "(b)", "Annex A.", ""]),
        ("roman", ["I.", "A.", "1.", "1.", "2.", "Annex A.", ""]),
    ],
)
def test_sections_inside_sections_and_annexes_are_counted_on(made: Made, form: str, numbers: list[str]) -> None:
    document = made(
        'sections: [{title: A, text: T, sections: [{title: B, text: "# C\\n\\n## D\\n\\nT\\n\\n## E\\n\\nT"}]}]\n'
        'annexes: [{title: N, text: "# O\\n\\nT"}, {title: P, text: T}]\n',
        f"numbering: {{headings: {form}}}",
    )
    found = {text_of(one.heading): one for one in nodes(document, Section) if isinstance(one, Section)}
    assert [found[name].number for name in "ABCDENO"] == numbers


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


SOURCES = """
sources:
  smith: {author: ["Smith, Jo", "Doe, Al"], title: The report, kind: report, publisher: RAND, date: 2024-03-05}
  times: {author: The Times, title: News, kind: news, date: 2023, url: "https://times.example/1"}
  own: "The *Daily*, 3 May"
  never: Not cited at all
"""
TEXT = 'summary: "A [@smith, p. 4]. B [see @times; @smith]; C [@own, p. 2]. D [@smith]."\n'


def test_notes_stand_behind_the_point_and_are_short_the_second_time(made: Made) -> None:
    document = made(SOURCES + TEXT)
    notes = [node for node in walk(document) if isinstance(node, Note)]
    assert [text_of(note.blocks) for note in notes] == [
        "Jo Smith and Al Doe, The report, RAND, 5 March 2024, p. 4.",
        "see The Times, ‘News’, 2023, https://times.example/1; Smith and Doe, The report.",
        "The Daily, 3 May, p. 2.",
        "Smith and Doe, The report.",
    ]
    assert [note.number for note in notes] == [1, 2, 3, 4]
    line = next(node for node in walk(document) if "A" in text_of(node) and hasattr(node, "role"))
    assert text_of(line) == "A. B; C. D."


def test_a_citation_on_a_line_of_its_own_stands_behind_the_word_before(made: Made) -> None:
    document = made(SOURCES + "summary: |\n  A\n  [@smith]. B\n")
    assert "A. B" in [text_of(node) for node in walk(document)]


def test_author_and_date_stand_in_brackets(made: Made) -> None:
    document = made(SOURCES + TEXT, "citations: author-date")
    assert [text_of(node) for node in nodes(document, Citation)] == [
        "(Smith and Doe 2024, p. 4)",
        "(see The Times 2023; Smith and Doe 2024)",
        "(‘The Daily, 3 May’, p. 2)",
        "(Smith and Doe 2024)",
    ]


def test_numbers_follow_the_order_of_citing_and_so_does_the_list(made: Made) -> None:
    document = made(SOURCES + TEXT, "citations: numeric")
    assert [text_of(node) for node in nodes(document, Citation)] == ["[1], p. 4", "[1], see [2]", "[3], p. 2", "[1]"]
    (bibliography,) = (node for node in walk(document) if isinstance(node, Bibliography))
    assert [(entry.mark, entry.id) for entry in bibliography.entries] == [
        ("[1]", "smith"), ("[2]", "times"), ("[3]", "own"), ("[4]", "never")
    ]  # fmt: skip


def test_sources_stand_in_the_sentence_where_there_is_no_style(made: Made) -> None:
    document = made(SOURCES + 'summary: "C [see @own, p. 2; @never]."\n', "citations: in-text")
    assert [text_of(node) for node in nodes(document, Citation)] == ["(see The Daily, 3 May, p. 2; Not cited at all)"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It *rains* [@smith]: and *pours*, [they](https://x.int) say.", "It rains:^1 and pours, they say."),
        ("*Rain*, in Zone X [@smith]*again*. [@own]", "Rain, in Zone X^1again.^2"),
        ("*Rain* [@smith]. “Snow” [@own].", "Rain.^1 “Snow”.^2"),
        ("[@smith] “It rains [@own]”, he said [@never]!", "^1 “It rains”,^2 he said!^3"),
    ],
)
def test_notes_move_behind_points_and_nothing_else_does(made: Made, text: str, shown: str) -> None:
    document = made(f"{SOURCES}summary: '{text}'\n")
    assert shown in [printed(node) for node in walk(document)]


@pytest.mark.parametrize(
    ("citations", "cited", "listed"),
    [
        ("author-date", ["(Zorn 2020)", "(Adam 2021)"], [("", "adam"), ("", "zorn")]),
        ("numeric", ["[1]", "[2]"], [("[1]", "zorn"), ("[2]", "adam")]),
    ],
)
def test_the_list_is_in_the_style_s_order(
    made: Made, citations: str, cited: list[str], listed: list[tuple[str, str]]
) -> None:
    sources = "sources: {adam: {author: Adam, title: A, date: 2021}, zorn: {author: Zorn, title: Z, date: 2020}}\n"
    document = made(f"{sources}summary: 'Z [@zorn]. A [@adam].'\n", f"citations: {citations}")
    assert [text_of(node) for node in nodes(document, Citation)] == cited
    (bibliography,) = (node for node in walk(document) if isinstance(node, Bibliography))
    assert [(entry.mark, entry.id) for entry in bibliography.entries] == listed


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "‘News’, 3 May 2023."),
        ("en-US", "“News”, 3 May 2023."),
        ("uk", "«News», 3 травня 2023."),
        ("tlh", "“News”, 3 May 2023."),
    ],
)
def test_a_citation_speaks_the_memo_s_language_or_else_english(made: Made, language: str, said: str) -> None:
    from dataclasses import replace

    from reportgen.transforms import cite

    document = made(SOURCES + TEXT)
    issued = {"issued": {"date-parts": [[2023, 5, 3]]}}
    work = Work(id="w", inlines=(), data={"type": "article-newspaper", "title": "News", **issued})
    citing = Document(
        meta=replace(document.meta, language=language),
        blocks=(Paragraph(inlines=(Citation(works=(Cited(work="w"),)),)),),
        conventions=document.conventions,
        works=(work,),
    )
    (note,) = nodes(cite.transform(citing, None), Note)  # type: ignore[arg-type]
    assert isinstance(note, Note)
    assert text_of(note.blocks) == said


def test_a_citation_style_that_is_none_is_a_fault(made: Made) -> None:
    with pytest.raises(BriefError) as refused:
        made(SOURCES + TEXT, "citations: numeric", **{"citations/numeric.csl": "<style"})
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.hint) == ("bad-citation-style", "check it against CSL 1.0.1")
    assert fault.message.startswith("the citation style can't be read: ")


def test_a_source_in_own_words_stands_in_them_in_the_list(made: Made) -> None:
    (bibliography,) = (node for node in walk(made(SOURCES + TEXT)) if isinstance(node, Bibliography))
    told = {entry.id: text_of(entry.inlines) for entry in bibliography.entries}
    assert told["own"] == "The Daily, 3 May"
    assert told["never"] == "Not cited at all"
    assert told["smith"] == "Jo Smith and Al Doe, The report, RAND, 5 March 2024."


def test_a_citation_style_of_the_authors_counts_before_ours(made: Made) -> None:
    csl = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><citation>'
        '<layout prefix="{" suffix="}"><text variable="title" font-style="italic"/></layout></citation>'
        '<bibliography><layout><text variable="title"/></layout></bibliography></style>'
    )
    document = made(SOURCES + TEXT, "citations: numeric", **{"citations/numeric.csl": csl})
    assert text_of(nodes(document, Citation)[0]) == "{The report, p. 4}"


def test_nothing_that_is_cited_or_moved_is_taken_for_lost(memo: Build) -> None:
    found = memo(f"title: T\n{SOURCES}{TEXT}").diagnostics
    assert [one for one in found if one.code == "unplaced-text"] == []


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
    from reportgen.document import Conventions, Meta, Text
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
