"""The file as a whole: valid, the same bytes each time, its properties, and what it refuses."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from docx import Document as open_docx
from docx_showcase import META, para, png, showcase_blocks, words
from openxml_audit import OpenXmlValidator

from reportgen.collecting import without_collector
from reportgen.diagnostics import BriefError, Source
from reportgen.document import Callout, Cell, Column, Document, Figure, Link, Paragraph, Row, Table, Text
from reportgen.style import Style
from reportgen.writers.docx import write

HASH = """
import hashlib, sys
sys.path[:0] = [{folder!r}]
from docx_showcase import META, house_style, showcase_blocks
from reportgen.document import Document
from reportgen.writers.docx import write
print(hashlib.sha256(write(Document(meta=META, blocks=showcase_blocks()), house_style()).data).hexdigest())
"""


def test_the_showcase_is_valid(showcase: Document, style: Style, tmp_path: Path) -> None:
    file = tmp_path / "showcase.docx"
    file.write_bytes(write(showcase, style).data)
    assert [str(fault) for fault in OpenXmlValidator().validate(str(file)).errors] == []


def test_an_empty_document_is_valid(style: Style, tmp_path: Path) -> None:
    file = tmp_path / "empty.docx"
    file.write_bytes(write(Document(meta=META, blocks=()), style).data)
    assert [str(fault) for fault in OpenXmlValidator().validate(str(file)).errors] == []
    assert [paragraph.text for paragraph in open_docx(str(file)).paragraphs] == [""]


def test_two_writes_give_the_same_bytes(showcase: Document, style: Style) -> None:
    assert write(showcase, style).data == write(showcase, style).data


@pytest.mark.parametrize("seed", ["1", "2"])
def test_no_byte_hangs_on_the_order_of_hashes(showcase: Document, style: Style, seed: str) -> None:
    folder = str(Path(__file__).parent)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", HASH.format(folder=folder)]
    found = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()
    assert found == hashlib.sha256(write(showcase, style).data).hexdigest()


def test_no_part_carries_the_time_of_day(showcase: Document, style: Style) -> None:
    with zipfile.ZipFile(io.BytesIO(write(showcase, style).data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_properties_are_those_of_the_document(made: Callable[..., Any]) -> None:
    found = made().core_properties
    assert (found.title, found.author, found.subject) == (META.title, META.author, META.subject)
    assert found.language == "en-GB"
    midnight = datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC)
    assert (found.created, found.modified) == (midnight, midnight)
    assert (found.category, found.keywords, found.last_modified_by) == ("", "", "")


def test_what_has_no_usual_property_has_one_of_its_own(parts: Callable[..., dict[str, str]]) -> None:
    said = parts(reference="A & 1", version="2.0", status="final")["docProps/custom.xml"]
    found = re.findall(r'pid="(\d)" name="(\w+)"><vt:lpwstr>(.*?)</vt:lpwstr>', said)
    assert found == [
        ("2", "Marking", "TLP:AMBER"),
        ("3", "Reference", "A &amp; 1"),
        ("4", "Version", "2.0"),
        ("5", "Status", "final"),
    ]


def test_a_document_without_a_date_has_none(made: Callable[..., Any]) -> None:
    found = made(date=None).core_properties
    assert (found.created, found.modified) == (None, None)


def test_a_title_too_long_for_the_properties_is_cut_and_said(style: Style) -> None:
    document = Document(meta=dataclasses.replace(META, title="x" * 300), blocks=())
    written = write(document, style)
    assert open_docx(io.BytesIO(written.data)).core_properties.title == "x" * 255
    assert [finding.code for finding in written.diagnostics] == ["long-property"]


@pytest.mark.parametrize("character", ["\x07", "\x00", "\ud800", "\ufffe", "\x85", "\r"])
def test_what_no_page_can_show_is_refused(style: Style, character: str) -> None:
    place = Source("brief.yaml", "summary", 4, 2)
    block = Paragraph(inlines=(Text(text=f"a{character}b", source=place),))
    with pytest.raises(BriefError) as caught:
        write(Document(meta=META, blocks=(block,)), style)
    (finding,) = caught.value.diagnostics
    assert (finding.code, finding.source) == ("unprintable-character", place)
    assert f"U+{ord(character):04X}" in finding.message


def test_all_such_characters_are_named_at_once(style: Style) -> None:
    link = Link(inlines=words("here"), target="https://example.org/\x01")
    figure = Figure(data=png(), width=4, height=2, resolution=96, alt="\x02")
    blocks = (para("one \x03 two \x04"), Paragraph(inlines=(link,)), figure)
    with pytest.raises(BriefError) as caught:
        write(Document(meta=dataclasses.replace(META, title="\x05", marking="\x06"), blocks=blocks), style)
    found = sorted(finding.message[-6:] for finding in caught.value.diagnostics)
    assert found == ["U+0001", "U+0002", "U+0003", "U+0004", "U+0005", "U+0006"]


def test_fields_are_never_to_be_updated_on_opening(parts: Callable[..., dict[str, str]]) -> None:
    everything = "".join(parts(*showcase_blocks()).values())
    assert "updateFields" not in everything
    assert "w:dirty" not in everything


def test_word_opens_it_in_its_own_mode(parts: Callable[..., dict[str, str]]) -> None:
    settings = parts()["word/settings.xml"]
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings


@pytest.mark.parametrize("kind", ["callout", "table"])
def test_time_grows_with_the_text_and_no_faster(style: Style, kind: str) -> None:
    def seconds(count: int) -> float:
        texts = tuple(para(f"Paragraph {number}.") for number in range(count))
        boxed = Callout(heading=(), blocks=texts)
        cells = Table(
            columns=(Column(),),
            head=(Row(cells=(Cell(blocks=()),)),),
            body=tuple(Row(cells=(Cell(blocks=(text,)),)) for text in texts),
        )
        document = Document(meta=META, blocks=({"callout": boxed, "table": cells}[kind],))
        start = process_time()
        with without_collector():  # as the pipeline writes; else it is the other tests' leavings that are measured
            write(document, style)
        return process_time() - start

    seconds(100)
    assert seconds(12000) < 4 * 2 * seconds(3000)


def test_equal_pictures_share_one_part(parts: Callable[..., dict[str, str]]) -> None:
    one, other = (Figure(data=png(size), width=size, height=2, resolution=96, alt="x") for size in (4, 5))
    names = [name for name in parts(one, other, one) if name.startswith("word/media/")]
    assert names == ["word/media/image1.png", "word/media/image2.png"]


PLAIN = """
import sys
from reportgen import Workspace, build, write

memo = build("b.yaml", workspace=Workspace(files={"b.yaml": "title: Talks\\nsummary: In *short*.\\nto: Desk\\n"}))
before = {*sys.modules}
write(memo, "docx")
new = {*sys.modules} - before
print(*sorted({name.partition(".")[0] for name in new} - {*sys.stdlib_module_names}))
print(*sorted({name.split(".")[1] for name in new if name.startswith("reportgen.")}))
"""


def test_a_memo_without_charts_and_letterhead_loads_nothing_for_them() -> None:
    run = subprocess.run([sys.executable, "-c", PLAIN], capture_output=True, text=True, check=True)
    libraries, ours = (set(line.split()) for line in run.stdout.splitlines())
    assert {name for name in libraries if not name.startswith("_")} == {"docx", "lxml", "reportgen"}
    assert not {"visuals", "letterhead"} & ours
