"""Findings as comments at their places, and where each block comes from."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_docx
from docx_lint import lint
from docx_showcase import META, para, words
from docx_whole import note
from lxml import etree
from openxml_audit import OpenXmlValidator

from reportgen.diagnostics import Source, error, warning
from reportgen.document import Attachment, BulletList, Document, ListItem, Paragraph, Section, Text
from reportgen.style import Style
from reportgen.writers.docx import write

ATTACHMENT = Attachment(name="talks.yaml", media_type="application/yaml", data="title: Тalks\r\n# a & b\n".encode())


def at(path: str, line: int = 1) -> Source:
    return Source("talks.yaml", path, line, 1)


def document(**given: Any) -> Document:
    """Return a document whose blocks come from a brief."""
    water = Text(text="Water", source=at("issues[0].title", 4))
    fish = Paragraph(inlines=words("Fish"), source=at("issues[1].title", 6))
    issues = (
        Paragraph(inlines=(water, note(1, "Deep.")), source=at("issues[0]", 4)),
        BulletList(items=(ListItem(blocks=(fish,)),)),
        Paragraph(inlines=words("Fish again"), source=at("issues[1].title", 6)),
    )
    blocks = (
        Paragraph(inlines=words("Talks"), role="title", source=at("title", 1)),
        Section(heading=(Text(text="Issues", source=at("issues", 3)),), blocks=issues),
    )
    return Document(meta=META, blocks=blocks, source=at("", 0), **given)


def parts(style: Style, one: Document) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write(one, style).data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize(
    ("place", "stands_at"),
    [
        (at("issues[0].title", 4), "Water"),
        (at("issues[0].status", 5), "Water"),
        (at("issues[1].title", 6), "Fish"),
        (at("issues", 3), "Issues"),
        (at("summary", 2), "Talks"),
        (Source("talks.yaml"), "Talks"),
        (Source(), "Talks"),
    ],
)
def test_a_finding_is_a_comment_at_its_place(style: Style, place: Source, stands_at: str) -> None:
    one = document(remarks=(warning("open-hole", "a <value> is missing", place, "fill it in"),))
    body = parts(style, one)["word/document.xml"].decode()
    (around,) = re.findall(r'<w:commentRangeStart w:id="0"/>(.*?)<w:commentRangeEnd w:id="0"/>', body)
    assert re.sub("<[^>]*>", "", around) == stands_at
    (comment,) = open_docx(io.BytesIO(write(one, style).data)).comments
    assert (comment.author, comment.timestamp) == ("reportgen", None)
    assert comment.text.split("\n")[:2] == ["warning: a <value> is missing [open-hole]", "fill it in"]


def test_no_finding_is_lost(style: Style) -> None:
    paths = ("issues", "issues", "", "a.b")
    remarks = tuple(error("x", f"fault {number}", at(path)) for number, path in enumerate(paths))
    found = open_docx(io.BytesIO(write(document(remarks=remarks), style).data)).comments
    assert sorted(comment.text.split("\n")[0] for comment in found) == [f"error: fault {n} [x]" for n in range(4)]


def test_a_document_without_findings_has_no_comments(style: Style) -> None:
    assert not any("comments" in name for name in parts(style, document()))


def test_comments_and_origin_are_valid(style: Style, tmp_path: Path) -> None:
    file = tmp_path / "remarks.docx"
    one = document(remarks=(warning("x", "y", at("title")),), attachment=ATTACHMENT)
    file.write_bytes(write(one, style).data)
    assert [str(fault) for fault in OpenXmlValidator().validate(str(file)).errors] == []
    assert lint(file.read_bytes()) == []


def test_the_brief_goes_with_the_file_byte_for_byte(style: Style) -> None:
    root = etree.fromstring(parts(style, document(attachment=ATTACHMENT))["customXml/item1.xml"])
    (held,) = root.iter("{urn:reportgen:origin}file")
    assert (held.get("name"), base64.b64decode(held.text)) == ("talks.yaml", ATTACHMENT.data)


def test_each_block_has_a_hidden_bookmark_that_tells_its_place(style: Style) -> None:
    found = parts(style, document(attachment=ATTACHMENT))
    body = found["word/document.xml"].decode()
    root = etree.fromstring(found["customXml/item1.xml"])
    paths = {one.get("bookmark"): one.get("path") for one in root.iter("{urn:reportgen:origin}block")}
    names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(_rg_\w+)"/>', body)
    assert [paths[name] for name in names] == ["title", "issues[0]", "issues[1].title", "issues[1].title"]
    assert len(set(names)) == 4


def test_a_bookmark_has_the_same_name_wherever_its_block_stands(style: Style) -> None:
    moved = replace(document(attachment=ATTACHMENT), blocks=(para("new"), *document().blocks))
    names = [
        re.findall(r'w:name="(_rg_\w+)"', parts(style, one)["word/document.xml"].decode())
        for one in (document(attachment=ATTACHMENT), moved)
    ]
    assert names[0] == names[1]


def test_a_file_without_its_brief_tells_no_places(style: Style) -> None:
    found = parts(style, document())
    assert not any(name.startswith("customXml") for name in found)
    assert b"_rg_" not in found["word/document.xml"]
