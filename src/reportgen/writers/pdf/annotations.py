"""Link annotations (ISO 32000-1, 12.5.6.5), tagged as PDF/UA wants them (ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfbase.pdfdoc import format as formatted

from .structure import text_string

INSIDE = "#"
"""What the targets inside the document begin with."""

PRINTED = 4
"""The only flag that is set (ISO 19005-2, 6.3.2): shown and printed."""

# ISO 32000-1, 12.6.4.7: an address is 7-bit ASCII. What is escaped already or has a meaning in it stays.
_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~-._"


class LinkAnnotation(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A link over a rectangle to an address or to a place in the document, described in words; it formats itself.

    `key` leads to its element in the parent tree. `destinations` are asked when the file is written, when all are
    known; a link to an id that is nowhere leads nowhere.
    """

    __RefOnly__ = 1

    def __init__(
        self,
        rect: tuple[float, float, float, float],
        target: str,
        description: str,
        key: int,
        destinations: Mapping[str, Any],
    ) -> None:
        self.rect, self.target, self.description, self.key = rect, target, description, key
        self.destinations = destinations

    def format(self, document: Any) -> bytes:
        """Return the annotation's dictionary, without a border."""
        box = " ".join(f"{edge:.2f}" for edge in self.rect)
        start = f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F {PRINTED}/StructParent {self.key}"
        words = text_string(self.description or self.target)
        return f"{start}/Contents{words}".encode("latin-1") + self._leads(document) + b">>"

    def _leads(self, document: Any) -> bytes:
        if not self.target.startswith(INSIDE):
            return f"/A<</S/URI/URI{text_string(_address(self.target))}>>".encode("ascii")
        destination = self.destinations.get(self.target.removeprefix(INSIDE))
        return b"/Dest " + formatted(destination, document) if destination else b""


def _address(target: str) -> str:
    """Return an address in ASCII."""
    return quote(target.encode("utf-8", "replace"), safe=_IN_ADDRESS)
