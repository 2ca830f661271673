"""Pages of all forms: covers, front matter, columns, turned sheets; their numbers, and what links lead to."""

from __future__ import annotations

import ctypes
import dataclasses
import re
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest
from pdf_showcase import META, SENTENCE, cell, para, picture, row, section, table, words

from reportgen.document import (
    Bibliography,
    BibliographyEntry,
    Callout,
    Citation,
    Cited,
    Column,
    Contents,
    ContentsEntry,
    Document,
    ListItem,
    NumberedList,
    PageBreak,
    Pages,
    Reference,
    Section,
)
from reportgen.writers.pdf import write
from reportgen.writers.pdf.blocks import flowables, footnote
from reportgen.writers.pdf.fonts import Faces
from reportgen.writers.pdf.layout import paginate
from reportgen.writers.pdf.paragraphs import Place
from reportgen.writers.pdf.places import headings
from reportgen.writers.pdf.structure import Element
from reportgen.writers.pdf.writing import Writing


@pytest.fixture
def laid(style: Any) -> Any:
    """Lay out blocks and return the pages."""
    return lambda *blocks: paginate(
        flowables(blocks, Place(Element("Document")), Writing(style, Faces(style), META, footnote)), style
    )


@pytest.fixture
def written(style: Any) -> Any:
    """Write blocks; keywords change what is said about the document."""
    return lambda *blocks, **meta: write(Document(meta=dataclasses.replace(META, **meta), blocks=blocks), style)


def pages(form: Any, *blocks: Any) -> Pages:
    return Pages(form=form, blocks=blocks)


BOOK = (
    pages("cover", para("The cover", role="title")),
    pages("front", *[para(SENTENCE * 90)] * 2),
    *[para(SENTENCE * 90)] * 2,
    pages("landscape", table(row("a", "b"))),
    para("After"),
)


def test_pages_are_numbered_by_their_form(laid: Any) -> None:
    assert [sheet.label for sheet in laid(*BOOK)] == ["", "i", "ii", "iii", "iv", "1", "2", "3", "4", "5", "6"]


def test_readers_of_the_file_are_told_what_is_printed(written: Any) -> None:
    file = pypdfium2.PdfDocument(written(*BOOK).data)
    labels = [file.get_page_label(number) for number in range(len(file))]
    assert labels == ["", "i", "ii", "iii", "iv", "1", "2", "3", "4", "5", "6"]


def test_the_foot_counts_the_pages_with_numbers_of_the_same_kind(written: Any, style: Any) -> None:
    file = pypdfium2.PdfDocument(written(*BOOK, page_number="{page} of {pages}", running_head="Head").data)
    feet = [page.get_textpage().get_text_bounded(0, 0, 1000, style.page.bottom).strip() for page in file]
    assert feet == ["", "i of iv", "ii of iv", "iii of iv", "iv of iv", *(f"{number} of 6" for number in range(1, 7))]
    assert "Head" not in file[0].get_textpage().get_text_bounded()
    assert "Head" in file[1].get_textpage().get_text_bounded()


def test_a_marking_stands_on_the_cover_too(written: Any) -> None:
    file = pypdfium2.PdfDocument(written(*BOOK, marking="SECRET", draft_mark="DRAFT").data)
    assert file[0].get_textpage().get_text_bounded().count("SECRET") == 2
    assert "DRAFT" in file[0].get_textpage().get_text_bounded()


def test_a_cover_stands_a_little_over_the_middle(laid: Any, style: Any) -> None:
    (placed,) = laid(*BOOK)[0].placed
    assert style.page.text_height * 0.3 < placed.top < style.page.text_height * 0.5


def test_a_sheet_is_turned_and_its_head_and_foot_with_it(written: Any, style: Any) -> None:
    file = pypdfium2.PdfDocument(written(*BOOK, marking="MMM").data)
    assert [page.get_size()[0] > page.get_size()[1] for page in file] == [False] * 9 + [True, False]
    text = file[9].get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars()) if text.get_text_range(index, 1) == "M"]
    assert all(style.page.height - style.page.right - 60 < left < style.page.height for left, *_ in boxes)


