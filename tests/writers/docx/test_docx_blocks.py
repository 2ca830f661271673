"""Blocks in the file: their text in order, their named styles, lists, tables, callouts and figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx_showcase import META, item, para, png, row, showcase_blocks, table, words

from reportgen.document import (
    BLOCKS,
    BulletList,
    Callout,
    Cell,
    Column,
    Divider,
    Emphasis,
    Field,
    FieldList,
    Figure,
    ListItem,
    Node,
    NumberedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Strong,
    Table,
)
from reportgen.writers.docx.blocks import BLOCKS as WRITTEN
from reportgen.writers.docx.blocks import blocks as write_blocks
from reportgen.writers.docx.place import Place
from reportgen.writers.docx.writing import Writing

Made = Callable[..., Any]
Parts = Callable[..., dict[str, str]]


def texts(docx: Any) -> list[str]:
    """Return the text of each paragraph that has any, those in tables too."""
    paragraphs = docx.element.body.iter(qn("w:p"))
    found = ("".join(node.text or "" for node in one.iter(qn("w:t"), qn("w:br"))) for one in paragraphs)
    return [text for text in found if text]


def styles(docx: Any) -> dict[str, str]:
    """Return the name of the style of each paragraph of the body by its text."""
    return {paragraph.text: paragraph.style.name for paragraph in docx.paragraphs}


def numbers(docx: Any) -> list[tuple[str, str]]:
    """Return level and list instance of each paragraph that names one."""
    found = docx.element.body.iter(qn("w:numPr"))
    return [(one.find(qn("w:ilvl")).get(qn("w:val")), one.find(qn("w:numId")).get(qn("w:val"))) for one in found]


def starts(docx: Any, number: str) -> tuple[str, str]:
    """Return the level that a list instance counts anew, and from where."""
    (one,) = (num for num in docx.part.numbering_part.element.iter(qn("w:num")) if num.get(qn("w:numId")) == number)
    override = one.find(qn("w:lvlOverride"))
    return override.get(qn("w:ilvl")), override.find(qn("w:startOverride")).get(qn("w:val"))


def test_every_block_has_its_function_in_the_models_order() -> None:
    assert tuple(WRITTEN) == BLOCKS
    assert [function.__name__ for function in WRITTEN.values()] == [
        re.sub(r"(?<!^)(?=[A-Z])", "_", node.__name__).lower() for node in BLOCKS
    ]


def test_an_unknown_block_is_never_passed_over(style: Any) -> None:
    with pytest.raises(KeyError):
        write_blocks((Node(),), Place(400), Writing(style, META))  # type: ignore[arg-type]


def test_all_text_of_the_showcase_is_there_in_its_order(made: Made) -> None:
    assert texts(made(*showcase_blocks())) == [
        "Policy memo",
        "Reopening the crossing",
        "ToThe Minister",
        "ThroughThe Director",
        "The Deputy Director",
        "Date20 November 2026",
        "Bottom line",
        "Agree to phase one.",
        "Now",
        "Not later",
        "First level",
        "Running text that goes before.",
        "What they ask for:",
        "One",
        "Two",
        "Second level",
        "Third",
        "Third, further on",
        "Fourth",
        "Nested",
        "Nested too",
        "Who wants what",
        "Party",
        "Position",
        "Weight",
        "Both sides",
        "Open in three phases",
        "trade",
        "people",
        "No change",
        "3",
        "Neighbours",
        "12",
        "Third level",
        "Fourth level",
        "Plain & <b>not bold</b>, stressed, important and stressed, key: {{ value }} % \\, a link"
        "une dépêche, not stated, [date to come]",
        "We are ready.",
        "Quoted item",
        "Grey, in short",
        "if x:go",
        "The end.",
    ]


def test_paragraphs_have_words_own_styles_where_there_are_some(made: Made) -> None:
    found = styles(made(*showcase_blocks()))
    wanted = {
        "Policy memo": "Kicker",
        "Reopening the crossing": "Title",
        "Date\t20 November 2026": "Field Last",
        "To\tThe Minister": "Field Value",
        "First level": "Heading 1",
        "Fourth level": "Heading 4",
        "Running text that goes before.": "Body Text",
        "What they ask for:": "Lead-in",
        "One": "List Bullet",
        "Third": "List Number",
        "Third, further on": "List Continue",
        "Nested": "List Bullet 2",
        "Who wants what": "Caption",
        "We are ready.": "Quote",
        "Grey, in short": "Figure Caption",
        "if x:\n\tgo": "Code",
    }
    assert {text: found[text] for text in wanted} == wanted


def test_every_style_that_is_named_is_there(parts: Parts) -> None:
    found = parts(*showcase_blocks())
    known = set(re.findall(r'w:styleId="(\w+)"', found["word/styles.xml"]))
    everything = "".join(xml for name, xml in found.items() if name.endswith(".xml"))
    named = set(re.findall(r'<w:(?:[prS]Style|tblStyle|basedOn|next|pStyle|rStyle) w:val="(\w+)"', everything))
    assert named <= known


def test_text_has_no_look_of_its_own(parts: Parts) -> None:
    plain = Section(heading=words("Head"), blocks=(para("Text"), BulletList(items=(item("a"), item("b"), item("c")))))
    body = parts(plain)["word/document.xml"]
    assert re.findall(r"<w:(?:sz|color|rFonts|jc|b)\b", body) == []


def test_a_list_counts_from_its_own_start(made: Made) -> None:
    docx = made(
        NumberedList(items=(item("a"), item("b"))),
        NumberedList(items=(item("c"),), start=7),
        NumberedList(items=(item("d"),)),
    )
    (one, first), (_, again), (_, second), (_, third) = numbers(docx)
    assert one == "0"
    assert first == again
    assert len({first, second, third}) == 3
    assert [starts(docx, number) for number in (first, second, third)] == [("0", "1"), ("0", "7"), ("0", "1")]


def test_a_nested_list_counts_on_its_own_level(made: Made) -> None:
    docx = made(NumberedList(items=(item("a", NumberedList(items=(item("b"),), start=3)), item("c"))))
    (_, outer), (level, inner), (_, after) = numbers(docx)
    assert (level, starts(docx, inner)) == ("1", ("1", "3"))
    assert outer == after


def test_lists_nest_to_any_depth_and_share_words_ninth_level(made: Made) -> None:
    deep = BulletList(items=(item("12"),))
    for depth in range(11, 0, -1):
        deep = BulletList(items=(item(str(depth), deep),))
    docx = made(deep)
    assert [paragraph.text for paragraph in docx.paragraphs] == [str(depth) for depth in range(1, 13)]
    assert [int(level) for level, _ in numbers(docx)] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8]


def test_an_item_without_text_keeps_its_mark(made: Made) -> None:
    docx = made(BulletList(items=(ListItem(blocks=()), item(BulletList(items=(item("inner"),))))))
    assert [paragraph.text for paragraph in docx.paragraphs] == ["", "", "inner"]
    assert [level for level, _ in numbers(docx)] == ["0", "0", "1"]


def test_below_a_list_is_the_space_of_a_paragraph(parts: Parts, style: Any) -> None:
    nested = BulletList(items=(item("a"), item("b", BulletList(items=(item("c"), item("d"))))))
    body = parts(nested)["word/document.xml"]
    found = re.findall(r'w:after="(\d+)"/></w:pPr><w:r><w:t xml:space="preserve">(\w)', body)
    assert found == [(str(round(20 * style.look("body").after)), "d")]


def test_lists_in_a_table_have_other_counters_than_the_list_around(made: Made) -> None:
    inner = Table(
        columns=(Column(),),
        head=(row("head", header=True),),
        body=(row(Cell(blocks=(NumberedList(items=(item("inside"),)),))),),
    )
    docx = made(NumberedList(items=(item("a", inner), item("b"))))
    shared = {}
    for num in docx.part.numbering_part.element.iter(qn("w:num")):
        shared[num.get(qn("w:numId"))] = num.find(qn("w:abstractNumId")).get(qn("w:val"))
    outer, inside, after = (number for _, number in numbers(docx))
    assert outer == after
    assert shared[outer] != shared[inside]


def test_a_tables_head_is_repeated_and_no_row_is_split(made: Made) -> None:
    (found,) = made(table()).tables
    heads = [found_row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for found_row in found.rows]
    assert heads == [True, False, False, False]
    assert all(found_row._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for found_row in found.rows)


def test_cells_span_columns_and_rows(made: Made) -> None:
    (found,) = made(table()).tables
    assert found.cell(1, 0)._tc is found.cell(2, 0)._tc
    assert found.cell(1, 1)._tc is found.cell(1, 2)._tc
    assert found.cell(2, 0).text == "Both sides"
    assert found.cell(2, 1).text == "No change"


def test_columns_share_exactly_the_measure(made: Made, style: Any) -> None:
    columns = tuple(Column(share=share) for share in (1, 2, 4))
    docx = made(Table(columns=columns, head=(row("a", "b", "c", header=True),), body=()))
    widths = [int(column.get(qn("w:w"))) for column in docx.element.body.iter(qn("w:gridCol"))]
    assert sum(widths) == round(style.page.measure * 20)
    assert abs(widths[2] - 2 * widths[1]) <= 2


def test_a_column_says_how_its_cells_are_aligned(made: Made) -> None:
    (found,) = made(table()).tables
    assert found.cell(0, 2).paragraphs[0].style.name == "Table Head Right"
    assert found.cell(2, 2).paragraphs[0].style.name == "Table Text Right"
    assert found.cell(1, 0).paragraphs[0].style.name == "Table Head"


def test_a_caption_is_told_to_screen_readers_too(parts: Parts) -> None:
    assert '<w:tblCaption w:val="Who wants what"/>' in parts(table())["word/document.xml"]


def test_a_row_too_short_still_fills_the_grid(made: Made) -> None:
    wide = Cell(blocks=(para("wide"),), columns=2, rows=2)
    two = Table(columns=(Column(), Column()), head=(row("a", header=True),), body=(Row(cells=(wide,)), Row(cells=())))
    (found,) = made(two).tables
    assert [len(found_row.cells) for found_row in found.rows] == [2, 2, 2]
    assert found.cell(1, 1).text == "wide"


def test_a_tiny_share_leaves_room_for_a_word(made: Made) -> None:
    columns = (Column(share=0), Column(share=9))
    docx = made(Table(columns=columns, head=(row("No", "What", header=True),), body=()))
    widths = [int(column.get(qn("w:w"))) for column in docx.element.body.iter(qn("w:gridCol"))]
    assert widths[0] == 720


def test_a_first_column_names_rows_only_where_its_own_cells_do(made: Made) -> None:
    tall = Cell(blocks=(para("tall"),), rows=2)
    rows = (Row(cells=(tall, Cell(blocks=(), header=True))), row("second", header=True))
    two = Table(columns=(Column(), Column()), head=(row("a", "b", header=True),), body=rows)
    (look,) = made(two).element.body.iter(qn("w:tblLook"))
    assert look.get(qn("w:firstColumn")) == "0"


def test_a_long_table_holds_every_row(made: Made) -> None:
    many = Table(columns=(Column(),), head=(row("n", header=True),), body=tuple(row(str(n)) for n in range(300)))
    assert [found_row.cells[0].text for found_row in made(many).tables[0].rows][1:] == [str(n) for n in range(300)]


def test_two_tables_never_touch(made: Made) -> None:
    tags = [child.tag.rpartition("}")[2] for child in made(table(), table()).element.body]
    assert ("tbl", "tbl") not in set(pairwise(tags))
    assert tags[-2:] == ["p", "sectPr"]


def test_a_callouts_heading_is_no_heading_of_the_outline(made: Made) -> None:
    docx = made(Callout(heading=words("Bottom line"), blocks=(para("Agree."),)))
    (cell,) = docx.tables[0].rows[0].cells
    assert [(one.text, one.style.name) for one in cell.paragraphs] == [
        ("Bottom line", "Callout Heading"),
        ("Agree.", "Callout"),
    ]
    assert "outlineLvl" not in docx.styles["Callout Heading"].element.xml


def test_a_callout_ends_at_the_margin(made: Made, style: Any) -> None:
    (width,) = (int(one.get(qn("w:w"))) for one in made(Callout(heading=(), blocks=())).element.body.iter(qn("w:tblW")))
    assert width == pytest.approx((style.page.measure - style.callout.bar_width / 2) * 20, abs=1)


def test_a_label_too_long_for_its_column_has_a_line_of_its_own(made: Made) -> None:
    fields = tuple(Field(label=words(label), blocks=(para("v"),)) for label in ("To", "Classification and handling"))
    short, long = made(FieldList(fields=fields)).paragraphs
    assert (short.text, long.text) == ("To\tv", "Classification and handling\nv")


def test_pictures_keep_a_width_however_deep_they_are_nested(made: Made) -> None:
    block: Any = Figure(data=png(), width=4, height=2, resolution=4, alt="x")
    for _ in range(40):
        block = BulletList(items=(ListItem(blocks=(block,)),))
    (shape,) = made(block).inline_shapes
    assert shape.width > 0
    assert shape.height > 0


def test_a_table_in_a_callout_is_as_wide_as_the_text_there(made: Made, style: Any) -> None:
    docx = made(Callout(heading=(), blocks=(table(),)))
    outer, inner = (int(one.get(qn("w:w"))) for one in docx.element.body.iter(qn("w:tblW")))
    assert outer - inner == round(2 * style.callout.padding * 20)


@pytest.mark.parametrize(
    "block",
    [
        Callout(heading=(), blocks=()),
        Quote(blocks=()),
        FieldList(fields=()),
        FieldList(fields=(Field(label=words("To"), blocks=()),)),
        BulletList(items=()),
        NumberedList(items=()),
        Section(heading=(), blocks=()),
        Paragraph(inlines=()),
        Table(columns=(Column(),), head=(row(Cell(blocks=())),), body=()),
        Divider(),
    ],
    ids=lambda block: type(block).__name__,
)
def test_nothing_breaks_where_there_is_no_text(made: Made, block: Any) -> None:
    docx = made(block, para("after"))
    assert docx.paragraphs[-1].text == "after"
    assert all(cell.tag == qn("w:p") for cell in (tc[-1] for tc in docx.element.body.iter(qn("w:tc"))))


def test_a_figure_is_shrunk_to_the_measure_and_tells_what_it_shows(made: Made, style: Any) -> None:
    figure = Figure(data=png(), width=4, height=2, resolution=0.1, alt='a "grey" <bar>', caption=words("Grey"))
    docx = made(figure)
    (shape,) = docx.inline_shapes
    assert shape.width.pt == pytest.approx(style.page.measure, abs=0.1)
    assert shape.height.pt == pytest.approx(style.page.measure / 2, abs=0.1)
    assert shape._inline.docPr.get("descr") == 'a "grey" <bar>'
    assert docx.paragraphs[0].paragraph_format.keep_with_next


def test_a_small_figure_keeps_its_natural_size(made: Made) -> None:
    (shape,) = made(Figure(data=png(), width=4, height=2, resolution=4, alt="x")).inline_shapes
    assert (shape.width.pt, shape.height.pt) == (72, 36)


def test_a_tall_figure_fits_on_a_page_with_its_caption(made: Made, style: Any) -> None:
    (shape,) = made(Figure(data=png(), width=2, height=9, resolution=0.1, alt="x", caption=words("c"))).inline_shapes
    assert shape.height.pt < style.page.height - style.page.top - style.page.bottom - 20


def test_strong_words_in_a_bold_heading_stay_bold(parts: Parts) -> None:
    strong = (Strong(inlines=words("strong")),)
    body = parts(Section(heading=strong, blocks=(Paragraph(inlines=strong),)))["word/document.xml"]
    heading, text = re.findall(r"<w:rPr>(.*?)</w:rPr>", body)
    assert heading == '<w:rStyle w:val="Strong"/><w:b/><w:bCs/>'
    assert text == '<w:rStyle w:val="Strong"/>'


def test_stressed_words_in_an_italic_quote_stand_upright(parts: Parts) -> None:
    stressed = Paragraph(inlines=(Emphasis(inlines=words("stress")),))
    assert '<w:rStyle w:val="Emphasis"/><w:i w:val="0"/>' in parts(Quote(blocks=(stressed,)))["word/document.xml"]
    assert '<w:i w:val="0"/>' not in parts(stressed)["word/document.xml"]


def test_the_rule_of_a_field_list_is_below_whatever_comes_last(made: Made) -> None:
    fields = (Field(label=words("To"), blocks=(para("A"), para("B"))), Field(label=words("Re"), blocks=(para("C"),)))
    found = [(one.text, one.style.name) for one in made(FieldList(fields=fields)).paragraphs]
    assert found == [("To\tA", "Field Value"), ("\tB", "Field Value"), ("Re\tC", "Field Last")]
    ends = FieldList(fields=(Field(label=words("To"), blocks=(BulletList(items=(item("a"), item("b"))),)),))
    assert [one.style.name for one in made(ends).paragraphs] == ["Field Value"] * 3 + ["Field Last"]


def test_a_very_long_word_is_left_to_word_to_break(made: Made) -> None:
    assert made(para("x" * 5000)).paragraphs[0].text == "x" * 5000
