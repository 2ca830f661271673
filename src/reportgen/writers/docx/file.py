"""A document as the bytes of a DOCX file."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.parts.image import ImagePart

from ...diagnostics import BriefError, Diagnostic, Source, warning
from ...document import Document
from ...style import Style
from ...style.forms import Form
from .. import Written
from .blocks import blocks
from .counting import Counting
from .house import Content
from .notes import notes_part
from .origin import Origins, origin_parts
from .package import chart_part, free_name, open_house, packed
from .page import lines_of
from .place import Place
from .remarks import comments_part, remarks_of
from .sections import Stretch, body_of, stretches, with_last_pages
from .targets import Bookmarks, targets
from .writing import Relations, Writing

if TYPE_CHECKING:
    from .charts import NativeChart

PROPERTIES = ("title", "subject", "author", "language")
OWN_PROPERTIES = ("reference", "version")
LONGEST_TOLD = 60
LONGEST_PROPERTY = 255
"""How many characters of a property Word shows, and python-docx takes."""


def write(document: Document, style: Style) -> Written:
    """Return the document as a DOCX file; pages are Word's to count.

    Raise BriefError naming each character that no XML file can hold.
    """
    meta = document.meta
    bookmarks, counting = Bookmarks(targets(document, style)), Counting(document.conventions.headings)
    origins = Origins(document.source.file if document.attachment else "")
    writing = Writing(style, meta, bookmarks, counting, remarks=remarks_of(document), origins=origins)
    parts = _stretches(document, writing)
    lines = {line.name: line for part in parts for line in lines_of(part.form, part.first, style)}
    running = {name: line.xml(meta, writing) for name, line in lines.items()}
    body, writing.relations = writing.relations, Relations()
    notes = notes_part(blocks, writing)
    properties = {name: writing.check(getattr(meta, name), meta.source) for name in PROPERTIES}
    for name in OWN_PROPERTIES:
        writing.check(getattr(meta, name), meta.source)
    if writing.faults:
        raise BriefError(dict.fromkeys(writing.faults))
    content = Content(
        body=body_of(parts, style, meta),
        notes=notes,
        comments=comments_part(writing.remarks.placed),
        origin=origin_parts(origins, document.attachment),
        lists="".join(writing.lists),
        lines=running,
        bases={name: line.base(style) for name, line in lines.items()},
    )
    docx = open_house(style, meta, content, counting)
    _set_relationships(docx, body, writing.relations)
    _set_charts(docx, writing.charts)
    _set_properties(docx, properties, meta.date)
    found = (*_cut_properties(properties, meta.source), *_left_out(style))
    return Written(packed(docx), diagnostics=found)


def _stretches(document: Document, writing: Writing) -> Sequence[Stretch]:
    """Return the text by the form of its pages, the last ones to be found where not all of them count as one."""
    parts = stretches(blocks(document.blocks, Place(writing.style.page.measure, form=Form()), writing))
    writing.last_pages, writing.counted_apart = document.last_pages, len({part.form.numbers for part in parts}) > 1
    return with_last_pages(parts, writing.bookmarks) if writing.counted_apart else parts


def _set_relationships(docx: Docx, body: Relations, notes: Relations) -> None:
    """Give the body and the footnotes their relationships; a picture has one part, wherever it is shown."""
    images: dict[bytes, ImagePart] = {}
    for part, relations in ((docx.part, body), (_footnotes(docx), notes)):
        for target, id in relations.links.items():
            part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, id, is_external=True)
        for data, id in relations.pictures.items():
            kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
            name = free_name(f"/word/media/image{len(images) + 1}.{kind}", docx.part.package)
            image = images.setdefault(data, ImagePart(name, f"image/{kind}", data))
            part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, image, id)


def _footnotes(docx: Docx) -> Part:
    """Return the part with the footnotes, or the document's own where there is none."""
    found = (rel.target_part for rel in docx.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.FOOTNOTES)
    return next(found, docx.part)


def _set_charts(docx: Docx, charts: Iterable[NativeChart]) -> None:
    for number, chart in enumerate(charts, 1):
        part = chart_part(chart, number, docx.part.package)
        docx.part.rels.add_relationship(RELATIONSHIP_TYPE.CHART, part, f"chart{number}")


def _set_properties(docx: Docx, texts: Mapping[str, str], date: datetime.date | None) -> None:
    for name, text in texts.items():
        if text:
            setattr(docx.core_properties, name, text[:LONGEST_PROPERTY])
    if date:
        midnight = datetime.datetime.combine(date, datetime.time())
        docx.core_properties.created = docx.core_properties.modified = midnight


def _left_out(style: Style) -> Iterator[Diagnostic]:
    """Return what of a letterhead is not in the file: what could do harm, and its text."""
    letterhead = style.letterhead
    if letterhead and letterhead.dropped:
        message = f"left out of the letterhead: {', '.join(letterhead.dropped)}"
        yield warning("letterhead-cleaned", message, letterhead.source, "a memo brings none of that to its readers")
    if letterhead and letterhead.text:
        message = f"the letterhead's own text is not in the memo: '{shortened(letterhead.text)}'"
        hint = "what each memo needs goes into the letterhead's header or footer"
        yield Diagnostic("info", "letterhead-text", message, letterhead.source, hint)


def shortened(text: str) -> str:
    """Return the beginning of a text that is too long for a message."""
    return text if len(text) <= LONGEST_TOLD else f"{text[:LONGEST_TOLD].rstrip()}…"


def _cut_properties(texts: Mapping[str, str], source: Source) -> Iterator[Diagnostic]:
    for name, text in texts.items():
        if len(text) > LONGEST_PROPERTY:
            message = f"the {name} in the file's properties is cut to {LONGEST_PROPERTY} characters"
            yield warning("long-property", message, source, "on the page it stands in full; shorten it")
