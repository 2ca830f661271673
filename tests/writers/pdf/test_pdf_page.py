"""Head and foot of the pages."""

from __future__ import annotations

import dataclasses
import io
import re
from typing import Any

import pikepdf
import pytest
from pdf_showcase import SENTENCE, house_style, para, section

from reportgen.document import PageBreak, Pages
from reportgen.style import Style
from reportgen.style.running import Running, RunningLine
from reportgen.writers.pdf import write

BLANKS = re.compile(r"\s+")
META = {
    "running_head": "Memo: reopening",
    "draft_mark": "DRAFT",
    "marking": "TLP:AMBER",
    "page_number": "Page {page} of {pages}",
}


def with_lines(**lines: dict[str, tuple[str, ...]]) -> Style:
    """Return the house style with other words at the head or foot of all pages."""
    given = {edge: RunningLine(**slots) for edge, slots in lines.items()}
    running = {edge: Running(first=line, others=line) for edge, line in given.items()}
    return house_style().model_copy(update=running)


@pytest.fixture
def ends(made: Any, style: Any) -> Any:
    """Write three pages and return head and foot of each without the blanks, of which pdfium makes up its own."""

    def pages(**meta: Any) -> list[tuple[str, str]]:
        page = style.page
        found = []
        for sheet in made(para(SENTENCE * 130), **meta):
            text = sheet.get_textpage()
            head = text.get_text_bounded(0, page.height - page.top, page.width, page.height)
            foot = text.get_text_bounded(0, 0, page.width, page.bottom)
            found.append((BLANKS.sub("", head), BLANKS.sub("", foot)))
        return found

    return pages


def test_head_and_foot_stand_on_every_page_and_the_running_head_from_the_second(ends: Any) -> None:
    assert ends(**META) == [
        ("DRAFTTLP:AMBER", "Page1of3TLP:AMBER"),
        ("DRAFTMemo:reopeningTLP:AMBER", "Page2of3TLP:AMBER"),
        ("DRAFTMemo:reopeningTLP:AMBER", "Page3of3TLP:AMBER"),
    ]


def test_nothing_stands_where_nothing_is_said(ends: Any) -> None:
    assert ends() == [("", "")] * 3


def test_a_marking_ends_at_the_right_margin_in_twelve_points(glyphs: Any, style: Any) -> None:
    found = glyphs(para("x"), marking="MMM")
    heads = [(x, base) for character, x, base in found if character == "M"]
    assert style.look("marking").size >= 12
    assert len(heads) == 6
    assert all(style.page.width - style.page.right - 50 < x < style.page.width - style.page.right for x, _ in heads)


def test_a_long_running_head_is_cut_before_the_marking(ends: Any) -> None:
    head = ends(**{**META, "running_head": "A very long running head indeed " * 8})[1][0]
    assert head.startswith("DRAFTAverylongrunninghead")
    assert head.endswith("…TLP:AMBER")


def test_a_running_head_of_one_endless_word_does_no_harm(ends: Any) -> None:
    assert ends(running_head="x" * 500)[1][0] == ""


def test_characters_of_the_head_come_from_other_families_too(ends: Any) -> None:
    assert ends(marking="● УКР")[0] == ("●УКР", "●УКР")


def test_margins_are_those_of_the_style(glyphs: Any, style: Any) -> None:
    (_, left, base), *_ = glyphs(para("x"))
    assert left == pytest.approx(style.page.left, abs=1)
    assert style.page.height - style.page.top - 15 < base < style.page.height - style.page.top


def test_a_change_of_the_style_changes_the_page(glyphs: Any) -> None:
    plain, changed = (glyphs(para(SENTENCE), style=one) for one in (house_style(), house_style(body={"size": "14pt"})))
    assert changed[10][1] > plain[10][1]
    moved = glyphs(para("x"), style=house_style(body={"left": "30pt"}))
    assert moved[0][1] == pytest.approx(plain[0][1] + 30, abs=2)


def test_a_long_section_leaves_room_for_the_title_beside_it(made: Any) -> None:
    style = with_lines(header={"left": ("{title}",), "right": ("{section}",)})
    blocks = (section("Words upon words " * 9, para(SENTENCE * 130)),)
    text = made(*blocks, style=style, **META)[1].get_textpage()
    head = text.get_text_bounded(0, style.page.height - style.page.top, style.page.width, style.page.height)
    assert head.startswith("Memo: reopening")
    assert "Words upon words" in head
    assert "…" in head


def test_a_title_in_the_middle_takes_the_room_that_the_sides_leave(made: Any) -> None:
    style, title = with_lines(header={"center": ("{title}",)}), "The Nile and the Grand Ethiopian Renaissance Dam"
    top = style.page.height - style.page.top

    def head(text: str) -> str:
        page = made(para(SENTENCE * 130), style=style, marking="OFFICIAL", running_head=text)[1].get_textpage()
        return str(page.get_text_bounded(0, top, style.page.width, style.page.height)).replace("\r\n", " ").strip()

    assert head(title) == f"{title} OFFICIAL"
    assert head(f"{title} " * 3).startswith("The Nile")
    assert head(f"{title} " * 3).endswith("… OFFICIAL")


def test_a_page_tells_the_section_that_it_is_part_of(made: Any) -> None:
    style = with_lines(footer={"left": ("{section}",)})
    blocks = (
        para(SENTENCE * 60),
        section("One", para(SENTENCE * 60)),
        dataclasses.replace(section("Two", para("x")), number="2"),
    )
    pages = made(*blocks, style=style)
    feet = [one.get_textpage().get_text_bounded(0, 0, style.page.width, style.page.bottom).strip() for one in pages]
    assert feet == ["", "One", "Two"]


def operators(opened: Any, number: int = 0) -> str:
    with pikepdf.open(io.BytesIO(opened)) as file:
        return file.pages[number].Contents.read_bytes().decode("latin-1")


def test_drafts_have_their_mark_across_each_page_as_no_text(document: Any, style: Any) -> None:
    def first_page(**changes: Any) -> str:
        meta = {**META, "draft_mark": "DRAFT", **changes.pop("meta", {})}
        return operators(write(document(para("x"), **meta), style.model_copy(update=changes)).data)

    marked = first_page()
    assert marked.count("/Artifact<</Type/Pagination/Subtype/Watermark>>BDC") == 1
    assert marked.index("Watermark") < marked.index(" Do") < marked.index("BT")
    assert "Watermark" not in first_page(draft_watermark=False)
    assert "Watermark" not in first_page(meta={"draft_mark": ""})


def test_the_mark_of_a_draft_is_in_the_file_once_for_all_pages_of_a_form(document: Any, style: Any) -> None:
    blocks = (para("x"), PageBreak(), para("y"), Pages(form="landscape", blocks=(para("z"),)))
    with pikepdf.open(io.BytesIO(write(document(*blocks, **{**META, "draft_mark": "DRAFT"}), style).data)) as file:
        marks = [list(page.Resources.XObject.values()) for page in file.pages]
        assert [len(one) for one in marks] == [1, 1, 1]
        first, second, wide = (one[0] for one in marks)
        assert first.objgen == second.objgen != wide.objgen
        assert first.Subtype == "/Form"
        assert first.read_bytes().count(b" h ") >= len("DRAFT")  # each letter is a closed outline
        sizes = [[float(edge) for edge in page.MediaBox] for page in file.pages]
        assert [[float(edge) for edge in one.BBox] for one in (first, wide)] == [
            pytest.approx(size, abs=0.01) for size in (sizes[0], sizes[2])
        ]
