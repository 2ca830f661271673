"""Write a document as a PDF file."""

from __future__ import annotations

from ...diagnostics import BriefError
from ...document import Document, Meta
from ...limits import NORMAL
from ...style import Style
from .. import Written
from .blocks import flowables, footnote
from .canvas import PageCanvas
from .characters import faults
from .fonts import Faces
from .layout import paginate
from .narrow import narrow_columns
from .page import Furniture, draw, last_pages
from .paragraphs import Place
from .places import number_pages, pages_of_targets
from .structure import Element
from .writing import Writing, facts


def write(document: Document, style: Style, most_pages: int = NORMAL.pages) -> Written:
    """Return a document as the bytes of a PDF file (ISO 32000-1), the same ones for the same document and style.

    It conforms to PDF/UA-1 and to PDF/A-2a; with an attachment to PDF/A-3a. A warning says which columns of tables are
    too narrow for their words.

    Raise BriefError, with every fault there is, where the text holds characters that can't be set, where a font of the
    style is not installed, and where there would be more pages than `most_pages`.
    """
    faces = Faces(style, document.meta.language, document.meta.direction)
    wrong = faults(document, style, faces)
    if wrong:
        raise BriefError(wrong)
    writing, root = Writing(style, faces, document.meta, footnote, facts(document)), _root(document.meta)
    sheets = paginate(flowables(document.blocks, Place(root), writing), style, most_pages)
    writing.page_of.update(pages_of_targets(sheets))
    canvas = PageCanvas(document.meta, style.page.width, style.page.height)
    number_pages(sheets, canvas)
    draw(sheets, Furniture(document.meta, style, faces), canvas)
    data = canvas.finished(root, document.attachment)
    found = tuple(narrow_columns(document, canvas.cut_words))
    floated = any(sheet.floated for sheet in sheets)
    return Written(data, len(sheets), found, writing.page_of, last_pages(sheets), floated)


def _root(meta: Meta) -> Element:
    """Return the root of the structure, which says so where pages run from the right (ISO 32000-1, 14.8.5.4)."""
    # The viewer's preferences (12.2) could say so too. But then PDFium turns lines of words from the left round as well
    # where it finds or copies them, and TLP:AMBER is not found any more.
    return Element("Document", attributes="/O/Layout/WritingMode/RlTb" if meta.direction == "rtl" else "")
