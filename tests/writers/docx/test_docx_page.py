"""The page and the lines that run along it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx_showcase import META

from reportgen.document import Document
from reportgen.style import Style
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


def test_drafts_have_their_mark_across_each_page(parts: Callable[..., dict[str, str]]) -> None:
    heads = [xml for name, xml in parts().items() if name.startswith("word/header")]
    assert [xml.count('string="DRAFT"') for xml in heads] == [1, 1]
    assert len({name for xml in heads for name in re.findall(r'o:spid="(\w+)"', xml)}) == 2
    assert not any("textpath" in xml for xml in parts(draft_mark="").values())


def test_a_style_can_do_without_the_mark_across_the_page(style: Style) -> None:
    plain = style.model_copy(update={"draft_watermark": False})
    with zipfile.ZipFile(io.BytesIO(write(Document(meta=META, blocks=()), plain).data)) as package:
        assert b"textpath" not in package.read("word/header.xml")
