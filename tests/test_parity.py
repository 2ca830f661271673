"""Each document type with its example: both files, read back, have the outline of the model.

The outline is what a reader finds the way by: headings with their numbers, captions with their labels, tables cell by
cell, footnotes with their marks, and the lines that point to other parts.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pdf_structure import INLINE, Heard, structure
from test_golden import WML, text_of_paragraph
from word_numbers import Numbers

import reportgen
from reportgen.document import Chart, Diagram, Document, Figure, Node, Note, Reference, Section, Table
from reportgen.document.walk import inlines_of, text_of, walk
from reportgen.shelves import TEMPLATES, names_on
from reportgen.workspace import Workspace
from reportgen.writers import CAPTION_END

ROOT = Path(__file__).parents[1]
BRIEFS = sorted(path.stem for path in (ROOT / "briefs").glob("*.yaml"))
EXAMPLES = pytest.mark.parametrize("brief", BRIEFS)
Outline = dict[str, list[Any]]


@cache
def built(brief: str) -> reportgen.Memo:
    return reportgen.build(f"briefs/{brief}.yaml", workspace=Workspace(ROOT))


def test_every_document_type_has_an_example() -> None:
    used = {template_of(brief) for brief in BRIEFS}
    assert used >= set(names_on(TEMPLATES, Workspace(files={}), ()))


def template_of(brief: str) -> str:
    lines = (ROOT / "briefs" / f"{brief}.yaml").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("template: ")).removeprefix("template: ")


@EXAMPLES
def test_nothing_is_found_in_an_example(brief: str) -> None:
    told = reportgen.check(f"briefs/{brief}.yaml", workspace=Workspace(ROOT))
    assert brief == "ukraine-russia-talks" or list(told) == []  # the README shows what is found in that one


@EXAMPLES
def test_the_docx_has_the_outline_of_the_model(brief: str) -> None:
    memo = built(brief)
    assert of_docx(reportgen.write(memo, "docx").data, memo.document) == of_model(memo.document)


@EXAMPLES
def test_the_pdf_has_the_outline_of_the_model(brief: str) -> None:
    memo = built(brief)
    assert of_pdf(reportgen.write(memo, "pdf").data, memo.document) == of_model(memo.document)


def of_model(document: Document) -> Outline:
    nodes = list(walk(document))
    return {
        "headings": [bare(f"{one.number} {text_of(one.heading)}") for one in nodes if isinstance(one, Section)],
        "captions": [
            caption(one) for one in nodes if isinstance(one, Table | Figure | Chart | Diagram) and one.caption
        ],
        "tables": [
            [[bare(" ".join(map(text_of, cell.blocks))) for cell in row.cells] for row in (*one.head, *one.body)]
            for one in nodes
            if isinstance(one, Table)
        ],
        "notes": [bare(" ".join(map(text_of, one.blocks))) for one in nodes if isinstance(one, Note)],
        "pointing": pointing(document),
    }


def caption(node: Table | Figure | Chart | Diagram) -> str:
    label = node.label + CAPTION_END if node.label else ""
    return bare(label + text_of(node.caption))


def pointing(document: Document) -> list[str]:
    """Return the lines that refer to other parts."""
    lines = (line for line in inlines_of(document) if any(isinstance(one, Reference) for one in inlines(line)))
    return sorted(bare(text_of(line)) for line in lines)


def inlines(line: tuple[Node, ...]) -> Iterator[Node]:
    """Return the inlines of a line, those of its footnotes left out."""
    for node in line:
        yield from () if isinstance(node, Note) else walk(node)


def bare(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def of_docx(data: bytes, document: Document) -> Outline:
    package = zipfile.ZipFile(io.BytesIO(data))
    body = etree.fromstring(package.read("word/document.xml"))
    numbers = Numbers(package)
    paragraphs = [(style_of(one), one) for one in body.iter(f"{WML}p")]
    told = [numbers.before(style, one) + text_of_paragraph(one) for style, one in paragraphs]
    names = [style for style, _ in paragraphs]
    wanted = set(pointing(document))
    notes = list(footnotes(package))
    return {
        "headings": [bare(text) for style, text in zip(names, told, strict=True) if style.startswith("Heading")],
        "captions": [
            bare(text)
            for style, text in zip(names, told, strict=True)
            if style.startswith(("Caption", "FigureCaption"))
        ],
        "tables": [
            list(rows_of(table)) for table in body.iter(f"{WML}tbl") if table.find(f".//{WML}tblHeader") is not None
        ],
        "notes": notes,
        "pointing": sorted(line for line in (*map(bare, told), *notes) if line in wanted),
    }


def style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{WML}pPr/{WML}pStyle")
    return "" if style is None else str(style.get(f"{WML}val"))


def rows_of(table: Any) -> Iterator[list[str]]:
    for row in table.iterchildren(f"{WML}tr"):
        cells = row.iterchildren(f"{WML}tc")
        yield [bare(" ".join(text_of_paragraph(one) for one in cell.iter(f"{WML}p"))) for cell in cells]


def footnotes(package: zipfile.ZipFile) -> Iterator[str]:
    if "word/footnotes.xml" in package.namelist():
        for note in etree.fromstring(package.read("word/footnotes.xml")):
            if note.get(f"{WML}type") is None:
                yield bare(" ".join(text_of_paragraph(one) for one in note.iter(f"{WML}p")))


def of_pdf(data: bytes, document: Document) -> Outline:
    root = structure(data)
    notes = [bare(text_without_mark(one)) for one in root.find("Note")]
    wanted = set(pointing(document))
    return {
        "headings": [bare(one.text) for one in headings(root)],
        "captions": [bare(one.text) for one in root.find("Caption") if one.text],
        "tables": [
            [[bare(" ".join(blocks(cell))) for cell in row.find("TH", "TD")] for row in table.find("TR")]
            for table in root.find("Table")
        ],
        "notes": notes,
        "pointing": sorted(line for line in map(uncounted, blocks(root)) if line in wanted),
    }


def headings(element: Heard) -> Iterator[Heard]:
    """Return the headings of sections: not those of boxes and of contents lists."""
    if element.kind.startswith("H") and element.kind[1:].isdigit():
        yield element
    lists = any(isinstance(kid, Heard) and kid.kind == "TOC" for kid in element.kids)
    if element.kind != "Aside" and not lists:
        for kid in element.kids:
            yield from headings(kid) if isinstance(kid, Heard) else ()


def text_without_mark(note: Heard) -> str:
    return " ".join(kid.text for kid in note.kids if isinstance(kid, Heard) and kid.kind != "Lbl")


def blocks(element: Heard) -> Iterator[str]:
    """Return the text of an element block by block, without the marks of footnotes."""
    words = [kid if isinstance(kid, str) else kid.text for kid in element.kids if is_word(kid)]
    if "".join(words).strip():
        yield "".join(words)
    for kid in element.kids:
        if isinstance(kid, Heard) and kid.kind not in INLINE:
            yield from blocks(kid)


def uncounted(block: str) -> str:
    """Return a block's text without the number that counts it through the text."""
    return re.sub(r"^\d+\. ", "", bare(block))


def is_word(kid: Heard | str) -> bool:
    return isinstance(kid, str) or (kid.kind in INLINE and "Ref" not in kid.told)
