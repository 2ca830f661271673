"""The forms of pages: how the sheet lies, how its text is divided into columns, and how it is numbered."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeAlias

from ..document.blocks import PagesForm
from ..frozen import dataclass
from .model import Style

COLUMN_GAP = 20.0
"""The space in points between two columns of text."""

Numbers: TypeAlias = Literal["arabic", "roman", "none"]


@dataclass(frozen=True, slots=True)
class Form:
    """The form of some pages: their numbers, their columns of text, and whether the sheet is turned; sizes in points.

    Pages without numbers have no head and foot but a marking.
    """

    numbers: Numbers = "arabic"
    columns: int = 1
    turned: bool = False

    def within(self, form: PagesForm) -> Form:
        """Return the form of pages inside pages of this form."""
        if form == "cover":
            return replace(self, numbers="none")
        if form == "front":
            return replace(self, numbers="roman")
        return replace(self, columns=2) if form == "columns" else replace(self, columns=1, turned=True)

    def is_same_sheet(self, other: Form) -> bool:
        """Return whether what has the one form can stand on a page of the other."""
        return (self.numbers, self.turned) == (other.numbers, other.turned)

    def size(self, style: Style) -> tuple[float, float]:
        """Return width and height of the sheet."""
        page = style.page
        return (page.height, page.width) if self.turned else (page.width, page.height)

    def text_width(self, style: Style) -> float:
        """Return the width between the side margins."""
        return self.size(style)[0] - style.page.left - style.page.right

    def text_height(self, style: Style) -> float:
        """Return the height between the margins at top and foot."""
        return self.size(style)[1] - style.page.top - style.page.bottom

    def column(self, style: Style) -> float:
        """Return the width of a column; that of the whole text where there is one."""
        return (self.text_width(style) - COLUMN_GAP * (self.columns - 1)) / self.columns


PLAIN = Form()
"""The form of pages that have no form of their own."""
