"""The lines that run along the top and the foot of pages (ECMA-376 17.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ...document import Meta
from ...style.forms import Form
from .. import has_long_marking, head_line
from .fields import field
from .properties import tabs
from .watermark import watermark
from .wml import DECLARED, TAB, XML
from .writing import Words, Writing

MARKING = Words(style="Marking")
FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line along pages: whether it is their head or foot, whether only on the first one, and on which form of pages.

    It is as wide as the text there, and bare of all but the marking on pages without numbers.
    """

    part: Literal["header", "footer"]
    first: bool
    form: Form

    @property
    def type(self) -> str:
        """The pages that it stands on, in Word's terms (17.18.36)."""
        return "first" if self.first else "default"

    @property
    def name(self) -> str:
        """The name of its part and of the relationship to that."""
        bare = "bare" if self.form.numbers == "none" else ""
        first = "first" if self.first and self.part == "header" else ""
        return f"{self.part}{first.title()}{bare.title()}{'Wide' if self.form.turned else ''}"

    def xml(self, meta: Meta, writing: Writing) -> str:
        """Return its part."""
        root = {"header": "hdr", "footer": "ftr"}[self.part]
        content = self._head(meta, writing) if self.part == "header" else self._foot(meta, writing)
        return f"{XML}<w:{root} {DECLARED}>{content}</w:{root}>"

    def _head(self, meta: Meta, writing: Writing) -> str:
        """Return the draft mark and the running head at the left, the marking at the right."""
        words = "" if self.form.numbers == "none" else head_line(meta, self.first)
        left = writing.run(words, writing.words("header"), meta.source)
        marking = writing.run(meta.marking, MARKING, meta.source)
        words = meta.draft_mark if writing.style.draft_watermark and self.form.numbers != "none" else ""
        room = min(self.form.text_width(writing.style), self.form.text_height(writing.style))
        behind = watermark(words, room, self.name, writing.style)
        return _line("Header", behind + left + (TAB + marking if marking else ""), self._stops(writing, right=1.0))

    def _foot(self, meta: Meta, writing: Writing) -> str:
        """Return the page's number in the middle, on the left beside a long marking, which stands right."""
        parts = () if self.form.numbers == "none" else re.split(r"(\{pages?\})", meta.page_number)
        number = "".join(_number(part, meta, writing) for part in parts)
        marking = writing.run(meta.marking, MARKING, meta.source)
        if has_long_marking(meta):
            page = writing.style.page
            middle = tabs(clear=page.measure / 2) if not self.form.turned else self._stops(writing, right=1.0)
            return _line("Footer", number + TAB + marking, middle)
        stops = self._stops(writing, center=0.5, right=1.0)
        return _line("Footer", TAB + number + (TAB + marking if marking else ""), stops)

    def _stops(self, writing: Writing, **shares: float) -> str:
        """Return tab stops at shares of a turned page's width, in place of the style's; nothing where those hold."""
        if not self.form.turned:
            return ""
        measure, wide = writing.style.page.measure, self.form.text_width(writing.style)
        cleared = (measure / 2, measure) if self.part == "footer" else (measure,)
        stops = [("clear", points) for points in cleared] + [(name, share * wide) for name, share in shares.items()]
        return tabs(*sorted(stops, key=lambda stop: stop[1]))


def lines_of(form: Form, first: bool) -> Iterator[Line]:
    """Return the lines along pages of a form; `first` says that the document's first page is among them."""
    for part in ("header", "footer"):
        yield Line(part, False, form)
        if first:
            yield Line(part, True, form)


def _number(part: str, meta: Meta, writing: Writing) -> str:
    """Return a part of the page number's pattern: words, or a field."""
    words = writing.words("footer")
    if part not in FIELDS:
        return writing.run(part, words, meta.source)
    return field(FIELDS[part], writing.run("1", words, meta.source))


def _line(style_id: str, content: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{more}</w:pPr>{content}</w:p>'
