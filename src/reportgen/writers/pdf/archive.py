"""A file put together so that it can be read aloud and kept: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDocument, PDFObject
from reportlab.pdfbase.pdfdoc import format as formatted

from ...document import Meta
from . import srgb, unicode_values  # noqa: F401 (the second mends ReportLab)
from .metadata import information, metadata
from .objects import file_bytes, stream
from .structure import Element, Owners, Tree

ARCHIVAL_PART = 2
"""The part of PDF/A that files conform to."""

_CATALOG_ENTRIES = [*PDFCatalog.__NoDefault__, "OutputIntents"]


class Body(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object whose body has been made."""

    __RefOnly__ = 1

    def __init__(self, body: bytes) -> None:
        self.body = body

    def format(self, document: Any) -> bytes:
        """Return the body."""
        return self.body


def archival(document: PDFDocument, root: Element, owners: Sequence[Owners], meta: Meta) -> bytes:
    """Return ReportLab's document as a file with the structure tree below an element, its metadata and its colours."""
    for font in document.delayedFonts:
        font.addObjects(document)
    catalog = document.Catalog
    if document.Outlines.ready < 0:
        catalog.Outlines = None
    info = _added(document, information(meta), "information")
    catalog.__NoDefault__ = catalog.__Refs__ = _CATALOG_ENTRIES
    catalog.Metadata = Body(_plain_stream("/Type/Metadata/Subtype/XML", metadata(meta, ARCHIVAL_PART)))
    catalog.OutputIntents = Body(_output_intents(_added(document, stream("/N 3", srgb.profile()), "profile")))
    catalog.MarkInfo = Body(b"<</Marked true>>")
    tree = Tree(root, document.objectcounter + 1, owners)
    document.objectcounter += len(tree)
    catalog.StructTreeRoot = f"{tree.first} 0 R"
    document.Reference(catalog, "catalog")
    numbers = document.idToObjectNumberAndVersion
    return file_bytes(_bodies(document, tree), numbers["catalog"][0], info)


def _bodies(document: PDFDocument, tree: Tree) -> Iterator[tuple[int, bytes]]:
    """Return the bodies of all objects by their numbers: the tree's, then ReportLab's, which beget others meanwhile."""
    numbers = document.idToObjectNumberAndVersion
    pages = [numbers[f"Page{page}"][0] for page in range(1, document.pageCounter)]
    yield from enumerate(tree.bodies(pages), start=tree.first)
    number = 1
    while number <= document.objectcounter:
        name = document.numberToId.get(number)
        if name is not None:
            yield number, formatted(document.idToObject[name], document, toplevel=1)
        number += 1


def _added(document: PDFDocument, body: bytes, name: str) -> int:
    """Add an object under a name; return its number."""
    document.Reference(Body(body), name)
    number: int = document.idToObjectNumberAndVersion[name][0]
    return number


def _plain_stream(entries: str, data: bytes) -> bytes:
    """Return the body of a stream that is not packed: what reads metadata need not know PDF (ISO 19005-2, 6.6.2.1)."""
    return b"<<%b/Length %d>>\nstream\n%bendstream" % (entries.encode(), len(data), data)


def _output_intents(profile: int) -> bytes:
    """Return the array of output intents, with sRGB alone (ISO 19005-2, 6.2.3)."""
    entries = f"/OutputConditionIdentifier({srgb.NAME})/Info({srgb.NAME})/DestOutputProfile {profile} 0 R"
    return f"[<</Type/OutputIntent/S/GTS_PDFA1{entries}>>]".encode()
