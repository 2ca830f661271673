"""A file put together so that it can be read aloud and kept: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDocument, PDFObject
from reportlab.pdfbase.pdfdoc import format as formatted

from ...document import Attachment, Meta
from . import srgb
from .metadata import information, metadata
from .objects import file_bytes, stream
from .structure import Element, Owners, Tree, text_string

WITHOUT_FILES, WITH_FILES = 2, 3
"""The parts of PDF/A that files conform to: only the later one lets them hold files of other kinds."""

_CATALOG_ENTRIES = [*PDFCatalog.__NoDefault__, "OutputIntents", "AF"]


class Body(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object whose body has been made."""

    __RefOnly__ = 1

    def __init__(self, body: bytes) -> None:
        self.body = body

    def format(self, document: Any) -> bytes:
        """Return the body."""
        return self.body


def archival(
    document: PDFDocument, root: Element, owners: Sequence[Owners], meta: Meta, attachment: Attachment | None = None
) -> bytes:
    """Return ReportLab's document as a file with the structure tree below an element, its metadata and its colours.

    With an attachment it conforms to PDF/A-3a (ISO 19005-3).
    """
    for font in document.delayedFonts:
        font.addObjects(document)
    catalog = document.Catalog
    if document.Outlines.ready < 0:
        catalog.Outlines = None
    info = _added(document, information(meta), "information")
    catalog.__NoDefault__ = catalog.__Refs__ = _CATALOG_ENTRIES
    said = metadata(meta, WITH_FILES if attachment else WITHOUT_FILES)
    catalog.Metadata = Body(_plain_stream("/Type/Metadata/Subtype/XML", said))
    catalog.OutputIntents = Body(_output_intents(_added(document, stream("/N 3", srgb.profile()), "profile")))
    catalog.MarkInfo = Body(b"<</Marked true>>")
    if attachment:
        _attach(document, attachment)
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


def _attach(document: PDFDocument, attachment: Attachment) -> None:
    """Hold a file that the document was made of (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4)."""
    name, kind = text_string(attachment.name), attachment.media_type.replace("/", "#2F")
    entries = f"/Type/EmbeddedFile/Subtype/{kind}/Params<</Size {len(attachment.data)}>>"
    held = _added(document, stream(entries, attachment.data), "embedded file")
    specification = (
        f"<</Type/Filespec/F{name}/UF{name}/Desc(The source of this document)/AFRelationship/Source"
        f"/EF<</F {held} 0 R/UF {held} 0 R>>>>"
    )
    file = _added(document, specification.encode("latin-1"), "attachment")
    document.Catalog.AF = Body(f"[{file} 0 R]".encode())
    document.Catalog.Names = Body(f"<</EmbeddedFiles<</Names[{name} {file} 0 R]>>>>".encode("latin-1"))


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
