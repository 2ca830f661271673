"""The file as a whole: properties, outline, fonts, and the same bytes for the same document."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import process_time
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pdf_fonts import compact, static, style_with
from pdf_reading import programs
from pdf_showcase import META, SENTENCE, house_style, para, picture, row, section, showcase, table

from reportgen.diagnostics import BriefError
from reportgen.document import Document
from reportgen.writers.pdf import write

Make = Callable[..., Document]

IN_ANOTHER_PROCESS = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from pdf_showcase import META, house_style, showcase
from reportgen.document import Document
from reportgen.writers.pdf import write
print(hashlib.sha256(write(Document(meta=META, blocks=showcase()), house_style()).data).hexdigest())
"""


def test_properties_are_those_of_the_document(made: Any) -> None:
    opened = made(para("x"), title="Грін & <коридор>", author="Policy Unit", subject="Talks", language="uk-UA")
    found = opened.get_metadata_dict()
    assert (found["Title"], found["Author"], found["Subject"]) == ("Грін & <коридор>", "Policy Unit", "Talks")
    assert found["Creator"] == "reportgen"


def test_the_language_and_the_title_are_shown_by_the_viewer(document: Make, style: Any) -> None:
    data = write(document(para("x"), language="uk-UA"), style).data
    opened = pikepdf.open(io.BytesIO(data))
    catalog = opened.Root
    assert (catalog.Lang, catalog.ViewerPreferences.DisplayDocTitle) == ("uk-UA", True)
    assert data.startswith(b"%PDF-1.7")


def test_the_outline_holds_the_sections_with_only_the_first_level_open(made: Any) -> None:
    opened = made(
        section("One", section("Under <one> & two", section("Deep", section("Deeper")))),
        para(SENTENCE * 60),
        section("Two", para("x")),
    )
    found = list(opened.get_toc())
    assert [(one.level, one.get_title()) for one in found] == [
        (0, "One"),
        (1, "Under <one> & two"),
        (2, "Deep"),
        (3, "Deeper"),
        (0, "Two"),
    ]
    assert [one.get_dest().get_index() for one in found] == [0, 0, 0, 0, 1]
    assert all(one.get_count() <= 0 for one in found)


def test_every_font_is_embedded(document: Make, style: Any) -> None:
    data = write(document(*showcase(), marking="TLP:CLEAR"), style).data
    opened = pikepdf.open(io.BytesIO(data))
    found = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
    assert found
    assert all(re.match(r"/[A-Z]{6}\+", str(one.BaseFont)) for one in found)
    assert all("/FontFile2" in one.FontDescriptor for one in found if "/DescendantFonts" not in one)


def test_streams_are_not_wrapped_in_base85(document: Make, style: Any) -> None:
    data = write(document(*showcase(), picture(kind="JPEG")), style).data
    assert b"ASCII85Decode" not in data


def test_the_same_picture_is_stored_once(document: Make, style: Any) -> None:
    one, many = (write(document(*[picture(300, 300)] * number), style).data for number in (1, 6))
    assert one.count(b"/Subtype /Image") == many.count(b"/Subtype /Image") == 1


def test_the_same_document_gives_the_same_bytes_also_after_another(document: Make) -> None:
    style, other = house_style(), house_style(body={"font": "sans", "size": "13pt"})
    first = write(document(*showcase(), marking="M"), style).data
    write(document(para("Інший документ ● → ѐ"), picture(), para(SENTENCE * 90)), other)
    assert write(document(*showcase(), marking="M"), style).data == first


def test_the_same_document_gives_the_same_bytes_in_threads(document: Make, style: Any) -> None:
    one, two = document(*showcase()), document(para("Зерно ● "), para(SENTENCE * 60))
    alone = [write(one, style).data, write(two, style).data]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda number: write((one, two)[number % 2], style).data, range(12)))
    assert together == alone * 6


def test_the_same_document_gives_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    here = str(Path(__file__).parent)
    found = {
        subprocess.run(
            [sys.executable, "-c", IN_ANOTHER_PROCESS, here],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(found) == 1


def test_a_font_that_is_not_installed_is_refused(document: Make) -> None:
    style = house_style()
    fonts = {**style.fonts, "serif": style.fonts["serif"].model_copy(update={"package": "no_such_package"})}
    with pytest.raises(BriefError) as caught:
        write(document(para("x")), style.model_copy(update={"fonts": fonts}))
    assert caught.value.diagnostics[0].code == "missing-font"


@pytest.mark.parametrize(("make", "file", "begins"), [(static, "f.ttf", b"\0\1\0\0"), (compact, "f.otf", b"\1\0")])
def test_a_font_without_axes_is_taken_as_it_is(
    document: Make, style: Any, make: Any, file: str, begins: bytes, tmp_path: Path, monkeypatch: Any
) -> None:
    changed = style_with(style, make(style.fonts["serif"]), tmp_path, monkeypatch, file)
    data = write(document(para(SENTENCE)), changed).data
    assert all(program.startswith(begins) for program in programs(data))
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded().split() == SENTENCE.split()


def test_time_grows_with_the_pages_and_no_faster(document: Make, style: Any) -> None:
    def seconds(pages: int) -> float:
        blocks = [
            section(f"Section {number}", para(SENTENCE * 30), table(*[row("a", SENTENCE)] * 8))
            for number in range(pages)
        ]
        start = process_time()
        write(document(*blocks), style)
        return process_time() - start

    seconds(2)
    assert seconds(40) < 4 * 2.5 * seconds(10)


def test_a_document_is_written_without_a_change_of_its_nodes() -> None:
    document = Document(meta=META, blocks=showcase())
    before = repr(document)
    write(document, house_style())
    assert repr(document) == before
