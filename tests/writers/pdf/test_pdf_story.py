"""What stands on each page, before anything is drawn: contents, page references and tags can be made of it."""

from __future__ import annotations

from typing import Any

import pytest
from pdf_showcase import META, SENTENCE, para, picture, row, section, table

from reportgen.document import Callout, Divider, Document, FieldList, Quote, Section
from reportgen.writers.pdf import write
from reportgen.writers.pdf.blocks import flowables, footnote
from reportgen.writers.pdf.flow import Stack
from reportgen.writers.pdf.fonts import Faces
from reportgen.writers.pdf.layout import paginate
from reportgen.writers.pdf.paragraphs import Place
from reportgen.writers.pdf.structure import Element
from reportgen.writers.pdf.writing import Writing


def story(*blocks: Any, style: Any) -> tuple[Any, ...]:
    """Return what stands on each page of some blocks."""
    sheets = paginate(
        flowables(blocks, Place(Element("Document")), Writing(style, Faces(style), META, footnote)), style
    )
    return tuple(Stack([placed.content for placed in sheet.placed]) for sheet in sheets)


def flat(part: Any) -> list[Any]:
    """Return a flowable and all that it holds, but for cells."""
    inside = part.content if isinstance(part, Stack) else [part.content] if hasattr(part, "content") else []
    return [part, *(one for inner in inside for one in flat(inner))]


def test_pages_are_known_before_anything_is_drawn(style: Any) -> None:
    sections = [section(f"Part {number}", para(SENTENCE * 40)) for number in range(6)]
    pages = story(*sections, style=style)
    found = {one.node.heading: number for number, page in enumerate(pages) for one in flat(page) if is_heading(one)}
    assert list(found) == [one.heading for one in sections]
    assert sorted(found.values()) == list(found.values())
    assert len(pages) == write(Document(meta=META, blocks=tuple(sections)), style).pages


def is_heading(flowable: Any) -> bool:
    return isinstance(flowable.node, Section) and flowable.entry is not None


def test_an_empty_story_has_one_page(style: Any) -> None:
    assert len(story(style=style)) == 1


def test_each_part_of_a_block_keeps_its_node(style: Any) -> None:
    long = para(SENTENCE * 300)
    rows = table(*[row("a", SENTENCE)] * 90)
    for block in (long, Quote(blocks=(long,)), Callout(heading=(), blocks=(long,)), rows):
        pages = story(block, style=style)
        assert len(pages) > 1
        assert all(any(one.node is block for one in flat(page)) for page in pages)


@pytest.mark.parametrize("block", [picture(), Divider(), para("x"), FieldList(fields=()), Quote(blocks=())])
def test_a_flowable_knows_its_node(style: Any, block: Any) -> None:
    assert any(one.node is block for one in flat(story(block, style=style)[0]))
