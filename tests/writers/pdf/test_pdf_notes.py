"""Footnotes: at the foot of the page of their mark, and on from there if they must."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from pdf_showcase import META, SENTENCE, cell, item, para, picture, row, section, table

from reportgen.document import BulletList, Callout, Figure, Note, Pages, Paragraph, Quote, Section, Table, Text
from reportgen.writers.pdf import write
from reportgen.writers.pdf.blocks import flowables, footnote
from reportgen.writers.pdf.fonts import Faces
from reportgen.writers.pdf.layout import Sheet, paginate
from reportgen.writers.pdf.paragraphs import Place
from reportgen.writers.pdf.structure import Element
from reportgen.writers.pdf.writing import Writing


def note(number: int, *blocks: Any) -> Note:
    return Note(number=number, blocks=tuple(para(one) if isinstance(one, str) else one for one in blocks))


def noted(text: str, *notes: Note) -> Paragraph:
    return Paragraph(inlines=(Text(text=text), *notes))


@pytest.fixture
def laid(style: Any) -> Any:
    """Lay out blocks and return the pages."""
    return lambda *blocks: paginate(
        flowables(blocks, Place(Element("Document")), Writing(style, Faces(style), META, footnote)), style
    )


def begun_on(sheets: tuple[Sheet, ...]) -> dict[int, int]:
    """Return the page on which each note begins, by its number."""
    placed = [(note, page) for page, sheet in enumerate(sheets) for foot in sheet.feet for note in foot.notes]
    return {note.node.number: page for note, page in placed if not note.continued}


def marked_on(sheets: tuple[Sheet, ...]) -> dict[int, int]:
    """Return the page on which the mark of each note stands, by its number."""
    found: dict[int, int] = {}
    for page, sheet in enumerate(sheets):
        for placed in sheet.placed:
            for one in placed.content.notes(placed.width):
                assert one.node.number not in found
                found[one.node.number] = page
    return found


def test_a_note_stands_at_the_foot_under_a_rule(glyphs: Any, style: Any) -> None:
    found = glyphs(noted("Words", note(1, "Quoted")))
    base = {character: y for character, _, y in found}
    assert base["Q"] < style.page.bottom + 10
    assert base["W"] > style.page.height - style.page.top - 15
    marks = [y for character, _, y in found if character == "1"]
    assert base["W"] <= marks[0] < base["W"] + 8
    assert marks[1] == pytest.approx(base["Q"], abs=0.01)


def test_the_lines_of_a_note_stand_behind_its_number(glyphs: Any) -> None:
    found = glyphs(noted("W", note(7, "x " * 200)))
    number, *_ = [x for character, x, _ in found if character == "7" and found][1:]
    starts = {min(x for character, x, y in found if character == "x" and y == base) for base in bases(found, "x")}
    assert len(starts) == 1
    assert number < starts.pop()


def bases(found: list[tuple[str, float, float]], wanted: str) -> set[float]:
    return {y for character, _, y in found if character == wanted}


def test_no_line_of_text_reaches_into_the_notes(laid: Any, style: Any) -> None:
    sheets = laid(*[noted(SENTENCE * 5, note(number, SENTENCE * (number % 6 + 1))) for number in range(1, 60)])
    assert len(sheets) > 5
    for sheet in sheets:
        used = max(placed.top + placed.content.height(placed.width) for placed in sheet.placed)
        notes = sum(note.room for foot in sheet.feet for note in foot.notes)
        assert used + notes <= style.page.text_height + 0.1


def test_each_note_begins_on_the_page_of_its_mark_wherever_that_stands(laid: Any) -> None:
    blocks = [block for number in range(1, 260, 13) for block in marked_everywhere(number)]
    sheets = laid(*blocks)
    assert len(marked_on(sheets)) == 260
    assert begun_on(sheets) == marked_on(sheets)


def marked_everywhere(number: int) -> Iterator[Any]:
    """Return blocks with a mark at each kind of place; 13 notes in all."""
    counted = (note(index, SENTENCE * (index % 4 + 1)) for index in range(number, number + 13))
    figure = picture()
    yield Section(heading=(Text(text="Heading"), next(counted)), blocks=(noted(SENTENCE, next(counted)),))
    yield Callout(heading=(Text(text="Heading"), next(counted)), blocks=(noted(SENTENCE, next(counted)),))
    yield Table(
        columns=table(columns=2).columns,
        head=(row(cell(noted("Head", next(counted))), "Head"),),
        body=(row(cell(noted("a", next(counted))), cell(noted("b", next(counted)))), row("c", "d")),
        caption=(Text(text="Caption"), next(counted)),
    )
    yield Figure(
        **{name: getattr(figure, name) for name in ("data", "width", "height", "resolution", "alt")},
        caption=(Text(text="Caption"), next(counted)),
    )
    yield BulletList(items=(item(noted(SENTENCE, next(counted))),))
    yield Quote(blocks=(noted(SENTENCE * 9, next(counted)),))
    yield noted(SENTENCE * 9, next(counted), next(counted))


def test_a_note_in_a_repeated_head_stands_on_the_first_page_only(laid: Any) -> None:
    head = (row(cell(noted("Head", note(1, "Once"))), "Head"),)
    sheets = laid(Table(columns=table(columns=2).columns, head=head, body=(row("a", SENTENCE),) * 90))
    assert len(sheets) > 2
    assert [len(foot.notes) for sheet in sheets for foot in sheet.feet] == [1] + [0] * (len(sheets) - 1)


def test_a_note_longer_than_a_page_goes_on_and_loses_no_word(read: Any) -> None:
    text = " ".join(f"word{number}" for number in range(3000))
    pages = read(noted(SENTENCE, note(1, text)), para("The end"))
    assert len(pages) > 2
    assert re.findall(r"word\d+", " ".join(pages)) == text.split()
    assert "The end" in " ".join(pages)


def test_a_thousand_notes_stand_with_their_marks(laid: Any) -> None:
    marked = [(Text(text="so it went on and on for a while "), note(number, "x")) for number in range(1, 1001)]
    sheets = laid(Paragraph(inlines=tuple(one for pair in marked for one in pair)))
    assert list(marked_on(sheets)) == list(range(1, 1001))
    assert begun_on(sheets) == marked_on(sheets)


def test_more_notes_in_one_word_than_a_page_holds_are_all_told(laid: Any) -> None:
    sheets = laid(noted("x", *(note(number, SENTENCE * 3) for number in range(1, 101))), para("The end"))
    assert sorted(begun_on(sheets)) == list(range(1, 101))
    assert 2 < len(sheets) < 15


def test_a_note_of_a_note_follows_it(laid: Any) -> None:
    sheets = laid(noted("x", note(1, noted("outer", note(2, "inner"))), note(3, "next")))
    assert [one.node.number for foot in sheets[0].feet for one in foot.notes] == [1, 2, 3]


def test_the_marks_of_two_notes_do_not_read_as_one_number(glyphs: Any) -> None:
    one, two, *_ = [x for character, x, _ in glyphs(noted("end", note(1, "a"), note(1, "b"))) if character == "1"][:3]
    assert two - one > 4.5


def test_notes_of_columns_stand_at_the_foot_of_their_column(laid: Any) -> None:
    story = [noted(SENTENCE * 6, note(number, SENTENCE)) for number in range(1, 25)]
    sheets = laid(section("Whole", noted(SENTENCE, note(99, "whole")), Pages(form="columns", blocks=tuple(story))))
    assert begun_on(sheets) == marked_on(sheets)
    first = {foot.left: [one.node.number for one in foot.notes] for foot in sheets[0].feet if foot.notes[:1]}
    assert len(first) == 2
    wide, narrow = (foot.width for foot in (sheets[0].feet[-1], sheets[0].feet[0]))
    assert [one.node.number for one in sheets[0].feet[-1].notes] == [99]
    assert narrow < wide / 2


def test_a_mark_leads_to_its_note_and_the_number_of_the_note_back(document: Any, style: Any) -> None:
    with pikepdf.open(io.BytesIO(write(document(noted("Words", note(1, "Quoted"))), style).data)) as file:
        first, second = file.pages[0].Annots
        heights = [[float(one.Rect[1]), float(one.Dest[3])] for one in (first, second)]
        owners = file.Root.StructTreeRoot.ParentTree.Nums
        kinds = [str(owners[2 * int(one.StructParent) + 1].S) for one in (first, second)]
    assert kinds == ["/Link", "/Link"]
    assert heights[0][0] == pytest.approx(heights[1][1], abs=20)
    assert heights[1][0] == pytest.approx(heights[0][1], abs=20)
    assert heights[0][0] > heights[1][0] + 400
