"""A document as the bytes of a DOCX file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.parts.image import ImagePart

from ...diagnostics import BriefError, Diagnostic, Source, warning
from ...document import Document
from ...style import Style
from .. import Written
from .blocks import blocks
from .package import chart_part, open_house, packed
from .page import first_head, foot, further_head
from .place import Place
from .writing import Writing

PROPERTIES = ("title", "subject", "author", "language")
LONGEST_PROPERTY = 255
"""How many characters of a property Word shows, and python-docx takes."""


def write(document: Document, style: Style) -> Written:
    """Return the document as a DOCX file; pages are Word's to count.

    Raise BriefError naming each character that no XML file can hold.
    """
    meta = document.meta
    writing = Writing(style, meta)
    body = blocks(document.blocks, Place(style.page.measure), writing)
    lines = (first_head(meta, writing), further_head(meta, writing), foot(meta, writing))
    properties = {name: writing.check(getattr(meta, name), meta.source) for name in PROPERTIES}
    if writing.faults:
        raise BriefError(dict.fromkeys(writing.faults))
    docx = open_house(style, meta, body, "".join(writing.lists))
    _set_lines(docx, *lines)
    _set_relationships(docx, writing)
    _set_properties(docx, properties, meta.date)
    return Written(packed(docx), diagnostics=tuple(_cut_properties(properties, meta.source)))


def _set_lines(docx: Docx, first: str, further: str, foot_line: str) -> None:
    section = docx.sections[0]
    parts = (
        (section.first_page_header, first),
        (section.header, further),
        (section.first_page_footer, foot_line),
        (section.footer, foot_line),
    )
    for part, xml in parts:
        part.is_linked_to_previous = False
        part.part.element[:] = [parse_xml(xml)]


def _set_relationships(docx: Docx, writing: Writing) -> None:
    for target, id in writing.links.items():
        docx.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, id, is_external=True)
    for number, (data, id) in enumerate(writing.pictures.items(), 1):
        kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
        name = PackURI(f"/word/media/image{number}.{kind}")
        docx.part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, ImagePart(name, f"image/{kind}", data), id)

    for number, chart in enumerate(writing.charts, 1):
        part = chart_part(chart, number, docx.part.package)
        docx.part.rels.add_relationship(RELATIONSHIP_TYPE.CHART, part, f"chart{number}")


def _set_properties(docx: Docx, texts: Mapping[str, str], date: datetime.date | None) -> None:
    for name, text in texts.items():
        if text:
            setattr(docx.core_properties, name, text[:LONGEST_PROPERTY])
    if date:
        midnight = datetime.datetime.combine(date, datetime.time())
        docx.core_properties.created = docx.core_properties.modified = midnight


def _cut_properties(texts: Mapping[str, str], source: Source) -> Iterator[Diagnostic]:
    for name, text in texts.items():
        if len(text) > LONGEST_PROPERTY:
            message = f"the {name} in the file's properties is cut to {LONGEST_PROPERTY} characters"
            yield warning("long-property", message, source, "on the page it stands in full; shorten it")
