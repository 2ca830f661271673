"""A whole document in the file: notes, numbers, references, contents, sections and room to sign, all of it native."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_docx
from docx_lint import lint
from docx_showcase import META, item, para, words
from docx_whole import contents, counted_table, line, note, reference, whole
from openxml_audit import OpenXmlValidator

from reportgen.document import (
    Bibliography,
    BibliographyEntry,
    Block,
    BulletList,
    Callout,
    Choice,
    Citation,
    Cited,
    Conventions,
    DecisionLine,
    Document,
    Field,
    HeadingNumbers,
    Link,
    PageBreak,
    Pages,
    Paragraph,
    Section,
    SignatureBlock,
    Text,
)
from reportgen.style import Style
from reportgen.writers.docx import write

Made = Callable[..., dict[str, str]]


@pytest.fixture
def counted(style: Style) -> Made:
    """Write blocks of a document that counts, and return the file's parts as text, by name."""

    def make(*blocks: Block, headings: HeadingNumbers = "decimal") -> dict[str, str]:
        document = Document(meta=META, blocks=blocks, conventions=Conventions(headings=headings))
        with zipfile.ZipFile(io.BytesIO(write(document, style).data)) as archive:
            return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}

    return make


def heading(number: str, *blocks: Block, id: str = "", words_: str = "Head") -> Section:
    return Section(heading=words(words_), blocks=blocks, number=number, id=id)


def plain(xml: str) -> str:
    """Return the words of a part, tabs as such, the paragraphs on lines of their own."""
    found = (re.sub(r"<w:instrText.*?</w:instrText>", "", one) for one in re.findall(r"<w:p>.*?</w:p>", xml, re.DOTALL))
    return "\n".join(re.sub(r"<[^>]*>", "", one.replace("<w:tab/>", "\t")) for one in found)


def body(parts: dict[str, str]) -> str:
    return parts["word/document.xml"]


def test_a_whole_document_is_valid(style: Style, tmp_path: Path) -> None:
    file = tmp_path / "whole.docx"
    file.write_bytes(write(whole(), style).data)
    assert [str(fault) for fault in OpenXmlValidator().validate(str(file)).errors] == []
    assert lint(file.read_bytes()) == []


def test_footnotes_are_native_wherever_they_stand(style: Style) -> None:
    with zipfile.ZipFile(io.BytesIO(write(whole(), style).data)) as archive:
        notes = archive.read("word/footnotes.xml").decode()
        text = archive.read("word/document.xml").decode()
    assert re.findall(r'<w:footnoteReference w:id="(\d)"/>', text) == ["1", "2", "3", "4"]
    assert re.findall(r'w:type="(\w+)" w:id="(-?\d)"', notes) == [("separator", "-1"), ("continuationSeparator", "0")]
    assert [one for one in plain(notes).split("\n") if one] == [
        " See here",
        " Of the line.",
        " So far.",
        " In full.",
        "now",
    ]


def test_a_link_in_a_footnote_belongs_to_the_footnotes(counted: Made) -> None:
    one = line("a", note(1, line(Link(inlines=words("x"), target="https://example.org"))))
    parts = counted(one)
    assert "example.org" in parts["word/_rels/footnotes.xml.rels"]
    assert "example.org" not in parts["word/_rels/document.xml.rels"]


def test_a_note_with_another_number_than_words_shows_its_own(counted: Made) -> None:
    parts = counted(line("a", note(7, "Seven"), "b", note(1, "One")))
    assert '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>7</w:t>' in body(parts)
    assert '<w:footnoteReference w:id="2"/>' in body(parts)
    assert plain(parts["word/footnotes.xml"]).split("\n")[2:] == ["7 Seven", " One"]


def test_a_note_in_a_note_keeps_its_words(counted: Made) -> None:
    parts = counted(line("a", note(1, line("outer", note(2, line("inner", "!"))))))
    assert plain(parts["word/footnotes.xml"]).split("\n")[2:] == [" outer [inner!]"]
    assert body(parts).count("footnoteReference w:id") == 1


