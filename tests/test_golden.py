"""Briefs and what becomes of them: the document, the body of the DOCX, the words on the pages of the PDF."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from outline import outline
from PIL import Image

import reportgen
from reportgen import document, registry
from reportgen.document.walk import lines_of, walk
from reportgen.workspace import Workspace

GOLDEN = Path(__file__).parent / "golden"
FEATURES = pytest.mark.parametrize("feature", sorted(path.name for path in GOLDEN.iterdir()))


def picture() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (96, 48), "navy").save(data, "PNG", dpi=(96, 96))
    return data.getvalue()


@cache
def built(feature: str) -> reportgen.Memo:
    text = (GOLDEN / feature / "brief.yaml").read_text(encoding="utf-8")
    return reportgen.build("brief.yaml", workspace=Workspace(files={"brief.yaml": text, "field.png": picture()}))


@FEATURES
def test_the_document_is_as_accepted(feature: str, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / feature / "document.txt", outline(built(feature).document))


@FEATURES
def test_the_body_of_the_docx_is_as_accepted(feature: str, golden: Callable[[Path, str], None]) -> None:
    package = zipfile.ZipFile(io.BytesIO(reportgen.write(built(feature), "docx").data))
    xml = package.read("word/document.xml").decode()
    body = xml[xml.index("<w:body>") :]
    golden(GOLDEN / feature / "document.xml", re.sub(r"(?=<w:(p|tbl|tr|tc|r|sectPr|hyperlink)[ >])", "\n", body) + "\n")


@FEATURES
def test_the_pages_of_the_pdf_are_as_accepted(feature: str, golden: Callable[[Path, str], None]) -> None:
    pages = pypdfium2.PdfDocument(reportgen.write(built(feature), "pdf").data)
    texts = [page.get_textpage().get_text_bounded().replace("\r\n", "\n").strip() for page in pages]
    golden(GOLDEN / feature / "pages.txt", "\n\f\n".join(texts) + "\n")


@FEATURES
def test_every_word_of_the_document_is_in_the_docx(feature: str) -> None:
    package = zipfile.ZipFile(io.BytesIO(reportgen.write(built(feature), "docx").data))
    xml = package.read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", xml, re.DOTALL)
    shown = " ".join(unescaped("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>|<w:(?:tab|br)/>", p))) for p in paragraphs)
    position = 0
    for line in lines_of(built(feature).document):
        found = squeezed(shown).find(squeezed(line), position)
        assert found >= 0, line
        position = found + len(squeezed(line))


@FEATURES
def test_every_word_of_the_document_is_in_the_pdf(feature: str) -> None:
    pages = pypdfium2.PdfDocument(reportgen.write(built(feature), "pdf").data)
    shown = squeezed("".join(page.get_textpage().get_text_bounded(0, 70, 1000, 770) for page in pages))
    position = 0
    for line in lines_of(built(feature).document):
        found = shown.find(squeezed(line), position)
        assert found >= 0, line
        position = found + len(squeezed(line))


def squeezed(text: str) -> str:
    """Return text without its blanks, which lines on a page swallow."""
    return "".join(text.split())


def unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def test_the_showcase_holds_every_node_and_every_builder() -> None:
    memo = built("showcase")
    kinds = {type(node) for node in walk(memo.document)}
    assert set(document.BLOCKS + document.INLINES) <= kinds
    headings = set(lines_of(memo.document))
    assert headings >= {"Bottom line", "On the agenda", "Positions of the parties", "Recommendations", "Conclusion"}


@pytest.mark.parametrize("format", list(registry.names("writers")))
def test_every_format_writes_the_showcase(format: str) -> None:
    assert reportgen.write(built("showcase"), format).diagnostics == ()
