"""The page and the lines that run along it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document as open_docx
from docx.oxml.ns import qn
from docx_showcase import META

from reportgen.document import Document, Pages, Paragraph, Text
from reportgen.style import Style
from reportgen.style.running import Running, RunningLine
from reportgen.writers.docx import write

Made = Callable[..., Any]


def line(part: Any) -> str:
    """Return the text of a running line."""
    return "\n".join(paragraph.text for paragraph in part.paragraphs)


def test_the_page_is_the_styles(made: Made, style: Style) -> None:
    section = made().sections[0]
    assert section.page_width.pt == pytest.approx(style.page.width, abs=0.05)
    assert section.page_height.pt == pytest.approx(style.page.height, abs=0.05)
    assert section.left_margin.pt == pytest.approx(style.page.left, abs=0.05)
    assert section.header_distance.pt == pytest.approx(style.page.header, abs=0.05)


def test_the_running_head_stands_on_every_page_but_the_first(made: Made) -> None:
    section = made().sections[0]
    assert section.different_first_page_header_footer
    assert line(section.first_page_header) == "DRAFT\tTLP:AMBER"
    assert line(section.header) == "DRAFT\u2003Memo: reopening the crossing\tTLP:AMBER"


def test_both_feet_have_the_page_number_and_the_marking(made: Made) -> None:
    section = made().sections[0]
    assert line(section.first_page_footer) == line(section.footer) == "\tPage 1 of 1\tTLP:AMBER"


def test_page_numbers_are_fields(made: Made) -> None:
    foot = made().sections[0].footer._element
    assert [code.text.strip() for code in foot.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    kinds = [one.get(qn("w:fldCharType")) for one in foot.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"] * 2


def test_a_final_document_without_marking_has_neither(made: Made) -> None:
    section = made(draft_mark="", marking="", running_head="").sections[0]
    assert (line(section.first_page_header), line(section.header)) == ("", "")
    assert line(section.footer) == "\tPage 1 of 1"


def test_the_pattern_of_the_page_number_may_be_anything(made: Made) -> None:
    assert line(made(page_number="– {page} – {x}", marking="").sections[0].footer) == "\t– 1 – {x}"


def test_the_marking_has_its_own_style(made: Made) -> None:
    runs = [run for paragraph in made().sections[0].header.paragraphs for run in paragraph.runs]
    assert [run.style.name for run in runs if run.text == "TLP:AMBER"] == ["Marking"]


def test_the_section_of_a_page_is_a_field_that_word_fills_in(style: Style) -> None:
    line_of = RunningLine(left=("{section}",))
    with_field = style.model_copy(update={"header": Running(first=line_of, others=line_of)})
    opened = open_docx(io.BytesIO(write(Document(meta=META, blocks=()), with_field).data))
    head = opened.sections[0].header._element
    assert [code.text.strip() for code in head.iter(qn("w:instrText"))] == ["STYLEREF 1"]
    assert line(opened.sections[0].header) == "\tTLP:AMBER"


def test_drafts_have_their_mark_across_each_page(parts: Callable[..., dict[str, str]]) -> None:
    heads = [xml for name, xml in parts().items() if name.startswith("word/header")]
    assert [xml.count('string="DRAFT"') for xml in heads] == [1, 1]
    assert len({name for xml in heads for name in re.findall(r'o:spid="(\w+)"', xml)}) == 2
    assert not any("textpath" in xml for xml in parts(draft_mark="").values())


def test_a_style_can_do_without_the_mark_across_the_page(style: Style) -> None:
    plain = style.model_copy(update={"draft_watermark": False})
    with zipfile.ZipFile(io.BytesIO(write(Document(meta=META, blocks=()), plain).data)) as package:
        assert b"textpath" not in package.read("word/header.xml")


def test_the_last_page_is_that_of_the_pages_that_count_with_it(style: Style) -> None:
    text = Paragraph(inlines=(Text(text="Words."),))
    cover, front = Pages(form="cover", blocks=(text,)), Pages(form="front", blocks=(text,))
    turned = Pages(form="landscape", blocks=(text,))
    document = Document(meta=META, blocks=(cover, front, text, turned), last_pages={"roman": "ii", "arabic": "12"})
    docx = open_docx(io.BytesIO(write(document, style).data))
    feet = {section.footer.part.partname: line(section.footer) for section in docx.sections}
    codes = {
        section.footer.part.partname: [one.text.strip() for one in section.footer._element.iter(qn("w:instrText"))]
        for section in docx.sections
    }
    assert feet == {
        "/word/footerBare.xml": "\t\tTLP:AMBER",
        "/word/footerFront.xml": "\tPage 1 of ii\tTLP:AMBER",
        "/word/footer.xml": "\tPage 1 of 12\tTLP:AMBER",
        "/word/footerWide.xml": "\tPage 1 of 12\tTLP:AMBER",
    }
    assert codes["/word/footer.xml"] == codes["/word/footerWide.xml"] == ["PAGE", "PAGEREF _LastPage_arabic"]
    assert codes["/word/footerFront.xml"] == ["PAGE", r"PAGEREF _LastPage_roman \* roman"]
    marked = [
        [mark.get(qn("w:name")) for mark in paragraph._element.iter(qn("w:bookmarkStart"))]
        for paragraph in docx.paragraphs
        if paragraph.text
    ]
    assert marked == [[], ["_LastPage_roman"], [], ["_LastPage_arabic"]]


def test_pages_that_all_count_are_counted_by_word(made: Made) -> None:
    codes = [code.text.strip() for code in made().sections[0].footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_the_foot_stands_on_its_base_line_as_in_the_pdf(made: Made, style: Style) -> None:
    marked, plain = (made(marking=marking).sections[0].footer_distance.pt for marking in ("TLP:AMBER", ""))
    assert marked == pytest.approx(style.page.footer - 0.4 * style.look("marking").size, abs=0.05)
    assert plain == pytest.approx(style.page.footer - 0.4 * style.look("footer").size, abs=0.05)
