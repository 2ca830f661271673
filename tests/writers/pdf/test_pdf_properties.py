"""What holds of the pages of any document: no word is lost, no note goes astray, nothing runs over the edge."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_random import documents
from pdf_showcase import META, house_style

from reportgen.document import Document
from reportgen.writers.pdf import write
from reportgen.writers.pdf.blocks import flowables, footnote
from reportgen.writers.pdf.fonts import Faces
from reportgen.writers.pdf.layout import paginate
from reportgen.writers.pdf.paragraphs import Place
from reportgen.writers.pdf.structure import Element
from reportgen.writers.pdf.writing import Writing, facts

STYLE = house_style()
RANDOM = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


@RANDOM
@given(documents(), st.sampled_from(["ltr", "rtl"]))
def test_no_word_is_lost_nor_told_twice(found: Any, direction: Any) -> None:
    blocks, words, _ = found
    text, outside = read(write(Document(meta=replace(META, direction=direction), blocks=blocks), STYLE).data)
    assert (text.count("q"), text.count("w")) == (words, words)
    assert outside == ""


def read(data: bytes) -> tuple[str, str]:
    """Return all characters of a file, and those that stand outside of its pages."""
    inside, outside = [], []
    for page in pypdfium2.PdfDocument(data):
        text, (width, height) = page.get_textpage(), page.get_size()
        inside.append(text.get_text_range())
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if left < -1 or bottom < -1 or right > width + 1 or top > height + 1:
                outside.append(text.get_text_range(index, 1))
    return "".join(inside), "".join(outside)


@RANDOM
@given(documents())
def test_each_note_begins_on_the_page_of_its_mark(found: Any) -> None:
    blocks, _, notes = found
    writing = Writing(STYLE, Faces(STYLE), META, footnote, facts(Document(meta=META, blocks=blocks)))
    sheets = paginate(flowables(blocks, Place(Element("Document")), writing), STYLE)
    begun: dict[int, int] = {}
    for page, sheet in enumerate(sheets):
        for foot in sheet.feet:
            for note in foot.notes:
                assert note.continued == (note.node.number in begun)
                begun.setdefault(note.node.number, page)
    assert sorted(begun) == list(range(1, notes + 1))
