"""Documents that run from the right: each page is turned round, and what is read of it is not."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import page as validator
import pikepdf
import pypdfium2
import pytest
from pdf_showcase import META, SENTENCE, house_style, item, para, picture, row, section, table, words
from pdf_structure import structure
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_TEXT

from reportgen.document import (
    Block,
    BulletList,
    Callout,
    Choice,
    Column,
    Contents,
    ContentsEntry,
    DecisionLine,
    Divider,
    Document,
    Field,
    FieldList,
    Note,
    NumberedList,
    Quote,
    SignatureBlock,
    Table,
)
from reportgen.style import Style
from reportgen.writers.pdf import write

STYLE = house_style()
HEBREW = replace(META, language="he", direction="rtl")
SPOKEN = "דובר משרד החוץ אמר כי סבב השיחות החמישי ייערך בז׳נבה ב־12 בדצמבר 2026 (לפי Reuters), וכי הצדדים הסכימו."
FUZZ = 0.05

Glyphs = Callable[..., list[tuple[str, float, float]]]


def made(*blocks: Block, style: Style = STYLE, meta: Any = HEBREW) -> bytes:
    return write(Document(meta=meta, blocks=blocks), style).data


def drawn(data: bytes, *kinds: int) -> list[tuple[float, float, float, float]]:
    """Return the bounds of what is drawn on the pages: left, lower edge, right, upper edge."""
    pages = pypdfium2.PdfDocument(data)
    return [one.get_bounds() for page in pages for one in page.get_objects(filter=kinds)]


def everything() -> list[Block]:
    """Return blocks that draw rules, grounds and pictures, with words that are as wide in both directions."""
    return [
        FieldList(fields=(Field(label=words("To"), blocks=(para("Minister"),)),)),
        Contents(heading=words("Contents"), entries=(ContentsEntry(target="a", inlines=words("Aims"), number="1"),)),
        section("Aims", para("Words.", Note(blocks=(para("A note."),), number=1))),
        table(row("a", "b"), row("c", "d")),
        Callout(heading=words("In short"), blocks=(para(SENTENCE),)),
        Quote(blocks=(para(SENTENCE * 3),)),
        BulletList(items=(item("one", NumberedList(items=(item("two"),))),)),
        picture(),
        Divider(),
        DecisionLine(choices=(Choice(inlines=words("Yes"), chosen=True), Choice(inlines=words("No")))),
        SignatureBlock(fields=(Field(label=words("By"), blocks=(para("A. B."),)),), date=words("Date")),
    ]


def test_what_is_drawn_is_the_mirror_image_of_a_document_from_the_left() -> None:
    kinds = (FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_IMAGE)
    here, there = (drawn(made(*everything(), meta=meta), *kinds) for meta in (HEBREW, META))
    assert len(here) > 15
    wide = STYLE.page.width
    turned = [(wide - right, bottom, wide - left, top) for left, bottom, right, top in there]
    for one, other in zip(here, turned, strict=True):
        assert one == pytest.approx(other, abs=FUZZ)


def test_words_stand_at_the_other_side_and_within_the_margins() -> None:
    page = replace_margins(left="20mm", right="60mm")
    left, right = page.page.left, page.page.width - page.page.right
    bounds = drawn(made(para(SPOKEN * 3), table(row(SPOKEN, "b")), style=page), FPDF_PAGEOBJ_TEXT)
    assert all(left - 1 <= one[0] and one[2] <= right + 1 for one in bounds)
    assert max(one[2] for one in bounds) > right - 2


def replace_margins(**sides: str) -> Style:
    return STYLE.model_copy(update={"page": STYLE.page.model_copy(update={k: points(v) for k, v in sides.items()})})


def points(length: str) -> float:
    return float(length.removesuffix("mm")) * 72 / 25.4


@pytest.fixture
def seen(glyphs: Glyphs) -> Glyphs:
    """Write blocks in a document from the right and return the characters of a page with their places."""
    return lambda *blocks, **meta: glyphs(*blocks, language="he", direction="rtl", **meta)


def test_columns_bullets_and_numbers_begin_at_the_right(seen: Glyphs) -> None:
    cells = {
        character: x for character, x, _ in seen(Table(columns=(Column(),) * 3, head=(row("א", "ב", "ג"),), body=()))
    }
    assert cells["א"] > cells["ב"] > cells["ג"]
    listed = {
        character: x for character, x, _ in seen(BulletList(items=(item("א", NumberedList(items=(item("ב"),))),)))
    }
    assert listed["•"] > listed["א"] > listed["ב"]
    assert listed["a"] > listed["."] > listed["ב"]
    latin = {character: x for character, x, _ in seen(BulletList(items=(item("OCHA"),)))}
    assert latin["•"] > latin["A"] > latin["O"]


def test_a_paragraph_runs_from_the_right_unless_a_mark_says_otherwise(seen: Glyphs) -> None:
    page = STYLE.page
    for text in ("OCHA אב", "OCHA", "12", "אב OCHA"):
        assert max(x for _, x, _ in seen(para(text))) > page.width - page.right - 12
    first = {character: x for character, x, _ in seen(para("OCHA אב"))}
    assert first["O"] < first["A"]
    assert first["O"] > first["א"] > first["ב"]
    assert min(x for _, x, _ in seen(para("\u200eOCHA אב"))) < page.left + 1
    listed = {character: x for character, x, _ in seen(BulletList(items=(item("\u200eOCHA"),)))}
    assert listed["•"] < listed["O"]


def test_words_from_the_left_keep_the_signs_at_their_ends(seen: Glyphs) -> None:
    places = {character: x for character, x, _ in seen(para("Bulletin, May 2026."))}
    assert places["B"] < places[","] < places["."]
    minus = {character: x for character, x, _ in seen(table(row("אב", "−3")))}
    assert minus["−"] < minus["3"]


def test_decimal_points_stand_under_one_another(seen: Glyphs) -> None:
    columns = (Column(), Column(align="right"))
    numbers = Table(columns=columns, head=(row("א", "ב"),), body=(row("ג", "1250.5"), row("ד", "98.25"), row("ה", "7")))
    points = [x for character, x, _ in seen(numbers) if character == "."]
    assert points[0] == pytest.approx(points[1], abs=0.01)
    (seven,) = [x for character, x, _ in seen(numbers) if character == "7"]
    assert seven < points[0]


def test_the_number_of_a_page_stands_at_the_left_of_a_contents_list(seen: Glyphs) -> None:
    contents = Contents(heading=words("תוכן"), entries=(ContentsEntry(target="a", inlines=words("אב"), number="7"),))
    found = seen(contents, replace(section("אב", para("ג")), id="a"))
    places = {character: x for character, x, _ in found if character in "17"}
    assert places["1"] == pytest.approx(STYLE.page.left, abs=1)
    assert places["7"] > STYLE.page.width - STYLE.page.right - 12


def test_head_and_foot_change_their_sides(seen: Glyphs) -> None:
    found = seen(para("ג"), running_head="אב", marking="Z", draft_mark="ד")
    marking, _ = [x for character, x, _ in found if character == "Z"]  # at head and foot
    assert marking == pytest.approx(STYLE.page.left, abs=1)
    (draft,) = [x for character, x, _ in found if character == "ד"]
    assert draft > STYLE.page.width - STYLE.page.right - 12


def test_all_of_it_is_heard_in_the_order_of_reading() -> None:
    blocks = (section("כותרת 1", para(SPOKEN * 4)), table(row(SPOKEN, "OCHA")), BulletList(items=(item(SPOKEN),)))
    text = structure(made(*blocks)).text
    assert "כותרת 1" in text
    assert SPOKEN * 4 in text
    assert text.count(SPOKEN) == 6


def test_readers_are_told_that_pages_run_from_the_right() -> None:
    files = [pikepdf.open(io.BytesIO(made(para("א"), meta=meta))) for meta in (HEBREW, META)]
    roots = [file.Root for file in files]
    whole, plain = (root.StructTreeRoot.K for root in roots)
    assert whole.A.WritingMode == "/RlTb"
    assert "/A" not in plain


def test_words_from_the_left_are_copied_as_they_were_written(read: Callable[..., list[str]]) -> None:
    assert read(para("TLP:AMBER, May 2026."), language="he", direction="rtl") == ["TLP:AMBER, May 2026."]


def test_files_are_valid_by_pdf_a_and_pdf_ua() -> None:
    data = made(*everything(), para(SPOKEN), table(row(SPOKEN, "b")))
    for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_2A):
        assert not validator.validate_pdf_bytes(data, profile=profile).failures
