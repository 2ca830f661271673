"""The lines that run along the top and the foot of pages (ECMA-376 17.10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...document import Meta
from ...style.forms import Form
from .. import BETWEEN, LONG_MARKING, Blank, Edge, along
from .. import Words as WordsAlong
from .fields import field
from .properties import tabs
from .watermark import watermark
from .wml import DECLARED, TAB, XML
from .writing import Words, Writing

MARKING = Words(style="Marking")
FIELDS = {Blank.PAGE: "PAGE", Blank.PAGES: "NUMPAGES"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line along pages: whether it is their head or foot, whether only on the first one, and on which form of pages.

    It is as wide as the text there, and bare of all but the marking on pages without numbers.
    """

    part: Edge
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
        first = "first" if self.first else ""
        return f"{self.part}{first.title()}{bare.title()}{'Wide' if self.form.turned else ''}"

    def xml(self, meta: Meta, writing: Writing) -> str:
        """Return its part."""
        root = {"header": "hdr", "footer": "ftr"}[self.part]
        return f"{XML}<w:{root} {DECLARED}>{self._content(meta, writing)}</w:{root}>"

    def _content(self, meta: Meta, writing: Writing) -> str:
        """Return the line: words at the left, in the middle and at the right, the marking last."""
        line = along(self.part, meta, writing.style, self.first, bare=self.form.numbers == "none")
        left, center, right = (_runs(words, self.part, meta, writing) for words in (line.left, line.center, line.right))
        marking = writing.run(meta.marking, MARKING, meta.source)
        between = writing.run(BETWEEN, writing.words(self.part), meta.source) if right and marking else ""
        ends = right + between + marking
        has_middle = bool(center) if self.part == "header" else len(meta.marking) <= LONG_MARKING
        content = left + (TAB + center if has_middle else "") + (TAB + ends if ends else "")
        return _line(self.part.title(), self._behind(meta, writing) + content, self._stops(writing, has_middle))

    def _behind(self, meta: Meta, writing: Writing) -> str:
        """Return the mark of a draft behind the text, which Word anchors in the head; nothing where there is none."""
        style = writing.style
        words = meta.draft_mark if style.draft_watermark and self.form.numbers != "none" else ""
        room = min(self.form.text_width(style), self.form.text_height(style))
        return watermark(words, room, self.name, style) if self.part == "header" else ""

    def _stops(self, writing: Writing, has_middle: bool) -> str:
        """Return tab stops in place of the style's, whose foot has one in the middle; nothing where those hold."""
        measure, wide = writing.style.page.measure, self.form.text_width(writing.style)
        if not self.form.turned:
            if has_middle == (self.part == "footer"):
                return ""
            return tabs(center=measure / 2) if has_middle else tabs(clear=measure / 2)
        cleared = (measure / 2, measure) if self.part == "footer" else (measure,)
        stops = [("clear", points) for points in cleared] + [("center", wide / 2)] * has_middle + [("right", wide)]
        return tabs(*sorted(stops, key=lambda stop: stop[1]))


def lines_of(form: Form, first: bool) -> Iterator[Line]:
    """Return the lines along pages of a form; `first` says that the document's first page is among them."""
    for part in ("header", "footer"):
        yield Line(part, False, form)
        if first:
            yield Line(part, True, form)


def _runs(words: WordsAlong, part: Edge, meta: Meta, writing: Writing) -> str:
    """Return words of a line as runs, a field for the number of a page and of the last one."""
    look = writing.words(part)
    return "".join(
        writing.run(word, look, meta.source)
        if isinstance(word, str)
        else field(FIELDS[word], writing.run("1", look, meta.source))
        for word in words
    )


def _line(style_id: str, content: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{more}</w:pPr>{content}</w:p>'