def test_a_note_that_begins_with_a_list_carries_its_mark_alone(counted: Made) -> None:
    parts = counted(line("a", note(1, BulletList(items=(item("x"),)))))
    assert plain(parts["word/footnotes.xml"]).split("\n")[2:] == [" ", "x"]


def test_a_document_without_notes_has_no_part_for_them(counted: Made) -> None:
    assert "word/footnotes.xml" not in counted(para("a"))


@pytest.mark.parametrize(
    ("scheme", "marks"),
    [
        ("decimal", ("1", "1.1", "1.1.1", "1.1.1.1")),
        ("letters", ("1.", "a.", "(1)", "(a)")),
        ("roman", ("I.", "A.", "1.")),
    ],
)
def test_headings_are_counted_by_word_in_each_scheme(
    counted: Made, scheme: HeadingNumbers, marks: tuple[str, ...]
) -> None:
    nested: tuple[Block, ...] = ()
    for mark in reversed(marks):
        nested = (heading(mark, *nested),)
    parts = counted(*nested, headings=scheme)
    assert "numPr" not in body(parts)
    assert plain(body(parts)).split("\n") == ["Head"] * len(marks)
    style = re.search(r'<w:style [^>]*w:styleId="Heading1">.*?</w:style>', parts["word/styles.xml"])
    assert style
    assert "<w:numPr>" in style[0]


def test_a_number_that_word_would_not_come_to_is_text(counted: Made) -> None:
    parts = counted(
        heading("1"), heading(""), heading("2"), heading("4"), heading("Annex A.", heading("A.1")), heading("3")
    )
    shown = plain(body(parts)).split("\n")
    assert shown == ["Head", "Head", "Head", "4\u2003Head", "Annex A.\u2003Head", "A.1\u2003Head", "Head"]
    assert body(parts).count("<w:numPr>") == 4


def test_headings_of_a_document_that_does_not_count_are_in_no_list(counted: Made) -> None:
    parts = counted(heading(""), headings="none")
    assert "numPr" not in body(parts)
    style = re.search(r'<w:style [^>]*w:styleId="Heading1">.*?</w:style>', parts["word/styles.xml"])
    assert style
    assert "<w:numPr>" not in style[0]


def test_paragraphs_are_counted_by_word_with_their_own_mark(counted: Made) -> None:
    given = [replace(para(number), number=number) for number in ("1)", "2)", "9)", "3)")]
    parts = counted(*given)
    assert 'w:lvlText w:val="%1)"' in parts["word/numbering.xml"]
    assert plain(body(parts)).split("\n") == ["1)", "2)", "9)\t9)", "3)"]
    assert body(parts).count('<w:pStyle w:val="NumberedParagraph"/>') == 4


def test_the_number_of_a_caption_is_a_field_in_a_bookmark(counted: Made) -> None:
    parts = counted(counted_table())
    label = re.search(r'<w:bookmarkStart w:id="1" w:name="_Ref_signs"/>(.*?)<w:bookmarkEnd w:id="1"/>', body(parts))
    assert label
    assert " SEQ Table \\* ARABIC </w:instrText>" in label[1]
    assert plain(f"<w:p>{label[1]}</w:p>") == "Table 1"
    assert "Table 1. Signs on both sides" in plain(body(parts)).split("\n")


def test_a_caption_counted_otherwise_says_so_to_word(counted: Made) -> None:
    parts = counted(
        replace(counted_table(), label="Table 5", id="a"), replace(counted_table(), label="Table 6", id="b")
    )
    assert re.findall(r" SEQ (.*?) <", body(parts)) == ["Table \\* ARABIC \\r 5", "Table \\* ARABIC"]


def test_a_line_below_a_table_is_kept_with_its_last_row(counted: Made) -> None:
    parts = counted(counted_table(), para("Source: notes", "table-note"))
    last = body(parts).rpartition("<w:tr>")[2]
    assert last.count("<w:keepNext/>") == 3
    assert '<w:pStyle w:val="TableNoteAbove"/><w:keepNext/>' in last


