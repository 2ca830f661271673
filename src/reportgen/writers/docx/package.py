"""The package: the house document that python-docx opens, and the bytes of what became of it (ECMA-376-2)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from docx import Document as open_docx
from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from ...document import Meta
from ...style import Style
from .counting import Counting
from .house import Content, content_types, house_parts

if TYPE_CHECKING:
    from .charts import NativeChart

WRITTEN = (1980, 1, 1, 0, 0, 0)
"""The date of each file in the zip: the earliest that zip can hold, never the clock's."""


def open_house(style: Style, meta: Meta, content: Content, counting: Counting) -> Docx:
    """Return a new document with the parts, styles and page of our style or of its letterhead, holding some content."""
    parts = _parts(style, meta, content, counting)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(zipfile.ZipInfo(name, WRITTEN), xml)
    return open_docx(buffer)


def _parts(style: Style, meta: Meta, content: Content, counting: Counting) -> Mapping[str, str | bytes]:
    if style.letterhead is None:
        return house_parts(style, meta, content, counting)
    from .letterhead import letterhead_parts  # with all that opens one, which few memos need

    return letterhead_parts(style, meta, content, counting, style.letterhead)


def chart_part(chart: NativeChart, number: int, package: Package) -> Part:
    """Return the part of a chart, with its workbook as a part that it has a relationship to."""
    book = Part(
        free_name(f"/word/embeddings/workbook{number}.xlsx", package), CONTENT_TYPE.SML_SHEET, chart.data, package
    )
    part = Part(
        free_name(f"/word/charts/chart{number}.xml", package), CONTENT_TYPE.DML_CHART, chart.xml.encode(), package
    )
    part.rels.add_relationship(RELATIONSHIP_TYPE.PACKAGE, book, "rId1")
    return part


def free_name(name: str, package: Package) -> PackURI:
    """Return the name of a new part: the one wanted, or one like it where the letterhead has a part of that name."""
    taken = {part.partname.lower() for part in package.iter_parts()}
    while name.lower() in taken:
        stem, dot, end = name.rpartition(".")
        name = f"{stem}_memo{dot}{end}"
    return PackURI(name)


def packed(document: Docx) -> bytes:
    """Return the file, the same bytes for the same parts.

    Not python-docx's own `save`, which stamps each part with the time of day.
    """
    package = document.part.package
    assert package is not None
    parts = sorted(package.iter_parts(), key=lambda part: (part is not document.part, part.partname))
    files = {"_rels/.rels": package.rels.xml}
    for part in parts:
        files[part.partname.membername] = part.blob
        if part.rels:
            files[part.partname.rels_uri.membername] = part.rels.xml
    types = {part.partname: part.content_type for part in parts}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in {"[Content_Types].xml": content_types(types), **files}.items():
            entry = zipfile.ZipInfo(name, WRITTEN)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, data)
    return buffer.getvalue()
