"""Floats: figures and captioned tables that wait for the next page, and the text behind them that fills the hole."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import count, filterfalse
from typing import Any

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_showcase import META, SENTENCE, house_style, item, para, picture, row, section, table
from pdf_structure import lines, structure

from reportgen.document import (
    BulletList,
    Callout,
    Document,
    Field,
    Figure,
    Note,
    PageBreak,
    Pages,
    Paragraph,
    Section,
    SignatureBlock,
    Table,
)
from reportgen.document.walk import text_of, walk
from reportgen.writers.pdf import floats, write
from reportgen.writers.pdf.blocks import flowables, footnote
from reportgen.writers.pdf.fonts import Faces
from reportgen.writers.pdf.layout import Sheet, paginate
from reportgen.writers.pdf.paragraphs import Place
from reportgen.writers.pdf.places import standing_on
from reportgen.writers.pdf.structure import Element
from reportgen.writers.pdf.text import TextFlowable
from reportgen.writers.pdf.writing import Writing, facts

STILL = house_style()
FLOATING = STILL.model_copy(update={"floats": True})
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
RANDOM = settings(max_examples=60, deadline=None, derandomize=True)
SIX = tuple(f"text{number}" for number in range(6))
"""The names of paragraphs that leave more than a quarter of a page free."""


def told(name: str, *notes: Note, sentences: int = 4) -> Paragraph:
    """Return a paragraph that begins with a name, of as many lines as sentences and one more."""
    return para(f"{name} ", *notes, SENTENCE * sentences)


def six() -> tuple[Paragraph, ...]:
    return tuple(told(name) for name in SIX)


def figure(number: int, *notes: Note, height: int = 300) -> Figure:
    """Return a figure, so many points high without what is under it."""
    made = picture(400, height, caption="What it shows")
    return dataclasses.replace(made, label=f"Figure {number}", caption=(*made.caption, *notes))


def note(number: int, text: str = "Said elsewhere.") -> Note:
    return Note(number=number, blocks=(para(text),))


def laid(*blocks: Any, style: Any = FLOATING) -> tuple[Sheet, ...]:
    """Return the pages of some blocks."""
    writing = Writing(style, Faces(style), META, footnote, facts(Document(meta=META, blocks=blocks)))
    return paginate(flowables(blocks, Place(Element("Document")), writing), style)


def stand(*blocks: Any, style: Any = FLOATING) -> list[tuple[str, ...]]:
    """Return the names of what stands on each page of some blocks, in order; those of SIX together as one."""
    pages = [tuple(name for one in standing_on(sheet) if (name := named(one))) for sheet in laid(*blocks, style=style)]
    return [("six", *names[6:]) if names[:6] == SIX else names for names in pages]


def named(flowable: Any) -> str:
    """Return the name of a paragraph, figure, table or section where its words begin; nothing for anything else."""
    node = flowable.node if isinstance(flowable, TextFlowable) and not flowable.first else None
    if isinstance(node, Section):
        return text_of(node.heading)
    if isinstance(node, Figure | Table):
        return node.label
    return text_of(node.inlines).split()[0] if isinstance(node, Paragraph) and node.inlines else ""


def free(sheet: Sheet) -> float:
    """Return the height that is left under the text of a page, in points."""
    ends = [placed.top + placed.content.height(placed.width) for placed in sheet.placed]
    return sheet.form.text_height(STILL) - max(ends)


def test_text_fills_the_hole_that_a_figure_would_leave() -> None:
    blocks = (*six(), figure(1), told("a"), told("b"))
    assert stand(*blocks, style=STILL) == [("six",), ("Figure 1", "a", "b")]
    assert stand(*blocks) == [("six", "a", "b"), ("Figure 1",)]
    assert free(laid(*blocks, style=STILL)[0]) > 150
    assert free(laid(*blocks)[0]) < 90


def test_a_text_that_does_not_end_in_the_hole_goes_on_under_the_figure() -> None:
    blocks = (*six(), figure(1), told("long", sentences=30))
    first, second = laid(*blocks)
    assert stand(*blocks) == [("six", "long"), ("Figure 1",)]
    assert free(first) < 30
    below = [one for one in standing_on(second) if isinstance(one, TextFlowable)]
    assert [(named(one), one.first > 0) for one in below] == [("Figure 1", False), ("", True)]


def test_no_style_lets_anything_float_unless_it_says_so() -> None:
    assert not STILL.floats


def test_a_hole_of_a_few_lines_stays() -> None:
    blocks = (*six(), told("seven"), told("eight", sentences=5), figure(1), told("a"))
    assert stand(*blocks) == [("six", "seven", "eight"), ("Figure 1", "a")]
    assert 2 < free(laid(*blocks)[0]) / STILL.look("body").leading < floats.HOLE_LINES


def test_a_table_that_is_not_parted_floats_with_its_caption_and_its_note() -> None:
    rows = dataclasses.replace(table(*[row("a", "b")] * 5, caption="Numbers"), label="Table 1")
    blocks = (*six(), told("seven"), rows, para("Source", role="table-note"), told("a", sentences=9))
    assert stand(*blocks, style=STILL) == [("six", "seven"), ("Table 1", "Head0", "Head1", *"ab" * 5, "Source", "a")]
    assert stand(*blocks) == [("six", "seven", "a"), ("Table 1", "Head0", "Head1", *"ab" * 5, "Source")]


def test_a_chart_takes_the_table_of_its_numbers_along() -> None:
    numbers = table(row("a", "b"))
    blocks = (*six(), figure(1), numbers, para("Source", role="table-note"), told("c"))
    assert stand(*blocks) == [("six", "c"), ("Figure 1", "Head0", "Head1", "a", "b", "Source")]


def test_figures_right_behind_one_another_wait_together_if_a_page_has_room_for_them() -> None:
    assert stand(*six(), figure(1), figure(2), told("a")) == [("six", "a"), ("Figure 1", "Figure 2")]
    assert stand(*six(), figure(1), figure(2), figure(3), told("a"))[0] == ("six",)


def test_a_heading_over_a_figure_stays_over_its_text() -> None:
    blocks = section("Part", figure(1), told("a"), told("b"))
    assert stand(*six(), blocks) == [("six", "Part", "a", "b"), ("Figure 1",)]
    assert stand(*six(), section("Part", figure(1))) == [("six",), ("Part", "Figure 1")]


def test_a_figure_passes_no_heading_that_ends_its_section() -> None:
    inside = section("Part", *six(), section("Sub", figure(1), told("a", sentences=1)), section("Next", told("b")))
    assert stand(inside) == [("Part", *SIX, "Sub", "a"), ("Figure 1", "Next", "b")]
    assert stand(*six(), figure(1), section("Part", told("a"))) == [("six",), ("Figure 1", "Part", "a")]


def test_a_figure_may_pass_the_headings_of_its_section() -> None:
    inside = section("Part", *six(), figure(1), section("Sub", told("a", sentences=12)), section("Next", told("b")))
    assert stand(inside, style=STILL) == [("Part", *SIX), ("Figure 1", "Sub", "a", "Next", "b")]
    assert stand(inside) == [("Part", *SIX, "Sub", "a"), ("Figure 1", "Next", "b")]


def test_no_heading_and_no_lead_in_is_left_at_the_foot_of_the_page() -> None:
    lead = para("lead", role="lead-in")
    assert stand(*six(), figure(1), told("a"), lead, figure(2)) == [("six", "a"), ("Figure 1", "lead", "Figure 2")]


@pytest.mark.parametrize(
    "behind",
    [
        (PageBreak(), told("a")),
        (BulletList(items=(item(para("one"), PageBreak(), para("two")),)),),
        (Pages(form="front", blocks=(told("a"),)),),
        (Pages(form="columns", blocks=(told("a"),)),),
        (Callout(heading=(), blocks=(figure(2, height=40),)),),
        (table(*[row("a", "b")] * 50, caption="Long"),),
        (SignatureBlock(fields=(Field(label=(), blocks=(para("name"),)),), date=()), told("a")),
    ],
)
def test_what_no_figure_passes(behind: Any) -> None:
    before = stand(*six(), figure(1), *behind, style=STILL)
    assert before[0] == ("six",)
    assert stand(*six(), figure(1), *behind) == before


@pytest.mark.parametrize(
    "held",
    [
        (para("lead", role="lead-in"), figure(1)),
        (picture(400, 300),),
        (Callout(heading=(), blocks=(figure(1),)),),
        (table(*[row("a", "b")] * 6),),
    ],
)
def test_what_does_not_float(held: Any) -> None:
    blocks = (*six(), told("seven", sentences=6), *held, told("a"))
    assert stand(*blocks) == stand(*blocks, style=STILL)
    assert stand(*blocks)[0] == ("six", "seven")


def test_the_next_figure_is_not_passed_and_all_keep_their_order() -> None:
    for height in range(100, 640, 30):
        blocks = [
            one for number in range(9) for one in (told(f"x{number}", sentences=9), figure(number, height=height))
        ]
        pages = stand(*blocks, told("end", sentences=40))
        names = [name for names in pages for name in names]
        assert list(filter(is_figure, names)) == [f"Figure {number}" for number in range(9)]
        assert list(filterfalse(is_figure, names)) == [*(f"x{number}" for number in range(9)), "end"]
        places = {name: place for place, name in enumerate(names)}
        assert all(places[f"x{number}"] < places[f"Figure {number}"] for number in range(9))
        assert all(places[f"Figure {number}"] < places[f"x{number + 2}"] for number in range(7))


def test_a_figure_in_columns_stands_at_the_top_of_the_next_one() -> None:
    texts = [told(name) for name in SIX[:4]]
    sheet, _ = laid(Pages(form="columns", blocks=(*texts, figure(1, height=500), *(told("a") for _ in range(9)))))
    *before, filling, right = sheet.placed
    assert [named(one) for placed in before for one in placed.content.content] == [*SIX[:4]]
    assert [named(one) for one in filling.content.content] == ["a"]
    assert right.left > filling.left == before[0].left
    assert isinstance(right.content.content[0], floats.Float)


def test_footnotes_stand_with_their_text_and_in_order() -> None:
    blocks = (told("x", note(1)), *six(), figure(1), told("a", note(2), sentences=1), told("b", note(3)))
    assert notes_of(*blocks) == [[1, 2, 3], []]
    blocks = (told("x", note(1)), *six(), figure(1, note(2)), told("a"), told("b", note(3)))
    assert notes_of(*blocks) == [[1], [2, 3]]
    assert stand(*blocks) == [("x", *SIX, "a", "Said"), ("Figure 1", "b", "Said", "Said")]
    below = para("Source", note(2), role="table-note")
    blocks = (*six(), figure(1, note(1)), told("a", sentences=1), table(row("1", "2")), below)
    assert stand(*blocks)[0] == ("six", "a")


def notes_of(*blocks: Any) -> list[list[int]]:
    """Return the numbers of the footnotes of each page."""
    return [[one.node.number for foot in sheet.feet for one in foot.notes] for sheet in laid(*blocks)]


def test_readers_hear_the_order_of_the_document() -> None:
    blocks = (section("Part", *six(), figure(1, note(1)), told("a"), section("Sub", told("b", sentences=30))),)
    still, floating = (write(Document(meta=META, blocks=blocks), style) for style in (STILL, FLOATING))
    assert (still.floated, floating.floated) == (False, True)
    heard = list(lines(structure(floating.data)))
    assert heard == list(lines(structure(still.data)))
    assert next(at for at, line in enumerate(heard) if "Figure 1" in line) == 7
    reports = [page.validate_pdf_bytes(floating.data, profile=profile) for profile in PROFILES]
    assert [failure.message for report in reports for failure in report.failures] == []


def test_links_and_contents_lead_to_where_a_figure_came_to_stand() -> None:
    blocks = (*six(), dataclasses.replace(figure(1), id="shown"), told("a"))
    assert write(Document(meta=META, blocks=blocks), FLOATING).page_of == {"shown": "2"}


def test_the_same_document_gives_the_same_file() -> None:
    blocks = (*six(), figure(1), told("a", note(1)), told("b"))
    first, second = (write(Document(meta=META, blocks=blocks), FLOATING).data for _ in range(2))
    assert first == second


def test_work_grows_with_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    real = floats._is_bar
    monkeypatch.setattr(floats, "_is_bar", lambda one, depth: asked.append(one) or real(one, depth))

    def cost(figures: int) -> int:
        asked.clear()
        blocks = [one for number in range(figures) for one in (told("x", sentences=21), figure(number, height=350))]
        assert len(laid(*blocks)) >= figures / 2
        return len(asked)

    laid(*six(), figure(1), *[told("x")] * 500)
    assert len(asked) < 10
    assert cost(100) > 50
    assert cost(400) <= 4.2 * cost(100)


@st.composite
def memos(draw: Any) -> list[Any]:
    """Return sections in sections, of texts and figures with names that tell their order, some with footnotes."""
    names, notes = count(), count(1)

    def block() -> Any:
        kind, size, noted = draw(st.sampled_from("ttttffb")), draw(st.integers(1, 30)), draw(st.integers(0, 3)) == 0
        under = (note(next(notes)),) if noted and kind != "b" else ()
        if kind == "t":
            return told(f"x{next(names)}", *under, sentences=size)
        return figure(next(names), *under, height=20 * size) if kind == "f" else PageBreak()

    def part(depth: int) -> Section:
        heading = f"Part {next(names)}"
        blocks = [block() for _ in range(draw(st.integers(0, 5)))]
        return section(heading, *blocks, *(part(depth + 1) for _ in range(draw(st.integers(0, 3 - depth)))))

    return [part(0) for _ in range(draw(st.integers(1, 3)))]


@RANDOM
@given(memos())
def test_in_any_memo_figures_keep_their_order_and_their_section(parts: Any) -> None:
    pages = [[name for name in names if name != "Said"] for names in stand(*parts)]
    names = [name for names in pages for name in names]
    order = [name for one in parts for name in model_order(one)]
    assert sorted(names) == sorted(order)
    assert list(filter(is_figure, names)) == list(filter(is_figure, order))
    assert list(filterfalse(is_figure, names)) == list(filterfalse(is_figure, order))
    places = {name: place for place, name in enumerate(names)}
    for at, name in enumerate(order):
        assert not is_figure(name) or all(places[one] < places[name] for one in order[:at])
    for one in sections(parts):
        inside = model_order(one)
        behind = order[order.index(inside[-1]) + 1 :]
        assert max(places[name] for name in inside) < min((places[name] for name in behind), default=len(names))


@RANDOM
@given(memos())
def test_in_any_memo_footnotes_are_in_order_and_no_page_is_added(parts: Any) -> None:
    numbers = [one for names in notes_of(*parts) for one in names]
    assert numbers == sorted(numbers)
    assert set(numbers) == {one.number for part in parts for one in walk(part) if isinstance(one, Note)}
    assert len(laid(*parts)) <= len(laid(*parts, style=STILL))
    assert all(free(sheet) >= -0.1 for sheet in laid(*parts) if sheet.placed)


def model_order(part: Section) -> list[str]:
    """Return the names of a section, and of all in it, in the order of the document."""
    found = [text_of(part.heading)]
    for block in part.blocks:
        if isinstance(block, Section):
            found.extend(model_order(block))
        elif not isinstance(block, PageBreak):
            found.append(block.label if isinstance(block, Figure) else text_of(block.inlines).split()[0])
    return found


def sections(blocks: Any) -> Iterator[Section]:
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from sections(block.blocks)


def is_figure(name: str) -> bool:
    return name.startswith("Figure")
