"""Briefs and what becomes of them: the document, the body of the DOCX, the words on the pages of the PDF."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from lxml import etree
from outline import outline
from PIL import Image

import reportgen
from reportgen import document, registry
from reportgen.document.walk import lines_of, walk
from reportgen.workspace import Workspace

GOLDEN = Path(__file__).parent / "golden"
FEATURES = pytest.mark.parametrize("feature", sorted(path.name for path in GOLDEN.iterdir()))


OUT_OF_LINE = {"from-right", "scripts", "whole"}
IN_LINE = pytest.mark.parametrize("feature", sorted({path.name for path in GOLDEN.iterdir()} - OUT_OF_LINE))
"""Those whose lines stand in the files as they stand in the document: notes and contents do not (`test_parity.py`).

Nor are words from the right read in their order by what reads a page as it is seen (`test_conformance.py`).
"""


def picture() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (96, 48), "navy").save(data, "PNG", dpi=(96, 96))
    return data.getvalue()


@cache
def built(feature: str) -> reportgen.Memo:
    return reportgen.build("brief.yaml", workspace=workspace(feature))


def workspace(feature: str) -> Workspace:
    """Return the files that a feature's memo is made of."""
    folder = GOLDEN / feature
    texts = [folder / "brief.yaml", *folder.glob("templates/*.yaml")]
    files = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in texts}
    return Workspace(files={**files, "field.png": picture()})


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


@IN_LINE
def test_every_line_of_the_document_is_in_the_docx(feature: str) -> None:
    package = zipfile.ZipFile(io.BytesIO(reportgen.write(built(feature), "docx").data))
    body = etree.fromstring(package.read("word/document.xml"))
    for shapes in list(body.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")):
        shapes.getparent().remove(shapes)  # words in diagrams are no lines of the document
    paragraphs = body.iter(f"{WML}p")
    shown = list(filter(None, (text_of_paragraph(one).strip() for one in paragraphs)))
    for line in filter(None, lines_of(built(feature).document)):
        if shown[:1] != [line] and not re.fullmatch(rf"\w+ \d+\. {re.escape(line)}", shown[0]):  # a caption's label
            assert shown[0].startswith(f"{line} ")  # a label, and its first value after a tab
            shown.insert(1, shown[0].removeprefix(line).strip())
        del shown[0]
    assert shown == []


WML = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHARACTERS = {"t": None, "tab": " ", "br": " ", "softHyphen": "\u00ad"}


def text_of_paragraph(paragraph: Any) -> str:
    """Return what the runs of a paragraph show, tabs and line ends as blanks."""
    names = ((one.tag.removeprefix(WML), one.text) for run in paragraph.iter(f"{WML}r") for one in run)
    return "".join(CHARACTERS[name] or text or "" for name, text in names if name in CHARACTERS)


@IN_LINE
def test_every_line_of_the_document_is_in_the_pdf(feature: str) -> None:
    shown = text_of_pages(reportgen.write(built(feature), "pdf").data)
    position = 0
    for line in lines_of(built(feature).document):
        found = as_set(line).search(shown, position)
        assert found, line
        position = found.end()


def text_of_pages(pdf: bytes) -> str:
    """Return the text between the running lines of all pages."""
    pages = pypdfium2.PdfDocument(pdf)
    shown = "\n".join(page.get_textpage().get_text_bounded(0, 70, 1000, 770) for page in pages)
    return re.sub("\x02\\s*", "", shown)  # pdfium's sign for a soft hyphen at a line's end


def as_set(line: str) -> re.Pattern[str]:
    """Return what finds a line on a page, where it ends at blanks, or after a hyphen, a dash or a slash.

    Pdfium guesses at blanks from the distance between words: it can't tell two from one, nor a line's end after a
    hyphen from a blank.
    """
    words = (re.sub(r"(?<=[-/\u2010\u2013\u2014])(?=.)", "\n", word) for word in line.split())
    pattern = r"\s+".join(re.escape(word).replace("\\\n", r"\s?") for word in words)
    return re.compile(rf"(?<!\S){pattern}(?!\S)")


def test_the_showcase_and_the_whole_document_hold_every_node() -> None:
    kinds = {type(node) for feature in ("showcase", "whole") for node in walk(built(feature).document)}
    assert set(document.BLOCKS + document.INLINES) <= kinds


@pytest.mark.parametrize("feature", ["showcase", "whole"])
@pytest.mark.parametrize("format", list(registry.names("writers")))
def test_every_format_writes_them(format: str, feature: str) -> None:
    assert reportgen.write(built(feature), format).diagnostics == ()
