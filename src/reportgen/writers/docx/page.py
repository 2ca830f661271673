"""The lines that run along the top and the foot of pages (ECMA-376 17.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING

from ...document import Meta
from ...frozen import dataclass
from ...style import Style
from ...style.forms import Form
from .. import LONG_MARKING, Blank, Edge, along, between
from .. import Words as WordsAlong
from .fields import field as word_field
from .properties import tabs
from .watermark import watermark
from .wml import DECLARED, NAMESPACES, TAB, XML
from .writing import Writing

if TYPE_CHECKING:
    from ...letterhead.paper import Letterhead

PARTS: tuple[Edge, ...] = ("header", "footer")
W = f"{{{NAMESPACES['w']}}}"
NAMED = {"arabic": "", "roman": "Front", "none": "Bare"}
"""What the names of lines say of the numbers of their pages."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line along pages: whether it is their head or foot, whether only on the first one, and on which form of pages.

    It is as wide as the text there, and bare of all but the marking on pages without numbers. `even` says that it is
    only for the even ones, on a letterhead that has such.
    """

    part: Edge
    first: bool
    form: Form
    even: bool = False

    @property
    def type(self) -> str:
        """The pages that it stands on, in Word's terms (17.18.36)."""
        return "first" if self.first else "even" if self.even else "default"

    @property
    def name(self) -> str:
        """The name of its part and of the relationship to that."""
        first, even = "First" if self.first else "", "Even" if self.even else ""
        return f"{self.part}{first}{even}{NAMED[self.form.numbers]}{'Wide' if self.form.turned else ''}"

    def base(self, style: Style) -> str:
        """Return the name of the part of the letterhead that it goes into; empty for none."""
        return _base(self.part, self.type, style.letterhead) if style.letterhead else ""

    def xml(self, meta: Meta, writing: Writing) -> str:
        """Return its part."""
        root = {"header": "hdr", "footer": "ftr"}[self.part]
        return f"{XML}<w:{root} {DECLARED}>{self._content(meta, writing)}</w:{root}>"

    def _content(self, meta: Meta, writing: Writing) -> str:
        """Return words at the left, in the middle and at the right, the marking last, less what a letterhead has."""
        there = _there(self.type, writing.style.letterhead)
        line = along(self.part, meta, writing.style, self.first, bare=self.form.numbers == "none")
        slots = (() if there.tells(words) else words for words in (line.left, line.center, line.right))
        left, center, right = (self._runs(words, meta, writing) for words in slots)
        marked = replace(writing.words(self.part), style="Marking")
        marking = writing.run("" if there.has(self.part, meta.marking) else meta.marking, marked, meta.source)
        apart = writing.run(between(meta), writing.words(self.part), meta.source) if right and marking else ""
        ends, behind = right + apart + marking, self._behind(meta, writing)
        if there.is_letterhead and not (behind or left or center or ends):
            return ""
        has_middle = bool(center) if self.part == "header" else len(meta.marking) <= LONG_MARKING
        content = behind + left + (TAB + center if has_middle else "") + (TAB + ends if ends else "")
        return _line(self.part.title(), content, self._stops(writing, has_middle))

    def _runs(self, words: WordsAlong, meta: Meta, writing: Writing) -> str:
        """Return words of the line as runs, fields among them for numbers of pages and for the section's heading.

        Word knows the section when it lays the pages out: until then the field shows nothing, rather than a wrong one.
        """
        look, numbers = writing.words(self.part), self.form.numbers
        fields = {
            Blank.PAGE: ("PAGE", "1"),
            Blank.PAGES: writing.last_page(numbers),
            Blank.SECTION: (f"STYLEREF {_outermost(writing.style)}", ""),
        }
        done = []
        for word in words:
            text = word if isinstance(word, str) else fields[word][1]
            run = writing.run(text, look, meta.source)
            done.append(run if isinstance(word, str) else word_field(fields[word][0], run))
        return "".join(done)

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

    def tells(self, words: WordsAlong) -> bool:
        """Return whether words with the page's number in them are told already."""
        return self.is_numbered and any(word in (Blank.PAGE, Blank.PAGES) for word in words)


def lines_of(form: Form, first: bool, style: Style) -> Iterator[Line]:
    """Return the lines along pages of a form; `first` says that the document's first page is among them."""
    letterhead = style.letterhead
    for part in PARTS:
        line = Line(part, False, form)
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
    from ...letterhead.fields import field_kinds

    names = {part: _base(part, type, letterhead) for part in PARTS}
    trees = {part: letterhead.package.tree(name) for part, name in names.items() if name}
    words: dict[str, str] = {part: letterhead.words(name) for part, name in names.items()}
    return There(True, any("PAGE" in field_kinds(tree) for tree in trees.values()), words)


def _outermost(style: Style) -> str:
    """Return what STYLEREF (17.16.5.59) is asked for: the style of outermost headings, by number if it is Word's own.

    Word knows its own by the number in every language, and not by name.
    """
    name = style.word_styles.get("heading-1")
    return f'"{name}"' if name else "1"


def _line(style_id: str, content: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{more}</w:pPr>{content}</w:p>'
