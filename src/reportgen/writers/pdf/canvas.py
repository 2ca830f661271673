"""The canvas that flowables are drawn on: ReportLab's, with what its own version leaves out or does otherwise."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from ...document import Meta
from .fonts import Face
from .pictures import image_objects

PDF_VERSION = (1, 7)
_LABELS = {"arabic": "ARABIC", "roman": "ROMAN_LOWER", "none": None}


class PageCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas for one document.

    The same drawing gives the same bytes: `invariant` makes dates and the file's ID constant.
    """

    def __init__(self, meta: Meta, width: float, height: float, face: Face) -> None:
        # With one of our fonts as the first, no page names Helvetica, which would not be embedded.
        self.file = BytesIO()
        super().__init__(
            self.file,
            pagesize=(width, height),
            pageCompression=1,
            invariant=1,
            pdfVersion=PDF_VERSION,
            initialFontName=face.name,
            lang=meta.language,
        )
        self.setTitle(meta.title)
        self.setAuthor(meta.author)
        self.setSubject(meta.subject)
        self.setCreator("reportgen")
        self.setViewerPreference("DisplayDocTitle", "true")
        self._entries = 0
        self._pictures: set[str] = set()
        self._targets: set[str] = set()

    def begin(self, width: float, height: float) -> None:
        """Begin a page of a size, in points."""
        self.setPageSize((width, height))

    def number(self, page: int, form: str, start: int) -> None:
        """Number the pages from one on, itself counted from 0, in a form from a start (ISO 32000-1, 12.4.2)."""
        self.addPageLabel(page, _LABELS[form], start)

    def outline(self, title: str, level: int, top: float) -> None:
        """Add an outline entry that leads to a height of this page (ISO 32000-1, 12.3.3); levels count from 0."""
        self._entries += 1
        key = f"heading {self._entries}"
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, level, closed=True)

    def target(self, name: str, top: float) -> None:
        """Make a height of this page the place that links to `#name` lead to; the first of several counts."""
        if name not in self._targets:
            self._targets.add(name)
            self.bookmarkHorizontalAbsolute(name, top)

    def link(self, rect: tuple[float, float, float, float], target: str, element: object = None) -> None:
        """Make an area of this page lead to a target, `#name` inside this file; corners in points."""
        self.linkRect("", target.removeprefix("#"), rect, relative=0)

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
