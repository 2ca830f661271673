"""The canvas that flowables are drawn on: ReportLab's, with what its own version leaves out or does otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Literal, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFPage
from reportlab.pdfgen.canvas import Canvas

from ...document import Attachment, Meta, Node
from ...style.forms import Numbers
from .annotations import LinkAnnotation
from .archive import Body, archival
from .embedding import FontBook
from .looks import operands
from .objects import stream
from .pictures import image_objects
from .structure import Content, Element, Owners, text_string

if TYPE_CHECKING:
    from .words import Word

PDF_VERSION = (1, 7)

FaceInUse: TypeAlias = tuple[str, float, float]
"""The name of a font on the page, its size and its rise, in points."""

Codes: TypeAlias = "tuple[tuple[FaceInUse, str], ...]"
"""The codes of a word's glyphs, each with what they are shown in."""

NO_FACE: FaceInUse = ("", 0.0, 0.0)

Artifact = Literal["layout", "repeated", "header", "footer", "watermark"]
"""What is drawn and no part of what the document says: rules and grounds, the head of a table on a further page, the
running head, the foot of a page, the mark of a draft across it."""

_ARTIFACTS: dict[Artifact, str] = {
    "layout": "/Type/Layout",
    "repeated": "/Type/Pagination",
    "header": "/Type/Pagination/Subtype/Header/Attached[/Top]",
    "footer": "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
    "watermark": "/Type/Pagination/Subtype/Watermark",
}
_LABELS: dict[Numbers, str | None] = {"arabic": "ARABIC", "roman": "ROMAN_LOWER", "none": None}
_PAGE_ENTRIES = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]


class _Words(dict["Word", Codes]):
    """The codes of words, each written out when it is first asked for; none for a word that prints nothing."""

    def __init__(self, fonts: FontBook) -> None:
        super().__init__()
        self._fonts = fonts
        self._faces: dict[FaceInUse, FaceInUse] = {}

    def __missing__(self, word: Word) -> Codes:
        found = self[word] = tuple(
            (self.face(font, size, rise + up * size / 1000), codes)
            for shaped, size, rise in word.pieces
            for font, up, codes in self._fonts.shown(shaped)
        )
        return found

    def face(self, font: str, size: float, rise: float) -> FaceInUse:
        """Return a font at a size and rise: the same object each time, for quick comparing."""
        face = (font, size, rise)
        return self._faces.setdefault(face, face)


class _InFace(dict["Word", str]):
    """The codes of words in one face, of one that prints nothing an empty text; KeyError for a word in other faces."""

    def __init__(self, face: FaceInUse, words: _Words) -> None:
        super().__init__()
        self._face, self._words = face, words

    def __missing__(self, word: Word) -> str:
        pieces = self._words[word]
        if len(pieces) > 1 or any(face is not self._face for face, _ in pieces):
            raise KeyError(word)
        codes = self[word] = "".join(codes for _, codes in pieces)
        return codes


class PageCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas for one document, on which everything drawn belongs to an element (`mark`) or is an artifact.

    The same drawing gives the same bytes. `words` holds the codes of words, each written out once for all places, and
    `cut_words` those for which there is no room in a line, by the identity of the node that they are of.
    """

    def __init__(self, meta: Meta, width: float, height: float) -> None:
        super().__init__(
            BytesIO(),
            pagesize=(width, height),
            pageCompression=1,
            invariant=1,
            pdfVersion=PDF_VERSION,
            lang=meta.language,
        )
        self.meta = meta
        self.setViewerPreference("DisplayDocTitle", "true")
        self._from_right = meta.direction == "rtl"
        self.fonts = FontBook(self._doc)
        self.words = _Words(self.fonts)
        self.cut_words: dict[int, Sequence[str]] = {}
        self._in_face: dict[FaceInUse, _InFace] = {}
        self._entries, self._level = 0, -1
        self._pictures: set[str] = set()
        self._stamps: dict[str, str] = {}
        self._targets: set[str] = set()
        self._owners: list[Owners] = []
        self._on_page: list[Element] = []
        self._marked: Element | None = None
        self._artifacts = 0

    def words_beside(self, word: Word) -> tuple[FaceInUse, Mapping[Word, str]]:
        """Return the face that a word begins in, and the codes of the words in that face; KeyError for any other word.

        A word that prints nothing begins in no face.
        """
        face = next((face for face, _ in self.words[word]), NO_FACE)
        if face not in self._in_face:
            self._in_face[face] = _InFace(face, self.words)
        return face, self._in_face[face]

    def begin(self, width: float, height: float) -> None:
        """Begin a page of a size, in points."""
        self.setPageSize((width, height))

    def across(self, start: float, width: float = 0.0) -> float:
        """Return how far from the left edge of the page something begins that is so wide, and so far from the start.

        The start is the edge of the page where lines begin: the right one where the document runs from there. Whatever
        is laid out counts from it, so that this is the one place where a page is turned round.
        """
        return float(self._pagesize[0]) - start - width if self._from_right else start

    def number(self, page: int, form: Numbers, start: int) -> None:
        """Number the pages from one on, itself counted from 0, in a form from a start (ISO 32000-1, 12.4.2)."""
        self.addPageLabel(page, _LABELS[form], start)

    def mark(self, element: Element | None) -> None:
        """Let what is drawn from here on belong to an element, until the next call or the page's end; None: to none.

        Inside an artifact nothing belongs to an element. Not to be called inside a text object (ISO 32000-1, 14.6.1).
        """
        if element is self._marked or self._artifacts:
            return
        if self._marked is not None:
            self._code.append("EMC")
        self._marked = element
        if element is not None:
            element.attach()
            element.kids.append(Content(self._page, len(self._on_page)))
            actual = f"/ActualText{text_string(element.actual)}" if element.actual and not element.from_right else ""
            self._code.append(f"/{element.kind}<<{actual}/MCID {len(self._on_page)}>>BDC")
            self._on_page.append(element)

    @property
    def marked(self) -> Element | None:
        """The element that what is drawn now belongs to."""
        return self._marked

    @contextmanager
    def artifact(self, kind: Artifact = "layout") -> Iterator[None]:
        """Let what is drawn meanwhile be an artifact (ISO 32000-1, 14.8.2.2), also what is marked as an element's."""
        self.mark(None)
        if not self._artifacts:
            self._code.append(f"/Artifact<<{_ARTIFACTS[kind]}>>BDC")
        self._artifacts += 1
        yield
        self._artifacts -= 1
        if not self._artifacts:
            self._code.append("EMC")

    def figure(self, element: Element, left: float, bottom: float, width: float, height: float) -> None:
        """Let what is drawn from here on belong to a figure that fills a box, until the next call of `mark`."""
        self.mark(element)
        box = " ".join(f"{edge:.2f}" for edge in (left, bottom, left + width, bottom + height))
        element.attributes = f"/O/Layout/Placement/Block/BBox[{box}]"

    def link(self, rect: tuple[float, float, float, float], target: str, element: Element, words: str = "") -> None:
        """Lay a link over a rectangle (left, bottom, right, top), for an element that is a Link.

        The target is an address, or `#` and the id of something in the document. `words` say where it leads, or the
        element's own description does. Inside an artifact there is no link.
        """
        if self._artifacts:
            return
        annotation = LinkAnnotation(rect, target, words or element.alt, len(self._owners), self._destinations)
        self._owners.append(element)
        name = f"link-{len(self._owners)}"
        self._addAnnotation(annotation, name)
        number, _ = self._doc.idToObjectNumberAndVersion[self._doc.annotationName(name)]
        element.attach()
        element.kids.append(Content(self._page, number, is_annotation=True))

    def write(self, operators: str) -> None:
        """Append operators to the content of the page (ISO 32000-1, 7.8.2)."""
        self._code.append(operators)

    def bar(self, left: float, bottom: float, width: float, height: float, digits: str) -> None:
        """Fill a rectangle with a colour, such as a ground or a rule; in points."""
        self._code.append(f"{operands(digits)} rg {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

    def block(self, start: float, bottom: float, width: float, height: float, digits: str) -> None:
        """Fill a rectangle as `bar` does, that is so far from the start of the page."""
        self.bar(self.across(start, width), bottom, width, height, digits)

    def _make_preamble(self) -> None:
        # ReportLab's own would name Helvetica, which would not be embedded.
        self._preamble = "1 0 0 1 0 0 cm"

    def note_cut(self, node: Node | None, words: Sequence[str]) -> None:
        """Keep in mind the words of a node for which there is no room; nothing for none."""
        if words:
            self.cut_words[id(node)] = words

    def outline(self, title: str, level: int, top: float) -> None:
        """Add an outline entry that leads to a height of this page (ISO 32000-1, 12.3.3); levels count from 0."""
        self._entries += 1
        key = f"heading {self._entries}"
        self._level = min(level, self._level + 1)  # drawing can come to a heading before the one that it stands under
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, self._level, closed=True)

    def target(self, name: str, top: float) -> None:
        """Make a height of this page the place that links to `#name` lead to; the first of several counts."""
        if name not in self._targets:
            self._targets.add(name)
            self.bookmarkHorizontalAbsolute(name, top)

    def picture(self, data: bytes, left: float, bottom: float, width: float, height: float) -> None:
        """Draw a PNG or JPEG; the file holds its data once, however often it is drawn."""
        name = sha256(data).hexdigest()
        if name not in self._pictures:
            self._pictures.add(name)
            image, mask = image_objects(name, data)
            if mask:
                image.smask = self._doc.Reference(mask, self._doc.getXObjectName(mask.name))
            self._doc.addForm(name, image)
        self.saveState()
        self.transform(width, 0, 0, height, left, bottom)
        self._draw_form(name)
        self.restoreState()

    def stamp(self, operators: str) -> None:
        """Draw what has the same place on many pages; the file holds its operators once (ISO 32000-1, 8.10)."""
        if operators not in self._stamps:
            self._stamps[operators] = name = f"stamp-{len(self._stamps)}"
            width, height = self._pagesize
            entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {width:.2f} {height:.2f}]/Resources<<>>"
            self._doc.addForm(name, Body(stream(entries, operators.encode("ascii"))))
        self._draw_form(self._stamps[operators])

    def _draw_form(self, name: str) -> None:
        self._formsinuse.append(name)
        self._code.append(f"/{self._doc.getXObjectName(name)} Do")

    def showPage(self) -> None:
        """End a page; its structure is that of the elements drawn on it."""
        self.mark(None)
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = _PAGE_ENTRIES
        page.StructParents, page.Tabs = len(self._owners), "/S"
        # ReportLab itself would wrap the stream in Base85, a quarter longer, unless a global setting forbade it.
        page.Contents = Body(stream("", page.stream.encode("latin-1")))
        page.stream = None
        self._owners.append(self._on_page)
        self._on_page = []

    def finished(self, root: Element, attachment: Attachment | None = None) -> bytes:
        """Return the file, its structure the tree below an element, which is released."""
        self._doc.Outlines.prepare(self._doc, self)
        data = archival(self._doc, root, self._owners, self.meta, attachment)
        self._owners.clear()
        root.release()
        return data

    @property
    def _page(self) -> int:
        """The number of this page, counted from 0 in the order of drawing."""
        return int(self._doc.pageCounter) - 1
