"""The canvas that flowables are drawn on: ReportLab's, with what its own version leaves out or does otherwise."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from hashlib import sha256
from io import BytesIO
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from ...document import Meta
from .embedding import FontBook
from .pictures import image_objects

PDF_VERSION = (1, 7)

# ISO 32000-1, 12.6.4.7: an address is 7-bit ASCII. What is escaped already or has a meaning in it stays.
_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~-._"


class PageCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas for one document.

    The same drawing gives the same bytes: `invariant` makes dates and the file's ID constant.
    """

    def __init__(self, meta: Meta, width: float, height: float) -> None:
        self.file = BytesIO()
        super().__init__(
            self.file,
            pagesize=(width, height),
            pageCompression=1,
            invariant=1,
            pdfVersion=PDF_VERSION,
            lang=meta.language,
        )
        self.setTitle(meta.title)
        self.setAuthor(meta.author)
        self.setSubject(meta.subject)
        self.setCreator("reportgen")
        self.setViewerPreference("DisplayDocTitle", "true")
        self.fonts = FontBook(self._doc)
        self._entries = 0
        self._pictures: set[str] = set()

    def _make_preamble(self) -> None:
        # ReportLab's own would name Helvetica, which would not be embedded.
        self._preamble = "1 0 0 1 0 0 cm"

    def write(self, operators: str) -> None:
        """Append operators to the content of the page (ISO 32000-1, 7.8.2)."""
        self._code.append(operators)

    def mark(self, element: object | None) -> None:
        """Begin the content of an element of the structure tree; of the paragraph being drawn for None."""

    def artifact(self) -> AbstractContextManager[None]:
        """Return what holds drawing that is no content, such as grounds and rules (ISO 32000-1, 14.8.2.2)."""
        return nullcontext()

    def link(self, place: tuple[float, float, float, float], target: str, element: object | None) -> None:
        """Lead from a rectangle (left, bottom, right, top) to an address, for an element of the structure tree."""
        self.linkURL(_address(target), place, relative=1)

    def outline(self, title: str, level: int, top: float) -> None:
        """Add an outline entry that leads to a height of this page (ISO 32000-1, 12.3.3); levels count from 0."""
        self._entries += 1
        key = f"section-{self._entries}"
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, level, closed=True)

    def picture(self, data: bytes, left: float, bottom: float, width: float, height: float) -> None:
        """Draw a PNG or JPEG; the file holds its data once, however often it is drawn."""
        name = sha256(data).hexdigest()
        if name not in self._pictures:
            self._pictures.add(name)
            image, mask = image_objects(name, data)
            if mask:
                image.smask = self._doc.Reference(mask, self._doc.getXObjectName(mask.name))
            self._doc.addForm(name, image)
        self._formsinuse.append(name)
        self.saveState()
        self.transform(width, 0, 0, height, left, bottom)
        self._code.append(f"/{self._doc.getXObjectName(name)} Do")
        self.restoreState()

    def finished(self) -> bytes:
        """Return the file."""
        for page in self._doc.Pages.pages:
            # ReportLab itself would wrap the stream in Base85, a quarter longer, unless a global setting forbade it.
            page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        self.save()
        return self.file.getvalue()


def _address(target: str) -> str:
    """Return an address in ASCII, in a form that no viewer takes for one inside the document."""
    ascii_only = quote(target.encode("utf-8", "replace"), safe=_IN_ADDRESS)
    inside = ascii_only.startswith("#") or ascii_only.partition(":")[0].lower() in ("document", "pdf")
    return f"./{ascii_only}" if inside else ascii_only