def test_references_are_fields_with_their_words_in_them(style: Style) -> None:
    with zipfile.ZipFile(io.BytesIO(write(whole(), style).data)) as archive:
        text = archive.read("word/document.xml").decode()
    assert re.findall(r"> (REF .*?) <", text) == [
        "REF _Ref_signs \\h",
        "REF _Ref_map \\h",
        "REF _Ref_line \\r \\h",
        "REF _Ref_staff \\r \\h",
    ]
    assert "As Table 1 says, and Figure 1 shows." in plain(text)
    assert "See section 1.1, step 2 and Annex A." in plain(text)
    assert '<w:hyperlink w:anchor="_Ref_annex"' in text


def test_a_reference_in_the_authors_words_is_a_link(counted: Made) -> None:
    parts = counted(heading("1", line(reference("x", "as said above")), id="x"))
    assert 'w:anchor="_Ref_x"' in body(parts)
    assert " REF " not in body(parts)


def test_a_reference_to_nothing_keeps_its_words(counted: Made) -> None:
    parts = counted(line("See ", reference("gone", "there"), "."))
    assert plain(body(parts)) == "See there."
    assert "anchor" not in body(parts)


@pytest.mark.parametrize("id", ["x" * 60, "Capital", "ünï", "with-dash", "with space & <mark>"])
def test_bookmarks_have_names_that_word_takes(counted: Made, id: str) -> None:
    parts = counted(heading("1", id=id), heading("2", line(reference(id, "up there"))))
    (name,) = re.findall(r'w:bookmarkStart w:id="1" w:name="([^"]*)"', body(parts))
    assert re.fullmatch(r"[A-Za-z_]\w{0,39}", name)
    assert f'w:anchor="{name}"' in body(parts)


def test_citations_lead_to_the_bibliography(counted: Made) -> None:
    works = Bibliography(entries=(BibliographyEntry(id="un", mark="[1]", inlines=words("UN")),))
    parts = counted(line(Citation(works=(Cited(work="un"),), inlines=words("[1]"))), works)
    (name,) = re.findall(r'w:anchor="([^"]*)"', body(parts))
    assert f'w:name="{name}"' in body(parts)
    assert plain(body(parts)).split("\n") == ["[1]", "[1]\tUN"]


def test_a_citation_without_bibliography_is_plain(counted: Made) -> None:
    parts = counted(line(Citation(works=(Cited(work="un"),), inlines=words("(UN 2024)"))))
    assert plain(body(parts)) == "(UN 2024)"
    assert "hyperlink" not in body(parts)


def test_contents_are_a_field_with_all_lines_in_it(counted: Made) -> None:
    sections_, tables = contents()
    target = heading("1", heading("1.1", id="line"), id="background")
    parts = counted(sections_, tables, target)
    codes = re.findall(r"> (TOC .*?) <", body(parts).replace("&quot;", '"'))
    assert codes == ['TOC \\o "1-2" \\u \\h \\z', 'TOC \\c "Table" \\h \\z']
    assert plain(body(parts)).split("\n")[:7] == [
        "Contents",
        "1\u2003Background\t1",
        "1.1\u2003The line\t1",
        "2\u2003Proposal\t2",
        "Annex A.\u2003Terms\t3",
        "Tables",
        "Table 1. Signs on both sides\t1",
    ]
    assert " PAGEREF _Ref_line \\h " in body(parts)
    kinds = re.findall(r'fldCharType="(\w+)"', body(parts))
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 4


