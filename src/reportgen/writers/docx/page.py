"""The lines that run along the top and the foot of pages (ECMA-376 17.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from ...document import Meta
from ...letterhead import Letterhead, field_kinds
from ...style import Style
from ...style.forms import Form
from .. import has_long_marking, head_line
from .fields import field as word_field
from .properties import tabs
from .watermark import watermark
from .wml import DECLARED, NAMESPACES, TAB, XML
from .writing import Words, Writing

MARKING = Words(style="Marking")
PARTS: tuple[Literal["header"], Literal["footer"]] = ("header", "footer")
NUMBERS = re.compile(r"(\{pages?\})")
W = f"{{{NAMESPACES['w']}}}"
FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line along pages: whether it is their head or foot, whether only on the first one, and on which form of pages.

    It is as wide as the text there, and bare of all but the marking on pages without numbers. `even` says that it is
    only for the even ones, on a letterhead that has such.
    """

    part: Literal["header", "footer"]
    first: bool
    form: Form
    even: bool = False
    on_letterhead: bool = False

    @property
    def type(self) -> str:
        """The pages that it stands on, in Word's terms (17.18.36)."""
        return "first" if self.first else "even" if self.even else "default"

    @property
    def name(self) -> str:
        """The name of its part and of the relationship to that."""
        bare = "bare" if self.form.numbers == "none" else ""
        first = "first" if self.first and (self.part == "header" or self.on_letterhead) else ""
        even = "Even" if self.even else ""
        return f"{self.part}{first.title()}{even}{bare.title()}{'Wide' if self.form.turned else ''}"

    def base(self, style: Style) -> str:
        """Return the name of the part of the letterhead that it goes into; empty for none."""
        return _base(self.part, self.type, style.letterhead) if style.letterhead else ""

    def xml(self, meta: Meta, writing: Writing) -> str:
        """Return its part."""
        root = {"header": "hdr", "footer": "ftr"}[self.part]
        there = _there(self.type, writing.style.letterhead)
        content = self._head(meta, writing, there) if self.part == "header" else self._foot(meta, writing, there)
        return f"{XML}<w:{root} {DECLARED}>{content}</w:{root}>"

    def _head(self, meta: Meta, writing: Writing, there: There) -> str:
        """Return the draft mark and the running head at the left, the marking at the right; nothing for none of it."""
        words = "" if self.form.numbers == "none" else head_line(meta, self.first)
        left = writing.run(words, writing.words("header"), meta.source)
        marking = writing.run("" if there.has("header", meta.marking) else meta.marking, MARKING, meta.source)
        words = meta.draft_mark if writing.style.draft_watermark and self.form.numbers != "none" else ""
        room = min(self.form.text_width(writing.style), self.form.text_height(writing.style))
        behind = watermark(words, room, self.name, writing.style)
        if there.is_letterhead and not (behind or left or marking):
            return ""
        return _line("Header", behind + left + (TAB + marking if marking else ""), self._stops(writing, right=1.0))

    def _foot(self, meta: Meta, writing: Writing, there: There) -> str:
        """Return the page's number in the middle, on the left beside a long marking, which stands right."""
        bare = self.form.numbers == "none" or there.is_numbered
        number = "".join(_number(part, meta, writing) for part in re.split(NUMBERS, "" if bare else meta.page_number))
        marking = writing.run("" if there.has("footer", meta.marking) else meta.marking, MARKING, meta.source)
        if there.is_letterhead and not (number or marking):
            return ""
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


@dataclass(frozen=True, slots=True)
class There:
    """What stands along the pages of a letterhead already: its words at head and foot, and whether it numbers them."""

    is_letterhead: bool = False
    is_numbered: bool = False
    words: Mapping[str, str] = field(default_factory=dict)

    def has(self, part: str, words: str) -> bool:
        """Return whether some words stand at the head or foot, whole and alone: TLP:AMBER is not TLP:AMBER+STRICT."""
        whole = rf"(?<![\w+:-]){re.escape(words)}(?![\w+:-])"
        return bool(words) and re.search(whole, self.words.get(part, "")) is not None


def lines_of(form: Form, first: bool, style: Style) -> Iterator[Line]:
    """Return the lines along pages of a form; `first` says that the document's first page is among them."""
    letterhead = style.letterhead
    for part in PARTS:
        line = Line(part, False, form, on_letterhead=letterhead is not None)
        yield line
        if first:
            yield replace(line, first=True)
        if letterhead and letterhead.even:
            yield replace(line, even=True)


def _base(part: str, type: str, letterhead: Letterhead) -> str:
    """Return the name of a letterhead's line for a kind of pages: that of others for the first, if it has none apart.

    Even pages have nothing where theirs is missing, as in Word.
    """
    lines = letterhead.lines
    if type == "first":
        return lines.get((part, "first"), lines.get((part, "default"), ""))
    return lines.get((part, type), "")


def _there(type: str, letterhead: Letterhead | None) -> There:
    if letterhead is None:
        return There()
    names = {part: _base(part, type, letterhead) for part in PARTS}
    trees = {part: letterhead.package.tree(name) for part, name in names.items() if name}
    words: dict[str, str] = {
        part: " ".join("".join(one.itertext(f"{W}t")) for one in tree.iter(f"{W}p")) for part, tree in trees.items()
    }
    return There(True, any("PAGE" in field_kinds(tree) for tree in trees.values()), words)


def _number(part: str, meta: Meta, writing: Writing) -> str:
    """Return a part of the page number's pattern: words, or a field."""
    words = writing.words("footer")
    if part not in FIELDS:
        return writing.run(part, words, meta.source)
    return word_field(FIELDS[part], writing.run("1", words, meta.source))


def _line(style_id: str, content: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{more}</w:pPr>{content}</w:p>'
