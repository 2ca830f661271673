"""Pages: what of the story stands on each, and the head and foot of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...document import Meta
from ...style import LookName, Style
from .. import has_long_marking, head_line
from .canvas import Artifact, PageCanvas
from .flow import Flowable
from .fonts import Faces
from .looks import TextLook, text_look
from .text import draw_line, line_width

ELLIPSIS = "…"
"""What stands for the end of a running head that is too long."""

GUTTER = 12.0
"""The least space in points between the head and the marking beside it."""


def paginate(story: Flowable, style: Style) -> tuple[Flowable, ...]:
    """Return what stands on each page, nothing of it drawn yet; one page without content for an empty story."""
    pages: list[Flowable] = []
    rest: Flowable | None = story
    while rest is not None:
        part, rest = rest.split(style.page.measure, style.page.text_height, True) or (rest, None)
        pages.append(part)
    return tuple(pages)


def draw(pages: Sequence[Flowable], furniture: Furniture, canvas: PageCanvas) -> None:
    """Draw what stands on each page, and its head and foot."""
    page = furniture.style.page
    for number, content in enumerate(pages, start=1):
        content.draw(canvas, page.left, page.height - page.top, page.measure)
        furniture.draw(canvas, number, len(pages))
        canvas.showPage()


@dataclass(frozen=True, slots=True)
class Furniture:
    """Head and foot of the pages of a document."""

    meta: Meta
    style: Style
    faces: Faces

    def draw(self, canvas: PageCanvas, number: int, pages: int) -> None:
        """Draw the head and the foot of one page, numbered from 1, of so many."""
        page, marking = self.style.page, self.meta.marking
        words = head_line(self.meta, first=number == 1)
        head, foot = page.height - page.header - self._look("marking").size, page.footer
        left, right = page.left, page.width - page.right
        margin = self._width(marking, "marking") + (GUTTER if marking else 0.0)
        self._draw(canvas, self._fitted(words, page.measure - margin), "header", left, head, "header")
        numbers = self.meta.page_number.replace("{page}", str(number)).replace("{pages}", str(pages))
        middle = (left + right - self._width(numbers, "footer")) / 2
        self._draw(canvas, numbers, "footer", left if has_long_marking(self.meta) else middle, foot, "footer")
        beside = right - self._width(marking, "marking")
        self._draw(canvas, marking, "marking", beside, head, "header")
        self._draw(canvas, marking, "marking", beside, foot, "footer")

    def _fitted(self, text: str, width: float) -> str:
        """Return a text, cut at a word's end where it is wider than the room beside the marking."""
        fitted = text
        while fitted and self._width(fitted, "header") > width:
            fitted = fitted.removesuffix(ELLIPSIS).rpartition(" ")[0]
            fitted = fitted and fitted + ELLIPSIS
        return fitted

    def _draw(self, canvas: PageCanvas, text: str, name: LookName, left: float, base: float, kind: Artifact) -> None:
        if text:
            with canvas.artifact(kind):
                draw_line(canvas, text, self._look(name), self.faces, left, base)

    def _width(self, text: str, name: LookName) -> float:
        return line_width(text, self._look(name), self.faces)

    def _look(self, name: LookName) -> TextLook:
        return text_look(self.style.look(name), self.style)
