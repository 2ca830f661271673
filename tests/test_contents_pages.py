"""The contents list of a DOCX tells the pages of our own layout, which is made once for all formats."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

import reportgen
from reportgen import pipeline
from reportgen.document import Contents, ContentsEntry, Figure, PageBreak, Pages, Paragraph, Section, Text


@pytest.fixture
def memo() -> pipeline.Memo:
    """Return a memo with a contents list, and a section on its second page."""
    files = {"talks.yaml": "title: Talks\nlanguage: en\nsummary: In short.\n"}
    memo = reportgen.build("talks.yaml", workspace=reportgen.Workspace(files=files))
    entry = ContentsEntry(target="last", inlines=(Text(text="Last"),))
    last = Section(heading=(Text(text="Last"),), blocks=(Paragraph(inlines=(Text(text="The end."),)),), id="last")
    blocks = (Contents(entries=(entry,)), PageBreak(), last)
    return replace(memo, document=replace(memo.document, blocks=blocks))


def body(written: reportgen.Written) -> str:
    with zipfile.ZipFile(io.BytesIO(written.data)) as package:
        return package.read("word/document.xml").decode()


def test_a_docx_tells_the_pages_of_the_pdf(memo: pipeline.Memo) -> None:
    assert pipeline.write(memo, "pdf").page_of["last"] == "2"
    assert 'PAGEREF _Ref_last \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>' in body(
        pipeline.write(memo, "docx")
    )
    assert '<w:t xml:space="preserve">2</w:t>' in body(pipeline.write(memo, "docx"))


def test_the_pdf_is_laid_out_once(memo: pipeline.Memo, monkeypatch: pytest.MonkeyPatch) -> None:
    assert layouts(memo, monkeypatch) == 1


def layouts(memo: pipeline.Memo, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how often pages are laid out for both formats of a memo."""
    import reportgen.writers.pdf as writer

    counts = []
    real = writer.write

    def counted(*given: Any) -> Any:
        counts.append(given)
        return real(*given)

    monkeypatch.setattr(writer, "write", counted)
    for format in ("docx", "pdf", "docx"):
        pipeline.write(memo, format)
    return len(counts)


def test_a_docx_tells_the_pages_of_a_layout_without_floats(
    memo: pipeline.Memo, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = io.BytesIO()
    Image.new("RGB", (300, 300)).save(file, "PNG")
    caption = (Text(text="What it shows"),)
    figure = Figure(data=file.getvalue(), width=300, height=300, resolution=72, alt="Black", caption=caption)
    text = Paragraph(inlines=(Text(text="The talks went on. " * 25),))
    contents, end, last = memo.document.blocks
    blocks = (contents, end, *[text] * 6, figure, *[text] * 4, last)
    floating = memo.style.model_copy(update={"floats": True})
    memo = replace(memo, document=replace(memo.document, blocks=blocks), style=floating)
    assert pipeline.write(memo, "pdf").page_of["last"] == "3"
    assert '<w:t xml:space="preserve">4</w:t>' in body(pipeline.write(memo, "docx"))
    assert layouts(replace(memo, laid_out={}), monkeypatch) == 2


def test_where_nothing_floats_one_layout_is_enough(memo: pipeline.Memo, monkeypatch: pytest.MonkeyPatch) -> None:
    memo = replace(memo, style=memo.style.model_copy(update={"floats": True}))
    assert layouts(memo, monkeypatch) == 1


def test_a_list_without_layout_tells_no_pages_and_says_so(memo: pipeline.Memo) -> None:
    serif = memo.style.fonts["serif"].model_copy(update={"package": "fontpkg_nowhere"})
    broken = memo.style.model_copy(update={"fonts": {**memo.style.fonts, "serif": serif}})
    written = pipeline.write(replace(memo, style=broken), "docx")
    assert {(one.severity, one.code) for one in written.diagnostics} == {("warning", "missing-font")}
    assert {one.hint for one in written.diagnostics} == {"until this is mended, the contents list tells no pages"}
    assert "PAGEREF" not in body(written)
    assert 'w:anchor="_Ref_last"' in body(written)


def test_a_memo_without_contents_is_not_laid_out_for_a_docx(memo: pipeline.Memo) -> None:
    plain = replace(memo, document=replace(memo.document, blocks=memo.document.blocks[1:]))
    pipeline.write(plain, "docx")
    assert plain.laid_out == {}


def test_a_memo_whose_pages_count_apart_tells_the_last_of_each_kind(memo: pipeline.Memo) -> None:
    cover, front = (Pages(form=form, blocks=memo.document.blocks[2:]) for form in ("cover", "front"))
    apart = replace(memo, document=replace(memo.document, blocks=(cover, front, *memo.document.blocks[1:])))
    assert pipeline.write(apart, "pdf").last_pages == {"none": "", "roman": "i", "arabic": "1"}
    with zipfile.ZipFile(io.BytesIO(pipeline.write(apart, "docx").data)) as package:
        shown = re.findall("<w:t [^>]*>(.*?)</w:t>", package.read("word/footerFront.xml").decode())
    assert shown[:4] == ["Page ", "1", " of ", "i"]