def test_columns_begin_below_what_stands_on_the_page_and_end_at_one_height(laid: Any) -> None:
    story = tuple(para(SENTENCE * 3) for _ in range(8))
    (sheet,) = laid(para("Above"), pages("columns", *story), para("Below"))
    above, left, right, below = sheet.placed
    assert left.top == right.top > above.top
    assert right.left > left.left + left.width
    heights = [placed.content.height(placed.width) for placed in (left, right)]
    assert heights[0] - heights[1] == pytest.approx(0, abs=45)
    assert below.top >= left.top + max(heights)


def test_columns_fill_each_page_before_they_are_balanced_on_the_last(laid: Any) -> None:
    sheets = laid(pages("columns", *[para(SENTENCE * 5) for _ in range(40)]))
    assert len(sheets) > 1
    assert all(len(sheet.placed) == 2 for sheet in sheets)
    bottoms = [placed.top + placed.content.height(placed.width) for placed in sheets[0].placed]
    assert min(bottoms) > 640


def test_a_page_break_ends_a_page_once(laid: Any, read: Any) -> None:
    assert read(para("one"), PageBreak(), PageBreak(), para("two"), PageBreak()) == ["one", "two"]
    assert len(laid(PageBreak(), para("one"))) == 1
    assert len(laid(pages("columns", para("one"), PageBreak(), para("two")))) == 2


def test_a_break_inside_a_list_ends_the_page(read: Any) -> None:
    inside = ListItem(blocks=(para("one"), PageBreak(), para("two")))
    assert read(NumberedList(items=(inside,))) == ["1. one", "two"]


def test_thousands_of_page_breaks_do_no_harm(laid: Any) -> None:
    assert len(laid(*[PageBreak()] * 5000)) == 1


CONTENTS = Contents(
    heading=words("Contents"),
    entries=(
        ContentsEntry(target="one", inlines=words("First"), number="1"),
        ContentsEntry(target="two", inlines=words("Second"), number="1.1", level=2),
        ContentsEntry(target="none", inlines=words("Nowhere")),
    ),
)
FIRST = Section(
    heading=words("First"),
    number="1",
    id="one",
    blocks=(para(SENTENCE * 90), Section(heading=words("Second"), number="1.1", id="two", blocks=(para("x"),))),
)


def test_a_contents_list_has_the_pages_that_its_targets_stand_on(written: Any, read: Any) -> None:
    found = written(pages("front", CONTENTS), FIRST)
    assert found.page_of == {"one": "1", "two": "3"}
    text = read(pages("front", CONTENTS), FIRST)[0]
    assert re.sub(r"\s", "", text) == "Contents1First11.1Second3Nowhere"


def test_entries_references_and_citations_lead_to_their_targets(written: Any) -> None:
    pointers = para(
        Reference(target="two", inlines=words("there")), Citation(works=(Cited(work="w"),), inlines=words("[1]"))
    )
    works = Bibliography(entries=(BibliographyEntry(id="w", mark="[1]", inlines=words("A book")),))
    file = pypdfium2.PdfDocument(written(CONTENTS, pointers, FIRST, works).data)
    assert destinations(file[0]) == [0, 2, 2, 2]


def destinations(page: Any) -> list[int]:
    """Return the numbers of the pages, from 0, that the links on a page lead to."""
    start, link, found = ctypes.c_int(0), raw.FPDF_LINK(), []
    while raw.FPDFLink_Enumerate(page, start, link):
        found.append(raw.FPDFDest_GetDestPageIndex(page.pdf, raw.FPDFLink_GetDest(page.pdf, link)))
    return found


def test_a_reference_to_what_is_not_there_is_plain_text(read: Any) -> None:
    assert read(para(Reference(target="gone", inlines=words("there")))) == ["there"]


