"""Head and foot of the pages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pdf_showcase import SENTENCE, house_style, para

BLANKS = re.compile(r"\s+")
META = {
    "running_head": "Memo: reopening",
    "draft_mark": "DRAFT",
    "marking": "TLP:AMBER",
    "page_number": "Page {page} of {pages}",
}


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
