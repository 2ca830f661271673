"""Charts and diagrams in DOCX files: native parts, their workbooks, groups of shapes, alternative texts."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx_showcase import META
from lxml import etree
from openxml_audit import OpenXmlValidator

from reportgen.document import (
    Arrow,
    Block,
    Chart,
    Diagram,
    Document,
    Event,
    Graph,
    Scale,
    ScaleRow,
    Series,
    Text,
    TimeLine,
)
from reportgen.style import Style
from reportgen.writers.docx import write

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

Parts = Callable[..., dict[str, str]]


def chart(kind: Any = "grouped-bar", **more: Any) -> Chart:
    wheat = Series(name="Wheat", values=(4.5, None, 6.0))
    maize = Series(name="=cmd|' /C calc'!A0", values=(3.0, 2.0, 1.0))
    given = {"categories": ("2023", "2024", "=1+1"), "series": (wheat, maize), "alt": "Wheat grows", **more}
    return Chart(kind=kind, **given)


BOUNDED = Series(name="s", values=(10.0, 20.0), low=(8.0, None), high=(15.0, 21.0))
SPAN = Series(name="s", values=(None, 30.0), low=(55.0, None), high=(80.0, None))
GRAPH = Graph(boxes=("Ceasefire", "Territory"), arrows=(Arrow(start=0, end=1, text="needs first"),))
DIAGRAMS = (
    Diagram(drawn=GRAPH, alt="Territory waits"),
    Diagram(drawn=TimeLine(events=(Event(when="2026", text="Signing"), Event(when="", text=""))), alt="One event"),
    Diagram(drawn=Scale(steps=("open", "firm"), rows=(ScaleRow(text="X", marks=(("A", 1),)),)), alt="A is firm"),
)
CHARTS = (
    chart(),
    chart("stacked-bar"),
    chart("line", unit="tonnes", caption=(Text(text="Harvests"),), label="Figure 1"),
    chart("bar", categories=("a", "b"), series=(BOUNDED,), unit="%"),
    chart("bar", categories=("a", "b"), series=(SPAN,), unit="%", axis=(0.0, 100.0)),
    chart("bar", categories=("a " * 40, "b"), series=(BOUNDED, dataclasses.replace(BOUNDED, name="t"))),
    chart(series=tuple(Series(name=f"s{at}", values=(1.0, 2.0, 3.0)) for at in range(6))),
)


def workbook(style: Style, node: Chart) -> dict[str, bytes]:
    """Return the files of the workbook of a chart."""
    written = write(Document(meta=META, blocks=(node,)), style).data
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        book = zipfile.ZipFile(io.BytesIO(archive.read("word/embeddings/workbook1.xlsx")))
        return {name: book.read(name) for name in book.namelist()}


def values(xml: str, name: str) -> list[list[str]]:
    """Return the numbers that a chart part holds, series by series."""
    found = etree.fromstring(xml.encode()).iter(f"{CHART}{name}")
    return [[value.text for value in one.iter(f"{CHART}v")] for one in found]


@pytest.mark.parametrize("node", [*CHARTS, *DIAGRAMS], ids=lambda node: node.alt)
def test_word_would_open_it(node: Block, style: Style, tmp_path: Any) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(write(Document(meta=META, blocks=(node,)), style).data)
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


def test_a_chart_has_its_numbers_names_and_gaps(parts: Parts) -> None:
    xml = parts(chart())["word/charts/chart1.xml"]
    assert values(xml, "val") == [["4.5", "6"], ["3", "2", "1"]]
    assert values(xml, "tx") == [["Wheat"], ["=cmd|' /C calc'!A0"]]
    assert values(xml, "cat") == [["2023", "2024", "=1+1"]] * 2
    assert '<c:dispBlanksAs val="gap"/>' in xml


def test_no_text_becomes_a_formula(style: Style) -> None:
    book = workbook(style, chart())
    sheet = etree.fromstring(book["xl/worksheets/sheet1.xml"])
    assert list(sheet.iter(f"{SHEET}f")) == []
    assert b"=1+1" in book["xl/sharedStrings.xml"]
    assert not any(name.startswith("xl/charts") for name in book)


def test_the_workbook_holds_the_numbers(style: Style) -> None:
    sheet = etree.fromstring(workbook(style, chart())["xl/worksheets/sheet1.xml"])
    cells = {cell.get("r"): cell.findtext(f"{SHEET}v") for cell in sheet.iter(f"{SHEET}c") if cell.get("t") != "s"}
    assert cells == {"B2": "4.5", "B4": "6", "C2": "3", "C3": "2", "C4": "1"}


def test_bounds_are_error_bars(parts: Parts) -> None:
    xml = parts(chart("bar", categories=("a", "b"), series=(BOUNDED,)))["word/charts/chart1.xml"]
    assert values(xml, "plus") == [["5.0", "1.0"]]
    assert values(xml, "minus") == [["2.0"]]


def test_a_span_floats_between_its_bounds(parts: Parts) -> None:
    xml = parts(CHARTS[4])["word/charts/chart1.xml"]
    assert values(xml, "val") == [["55"], ["25", "30"]]
    assert "55\u201380%" in "".join(etree.fromstring(xml.encode()).itertext())


def test_charts_have_the_colours_of_the_theme_and_the_font_of_the_style(parts: Parts, style: Style) -> None:
    xml = parts(chart())["word/charts/chart1.xml"]
    assert [one.get("val") for one in etree.fromstring(xml.encode()).iter(f"{DRAWING}schemeClr")][:1] == ["accent1"]
    assert "srgbClr" not in xml
    assert set(re.findall('typeface="([^"]*)"', xml)) == {style.fonts[style.look("visual").font].family}


def test_series_differ_by_more_than_colour(parts: Parts) -> None:
    bars = parts(CHARTS[6])["word/charts/chart1.xml"]
    lines = parts(chart("line"))["word/charts/chart1.xml"]
    assert bars.count("<a:pattFill") == 2
    assert re.findall('prstDash val="([^"]*)"', lines) == ["solid", "dash"]
    assert re.findall('symbol val="([^"]*)"', lines) == ["circle", "square"]


@pytest.mark.parametrize("node", [chart(), *DIAGRAMS], ids=lambda node: node.alt)
def test_it_says_what_it_shows(node: Chart | Diagram, parts: Parts) -> None:
    assert f'descr="{node.alt}"' in parts(node)["word/document.xml"]


def test_a_caption_stands_below_after_its_label_and_keeps_with_what_it_names(made: Callable[..., Any]) -> None:
    shown, below = made(CHARTS[2]).paragraphs
    assert shown.style.name == "Figure"
    assert shown.paragraph_format.keep_with_next
    assert (below.style.name, below.text) == ("Figure Caption", "Figure 1. Harvests")


def test_a_box_and_its_words_are_one_shape(parts: Parts) -> None:
    root = etree.fromstring(parts(DIAGRAMS[0])["word/document.xml"].encode())
    shapes = [one for one in root.iter() if one.tag.endswith("}wsp")]
    texts = ["".join(text.text for text in shape.iter(f"{WORD}t")) for shape in shapes]
    assert [text for text in texts if text] == ["needs first", "Ceasefire", "Territory"]


def test_readers_without_shapes_are_told_what_a_diagram_shows(parts: Parts) -> None:
    assert "<mc:Fallback><w:t>Territory waits</w:t></mc:Fallback>" in parts(DIAGRAMS[0])["word/document.xml"]


def test_no_two_drawings_share_a_number(parts: Parts) -> None:
    xml = parts(*DIAGRAMS, chart(), chart())["word/document.xml"]
    numbers = re.findall('<(?:wp:docPr|wps:cNvPr) id="(\\d+)"', xml)
    assert len(numbers) == len(set(numbers)) > 20


def test_the_same_chart_gives_the_same_bytes(style: Style) -> None:
    document = Document(meta=META, blocks=(*CHARTS, *DIAGRAMS))
    assert write(document, style).data == write(document, style).data
