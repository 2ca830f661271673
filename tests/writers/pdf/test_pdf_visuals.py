"""Charts and diagrams in PDF files: vectors and words, with their caption, whole on one page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium
import pytest
from pdf_showcase import META, para

from reportgen.diagnostics import BriefError
from reportgen.document import (
    Arrow,
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
from reportgen.writers.pdf import write

Read = Callable[..., list[str]]

WHEAT = Series(name="Wheat", values=(4.5, None, 6.0))
MAIZE = Series(name="Maize", values=(3.0, 2.0, 1.0))


def chart(kind: Any = "grouped-bar", **more: Any) -> Chart:
    given = {"categories": ("2023", "2024", "2025"), "series": (WHEAT, MAIZE), "alt": "Wheat grows", **more}
    return Chart(kind=kind, caption=(Text(text="Harvests"),), label="Figure 1", **given)


EVENTS = tuple(Event(when=f"in {year}", text=f"Event of {year}") for year in range(1950, 2020))
GRAPH = Graph(boxes=("Ceasefire", "Territory"), arrows=(Arrow(start=0, end=1, text="needs first"),))
SCALE = Scale(steps=("open", "firm"), rows=(ScaleRow(text="Prisoners", marks=(("Aland", 1), ("Borduria", 0))),))


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (chart(), ("Wheat", "Maize", "4.5", "2023", "Figure 1. Harvests")),
        (chart("stacked-bar", unit="tonnes"), ("tonnes", "Wheat", "2023", "Figure 1. Harvests")),
        (chart("line"), ("Wheat", "Maize", "2025", "Figure 1. Harvests")),
        (Diagram(drawn=GRAPH, alt="alt"), ("Ceasefire", "needs first", "Territory")),
        (Diagram(drawn=SCALE, alt="alt"), ("open", "firm", "Prisoners", "Aland", "Borduria")),
        (Diagram(drawn=TimeLine(events=EVENTS[:3]), alt="alt"), ("in 1950", "Event of 1952")),
    ],
)
def test_its_words_and_numbers_are_text(node: Chart | Diagram, words: tuple[str, ...], read: Read) -> None:
    (page,) = read(node)
    assert [word for word in words if word not in page] == []


def test_it_is_drawn_as_vectors(made: Callable[..., Any]) -> None:
    kinds = {one.type for one in made(chart())[0].get_objects()}
    assert pdfium.FPDF_PAGEOBJ_PATH in kinds
    assert pdfium.FPDF_PAGEOBJ_IMAGE not in kinds


def test_it_goes_to_the_next_page_whole_with_its_caption(read: Read) -> None:
    first, second = read(*(para("word " * 90) for _ in range(7)), chart())
    assert "Wheat" not in first
    assert "Wheat" in second
    assert "Harvests" in second


def test_what_is_higher_than_a_page_is_made_smaller(read: Read) -> None:
    (page,) = read(Diagram(drawn=TimeLine(events=EVENTS), alt="alt", caption=(Text(text="Seventy events"),)))
    assert "Event of 1950" in page
    assert "Event of 2019" in page
    assert "Seventy events" in page


def test_characters_that_no_font_has_are_told(style: Style) -> None:
    node = Diagram(drawn=Graph(boxes=("\U00013000",), arrows=()), alt="alt")
    with pytest.raises(BriefError, match="U\\+13000"):
        write(Document(meta=META, blocks=(node,)), style)


def test_the_same_visual_gives_the_same_bytes(style: Style) -> None:
    document = Document(meta=META, blocks=(chart(), Diagram(drawn=SCALE, alt="alt")))
    assert write(document, style).data == write(document, style).data
