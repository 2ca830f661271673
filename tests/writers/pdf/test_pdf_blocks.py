"""Every block of the model on the page, and the pages that they break over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pdf_showcase import SENTENCE, cell, item, para, picture, row, section, showcase, table, words

from reportgen import document
from reportgen.document import (
    BulletList,
    Callout,
    Column,
    Divider,
    Field,
    FieldList,
    LineBreak,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from reportgen.writers.pdf.blocks import BLOCKS

Read = Callable[..., list[str]]


def test_the_table_of_blocks_has_the_order_of_the_model() -> None:
    assert tuple(BLOCKS) == document.BLOCKS


def test_an_unknown_node_is_never_skipped(read: Read) -> None:
    with pytest.raises(KeyError):
        read(item("no block"))


def test_every_node_of_the_showcase_is_read_back_in_order(read: Read) -> None:
    assert " ".join(read(*showcase())) == (
        "Policy memo Reopening the crossing To The Minister Bottom line Agree to phase one. First level "
        "Plain, stressed, important, key: value, a link, une dépêche, not stated, [date to come] "
        "What they ask for: • One • Two Second level 3. Third 4. Fourth Who wants what Head0 Head1 Left Right "
        "We are ready. Blue, in short if x: go The end."
    )


def test_an_empty_document_has_one_empty_page(read: Read) -> None:
    assert read() == [""]


def test_empty_blocks_take_no_words_and_do_no_harm(read: Read) -> None:
    empty = Paragraph(inlines=())
    blocks = (
        empty,
        BulletList(items=()),
        NumberedList(items=(item(),)),
        FieldList(fields=()),
        FieldList(fields=(Field(label=(), blocks=()),)),
        Quote(blocks=()),
        Callout(heading=(), blocks=()),
        table(row(cell(), cell(empty))),
        section(""),
        Divider(),
    )
    assert read(*blocks) == ["1. Head0 Head1"]


def test_a_long_paragraph_goes_on_over_pages_and_loses_nothing(read: Read) -> None:
    text = " ".join(f"word{number}" for number in range(3000))
    pages = read(para(text))
    assert len(pages) > 3
    assert " ".join(pages) == text


def test_a_very_long_word_is_broken_and_loses_nothing(read: Read) -> None:
    word = "".join(f"{number:04}x" for number in range(2000))
    assert "".join(read(para("Before ", word, " after"))).replace(" ", "") == f"Before{word}after"


def test_no_page_holds_a_single_line_of_a_longer_paragraph(read: Read) -> None:
    for filler in range(30, 50):
        lines = [part for number in range(4) for part in (f"line{number}", LineBreak())][:-1]
        pages = read(para(*[LineBreak()] * filler), para(*lines))
        assert all(page.count("line") != 1 for page in pages)


def test_a_line_break_at_the_end_of_a_page_leaves_no_empty_line_on_the_next(glyphs: Any) -> None:
    lines = [part for number in range(200) for part in ("x", LineBreak())]
    first, second = (max(base for _, _, base in glyphs(para(*lines), sheet=sheet)) for sheet in (0, 1))
    assert second == pytest.approx(first, abs=0.01)


def test_a_heading_stays_with_what_follows(read: Read) -> None:
    for filler in range(35, 50):
        pages = read(para(*[LineBreak()] * filler), section("Heading", para("Under it")))
        assert any("Heading Under it" in page for page in pages)


def test_a_caption_stays_with_its_table_and_a_row_is_not_split(read: Read) -> None:
    body = [row(f"row{number}", " ".join([f"r{number}"] * 40)) for number in range(3)]
    for filler in range(25, 48, 2):
        pages = read(para(*[LineBreak()] * filler), table(*body, caption="Caption"))
        assert any("Caption Head0 Head1 row0" in page for page in pages)
        assert all(page.count(f"r{number} ") in (0, 39, 40) for page in pages for number in range(3))


def test_the_head_of_a_table_stands_on_each_page(read: Read) -> None:
    pages = read(table(*(row(f"row{number}", "text") for number in range(150))))
    assert len(pages) > 2
    assert all(page.startswith("Head0 Head1 row") for page in pages)
    assert [word for page in pages for word in page.split() if word.startswith("row")] == [
        f"row{n}" for n in range(150)
    ]


def test_a_row_higher_than_a_page_is_split(read: Read) -> None:
    text = " ".join(f"w{number}" for number in range(2500))
    pages = read(table(row("Left", cell(para(text), BulletList(items=(item("Last"),))))))
    assert len(pages) > 2
    assert [word for word in " ".join(pages).split() if word.startswith("w")] == text.split()
    assert pages[-1].endswith("• Last")


def test_rows_tied_by_a_cell_stay_together_unless_they_fill_a_page(read: Read) -> None:
    tall = row(cell("Tall", rows=3), "a"), row("b"), row("c")
    for filler in range(38, 48):
        pages = read(para(*[LineBreak()] * filler), table(*tall))
        assert any("Tallabc" in page.replace(" ", "") for page in pages)
    high = row(cell(para(SENTENCE * 90), rows=2), "a"), row("b")
    assert "".join(read(table(*high))).count("delegations") == 90


def test_spans_put_cells_under_the_right_columns(glyphs: Any) -> None:
    body = row(cell("T", rows=2), cell("W", columns=2)), row("M", "R")
    left = {character: x for character, x, _ in glyphs(Table(columns=(Column(),) * 3, head=body, body=()))}
    assert left["T"] < left["W"] < left["R"]
    assert left["M"] - left["W"] < 5


def test_a_row_with_too_many_cells_is_a_mistake_that_is_not_swallowed(read: Read) -> None:
    with pytest.raises(ValueError, match="more cells"):
        read(table(row(cell("Tall", rows=2), "a"), row("b", "c")))


def test_columns_are_aligned_and_first_lines_stand_on_one_base_line(glyphs: Any, style: Any) -> None:
    columns = (Column(), Column(align="right"), Column(align="center"))
    head, body = (row(cell(), cell(), cell()),), (row("L", cell("R", header=True), "C"),)
    found = glyphs(Table(columns=columns, head=head, body=body))
    measure = style.page.measure / 3
    offsets = [x - style.page.left - measure * index for index, (_, x, _) in enumerate(found)]
    assert offsets[0] < 10
    assert offsets[1] > measure - 20
    assert abs(offsets[2] - measure / 2) < 10
    assert max(base for *_, base in found) - min(base for *_, base in found) < 0.01


def test_a_tiny_share_leaves_room_for_a_word(read: Read) -> None:
    narrow = Table(columns=(Column(share=0), Column(share=9)), head=(row("No", "What"),), body=(row("12", "text"),))
    assert read(narrow) == ["No What 12 text"]


def test_a_table_of_many_columns_keeps_to_the_page(made: Any, style: Any) -> None:
    many = Table(columns=(Column(),) * 60, head=(row(*["ab"] * 60),), body=())
    page = made(many)[0]
    text = page.get_textpage()
    assert max(text.get_rect(index)[2] for index in range(text.count_rects())) < style.page.width - style.page.right + 5


def test_a_list_restarts_at_its_own_number(read: Read) -> None:
    lists = (NumberedList(items=(item("a"), item("b")), start=9), NumberedList(items=(item("c"),)))
    assert read(*lists) == ["9. a 10. b 1. c"]


def test_levels_of_lists_have_their_own_bullets_and_indents(glyphs: Any) -> None:
    nested = BulletList(items=(item("a", BulletList(items=(item("b", BulletList(items=(item("c"),))),))),))
    found = {character: x for character, x, _ in glyphs(nested)}
    assert list(found) == ["•", "a", "–", "b", "·", "c"]
    assert found["•"] < found["a"] < found["b"] < found["c"]


def test_a_number_stands_on_the_base_line_of_its_item(glyphs: Any) -> None:
    found = glyphs(NumberedList(items=(item("x"),), start=7))
    assert len({round(base, 2) for _, _, base in found}) == 1


def test_numbers_end_at_one_edge(glyphs: Any) -> None:
    found = glyphs(NumberedList(items=(item("x"), item("x")), start=99))
    dots = [x for character, x, _ in found if character == "."]
    assert abs(dots[0] - dots[1]) < 0.01


def test_lists_nested_deeply_lose_nothing(read: Read) -> None:
    block: Any = para("innermost")
    for level in range(25):
        block = BulletList(items=(item(f"level{level}", block),))
    assert read(block)[0].endswith("level0 innermost") or "innermost" in "".join("".join(read(block)).split())


def test_a_callout_over_a_page_break_is_a_box_on_both_pages(made: Any) -> None:
    opened = made(Callout(heading=words("Heading"), blocks=(para(SENTENCE * 60),)))
    assert len(opened) == 2
    for page in opened:
        fills = [one for one in page.get_objects() if one.type == 2]
        assert len(fills) == 2


def test_a_picture_is_shrunk_to_the_measure_and_to_the_page(made: Any, style: Any) -> None:
    for figure in (picture(3000, 30), picture(30, 3000), picture(3000, 3000, caption="Under it")):
        opened = made(figure)
        (image,) = [one for one in opened[0].get_objects() if one.type == 3]
        left, bottom, right, top = image.get_bounds()
        assert len(opened) == 1
        assert right - left < style.page.measure + 0.1
        assert top < style.page.height - style.page.top + 0.1
        assert bottom > style.page.bottom - 0.1
        assert (right - left) / (top - bottom) == pytest.approx(figure.width / figure.height, rel=0.01)


def test_a_small_picture_has_its_natural_size(made: Any) -> None:
    (image,) = [one for one in made(picture(100, 50, resolution=144))[0].get_objects() if one.type == 3]
    left, bottom, right, top = image.get_bounds()
    assert (right - left, top - bottom) == pytest.approx((50, 25), abs=0.1)


def test_a_picture_goes_to_the_next_page_with_its_caption(read: Read, made: Any) -> None:
    blocks = (para(*[LineBreak()] * 30), picture(300, 300, caption="Caption"))
    assert read(*blocks)[1] == "Caption"
    assert [one.type for one in made(*blocks)[1].get_objects() if one.type == 3] == [3]


def test_pictures_in_boxes_and_cells_fit(read: Read) -> None:
    tall = picture(300, 2000, caption="Caption")
    blocks = (Callout(heading=words("Box"), blocks=(tall,)), table(row("Left", cell(tall))), Quote(blocks=(tall,)))
    assert "".join(read(*blocks)).count("Caption") == 3


def test_a_jpeg_is_not_unpacked(made: Any, style: Any) -> None:
    (image,) = [one for one in made(picture(kind="JPEG"))[0].get_objects() if one.type == 3]
    assert image.get_filters() == ["DCTDecode"]


def test_a_divider_is_a_short_rule_in_the_middle(made: Any) -> None:
    (rule,) = [one for one in made(Divider())[0].get_objects() if one.type == 2]
    left, bottom, right, top = rule.get_bounds()
    assert right - left < 80
    assert (left + right) / 2 == pytest.approx(595.28 / 2, abs=1)
    assert top - bottom < 2