def test_numbers_stand_before_headings_paragraphs_and_captions(read: Any) -> None:
    numbered = dataclasses.replace(para("Words"), number="12.")
    captioned = dataclasses.replace(table(row("a", "b"), caption="Caption"), label="Table 3")
    figure = dataclasses.replace(picture(), label="Figure 1")
    heading = Section(heading=words("Heading"), number="2.1", blocks=(numbered, captioned, figure))
    assert read(heading) == ["2.1 Heading 12. Words Table 3. Caption Head0 Head1 a b Figure 1"]


def test_numbers_of_paragraphs_hang_in_a_column(glyphs: Any, style: Any) -> None:
    found = glyphs(*(dataclasses.replace(para("Words " * 40), number=f"{number}.") for number in (8, 100)))
    starts = {round(min(x for _, x, y in found if y == base), 1) for base in {y for _, _, y in found}}
    assert len({start for start in starts if start > style.page.left + 10}) == 1
    assert min(starts) == pytest.approx(style.page.left, abs=1)


def test_each_page_knows_the_section_that_it_is_under(laid: Any) -> None:
    sheets = laid(para("Before"), PageBreak(), section("One", para(SENTENCE * 90)), section("Two", para("x")))
    assert headings(sheets) == ["", "One", "One", "Two"]


def test_a_table_note_stands_close_below_its_table_and_with_it(laid: Any) -> None:
    for rows in range(20, 60):
        sheets = laid(table(*[row("a", "b")] * rows), para("Source: the office", role="table-note"))
        last = sheets[-1].placed[-1].content
        assert len(last.content) == 2


def test_numbers_stand_under_one_another_by_their_decimal_points(glyphs: Any) -> None:
    rows = (row("a", "1,200.5"), row("b", "12.25"), row("c", "7"), row("d", "n/a"))
    right = dataclasses.replace(table(*rows), columns=(Column(), Column(align="right")))
    found = glyphs(right)
    points = [round(x, 1) for character, x, _ in found if character == "."]
    assert points[0] == pytest.approx(points[1], abs=0.2)
    (seven,) = (x for character, x, _ in found if character == "7")
    assert seven < points[0] < seven + 8


def test_thousands_are_no_fractions(glyphs: Any) -> None:
    right = dataclasses.replace(table(row("a", "1,200"), row("b", "12")), columns=(Column(), Column(align="right")))
    found = glyphs(right)
    ends = [max(x for _, x, y in found if y == base) for base in {y for character, _, y in found if character == "1"}]
    assert ends[0] == pytest.approx(ends[1], abs=0.5)


def test_a_short_table_is_not_parted(read: Any) -> None:
    for lines in range(30, 48):
        pages = read(*[para("Line")] * lines, table(row("one", "a"), row("two", "b"), row("three", "c"), caption="It"))
        assert any("It" in page and "one" in page and "three" in page for page in pages)


def test_no_row_of_a_long_table_stands_alone(read: Any) -> None:
    for rows in range(30, 50):
        pages = read(table(*[row(f"q{number}", "b") for number in range(rows)]))
        assert all(page.count("q") >= 2 for page in pages)


def test_a_page_break_in_a_cell_ends_nothing(read: Any) -> None:
    broken = ListItem(blocks=(PageBreak(), para(SENTENCE * 200)))
    pages = read(table(row("a", cell(NumberedList(items=(broken,))))), para("End"))
    assert " ".join(pages).count(" met ") == 200
    assert len(read(table(row("a", cell(para("b"), PageBreak(), para("c")))))) == 1


def test_a_box_is_not_pressed_into_the_last_points_of_a_page(laid: Any, style: Any) -> None:
    for lines in range(42, 49):
        kept = [para("Kept", role="lead-in")] * lines
        sheets = laid(*kept, Callout(heading=(), blocks=(para(SENTENCE * 3),)))
        (placed,) = sheets[0].placed
        assert placed.content.height(placed.width) <= style.page.text_height + 0.1