def test_pages_are_sections_with_their_own_lines(style: Style) -> None:
    docx: Any = open_docx(io.BytesIO(write(whole(), style).data))
    cover, front, text, columns, level, wide, last = docx.sections
    assert [one.text for one in cover.first_page_header.paragraphs] == ["DRAFT\tTLP:AMBER"]
    assert [one.text for one in cover.first_page_footer.paragraphs] == ["\t\tTLP:AMBER"]
    assert 'w:fmt="lowerRoman"' in front._sectPr.xml
    assert 'w:start="1"' in text._sectPr.xml
    assert 'w:num="2"' in columns._sectPr.xml
    assert [one.start_type.name for one in (text, columns, level, wide, last)] == [
        "NEW_PAGE",
        "CONTINUOUS",
        "CONTINUOUS",
        "NEW_PAGE",
        "NEW_PAGE",
    ]
    assert (wide.page_width.pt, wide.orientation) == (pytest.approx(style.page.height, abs=0.1), 1)
    stops = [round(stop.position.pt) for stop in wide.header.paragraphs[0].paragraph_format.tab_stops]
    assert round(style.page.height - style.page.left - style.page.right) in stops


def test_a_page_does_not_end_twice_where_a_section_begins_the_next(counted: Made) -> None:
    wide = Pages(form="landscape", blocks=(para("wide"),))
    assert body(counted(para("a"), PageBreak(), wide, PageBreak(), para("b"))).count('w:type="page"') == 0
    assert body(counted(para("a"), PageBreak(), para("b"))).count('w:type="page"') == 1


def test_pages_in_a_box_are_what_they_hold(counted: Made) -> None:
    parts = counted(Callout(heading=(), blocks=(Pages(form="landscape", blocks=(para("in"), PageBreak())),)))
    assert body(parts).count("<w:sectPr>") == 1
    assert "landscape" not in body(parts)


def test_answers_stand_in_a_line_with_room_to_initial(counted: Made) -> None:
    parts = counted(DecisionLine(choices=(Choice(inlines=words("Yes")), Choice(inlines=words("No")))))
    assert plain(body(parts)) == "Yes \t\tNo \t"
    assert body(parts).count('w:leader="underscore"') == 2


def test_an_answer_that_was_given_is_marked_in_words_signs(counted: Made) -> None:
    parts = counted(DecisionLine(choices=(Choice(inlines=words("Yes"), chosen=True), Choice(inlines=words("No")))))
    assert plain(body(parts)) == "\u2612 Yes \t\t\u2610 No \t"


def test_long_answers_stand_below_one_another(counted: Made) -> None:
    choices = tuple(Choice(inlines=words(f"A rather long answer, the {n}. of them")) for n in range(3))
    assert len(plain(body(counted(DecisionLine(choices=choices)))).split("\n")) == 3


def test_signatures_are_kept_together_and_with_what_stands_before(counted: Made) -> None:
    persons = tuple(Field(label=words("By"), blocks=(para(name), para("Office"))) for name in ("A", "B"))
    parts = counted(para("first"), para("before"), SignatureBlock(fields=persons, date=words("Date")))
    found = re.findall(r"<w:p>.*?</w:p>", body(parts))
    styled = {"SignatureLabel", "SignatureLine"}  # their styles keep them with the next
    kept = ["<w:keepNext/>" in one or any(f'"{name}"' in one for name in styled) for one in found]
    assert kept == [False, True, *[True] * 7, False]
    assert plain("".join(found)).split("\n")[2:6] == ["By", "\t\tDate \t", "A", "Office"]


def test_tones_are_grounds_of_cells(counted: Made, style: Style) -> None:
    assert f'w:fill="{style.tones.good}"' in body(counted(counted_table()))


def test_a_numbered_paragraph_in_another_look_keeps_its_number(counted: Made) -> None:
    parts = counted(Paragraph(inlines=(Text(text="x"),), role="lead-in", number="A"))
    assert plain(body(parts)) == "A\u2003x"


def test_of_two_parts_of_one_id_the_first_is_what_can_be_pointed_to(counted: Made) -> None:
    text = body(counted(replace(para("First"), id="twice"), replace(para("Second"), id="twice")))
    assert text.count('w:name="_Ref_twice"') == 1
    assert text.index('w:name="_Ref_twice"') < text.index("First") < text.index("Second")
