"""Lines and spaces in the file are those of the PDF, whatever typeface Word has."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from docx_showcase import META, words
from docx_whole import counted_table

from reportgen.document import Callout, Chart, PageBreak, Pages, Paragraph, Section, Series
from reportgen.style import Style
from reportgen.writers.docx.counting import Counting
from reportgen.writers.docx.looks import styles_of
from reportgen.writers.docx.natural_lines import natural_lines

Parts = Callable[..., dict[str, str]]


def spacing(name: str, style: Style) -> dict[str, str]:
    """Return what a named style says of the lines and spaces of its paragraphs."""
    named = next(one for one in styles_of(style, META, Counting()) if one.id == name)
    (found,) = re.findall("<w:spacing ([^>]*)/>", named.properties)
    return dict(re.findall(r'w:(\w+)="(\w+)"', found))


def body(parts: dict[str, str]) -> str:
    return parts["word/document.xml"].partition("<w:body>")[2]


def test_lines_grow_with_pictures_where_their_typeface_leaves_them_as_they_are(style: Style) -> None:
    assert spacing("BodyText", style)["lineRule"] == "atLeast"
    assert spacing("TableText", style) == {"before": "0", "after": "0", "line": "240", "lineRule": "exact"}


def test_a_tight_leading_is_exact_in_body_text_too_but_never_where_pictures_stand(style: Style) -> None:
    look = style.looks["body"].model_copy(update={"leading": 11.0})
    tight = style.model_copy(update={"looks": {**style.looks, "body": look}})
    assert natural_lines(style.fonts["serif"]).leading * 10.5 == pytest.approx(14.4, abs=0.1)
    assert spacing("BodyText", tight)["lineRule"] == "exact"
    assert {spacing(name, tight)["lineRule"] for name in ("Figure", "Header", "Footer")} == {"atLeast"}


def test_a_typeface_that_is_not_installed_wants_nothing(style: Style) -> None:
    gone = style.fonts["serif"].model_copy(update={"package": "no_such_package"})
    assert natural_lines(gone).leading == 0


def test_a_row_s_rule_is_part_of_its_padding(style: Style) -> None:
    table = next(one for one in styles_of(style, META, Counting()) if one.id == "MemoTable")
    above, below = re.findall(r'<w:(?:top|bottom) w:w="(\d+)"', table.properties)
    assert int(below) - int(above) == style.table.rule_width * 20


@pytest.mark.parametrize(
    "block", [Section(heading=words("Next"), blocks=()), counted_table()], ids=["heading", "table"]
)
@pytest.mark.parametrize("ended", [True, False], ids=["page break", "section"])
def test_a_page_begins_without_the_space_above_its_first_line(parts: Parts, block: Section, ended: bool) -> None:
    first = Paragraph(inlines=words("Before."))
    blocks = (first, PageBreak(), block) if ended else (first, Pages(form="landscape", blocks=(block,)))
    style_id = "Heading1" if isinstance(block, Section) else "Caption"
    assert f'<w:pStyle w:val="{style_id}"/><w:spacing w:before="0"/>' in body(parts(*blocks))
    assert 'w:before="0"' not in body(parts(first, block))


def test_a_callout_at_the_top_of_a_page_has_no_gap_above(parts: Parts) -> None:
    box = Callout(heading=(), blocks=(Paragraph(inlines=words("In short.")),))
    first = Paragraph(inlines=words("Before."))
    assert "CalloutAbove" in body(parts(first, box))
    assert "CalloutAbove" not in body(parts(first, PageBreak(), box))


def test_lines_that_say_where_a_chart_comes_from_stand_close_below_it(parts: Parts, style: Style) -> None:
    lost = Series(name="Lost", values=(1.0,))
    chart = Chart(kind="bar", categories=("2024",), series=(lost,), caption=words("Lost"), alt="One.")
    notes = [Paragraph(role="table-note", inlines=words(text)) for text in ("Counted twice.", "Source: the news.")]
    order = re.findall(r'<w:pStyle w:val="(\w+)"/>', body(parts(chart, *notes)))
    assert order == ["Figure", "FigureCaptionNoted", "TableNoteNoted", "TableNote"]
    assert spacing("FigureCaptionNoted", style)["after"] == spacing("TableNoteNoted", style)["after"] == "80"
