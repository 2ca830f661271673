"""Automatic numbers: the forms that Word counts headings and paragraphs in, and what it would print, counted along.

A number that Word would not come to by itself, such as that of an annex, is written as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from string import ascii_lowercase, ascii_uppercase

from ...document import HeadingNumbers
from ...document.numbers import in_letters, in_roman
from ...style import Style
from ...style.looks import heading_look
from .. import NUMBERED_INDENT
from .properties import indent
from .wml import escape, val

LEVELS = 9
WIDE, NARROW, SPACE = 0.62, 0.34, 0.75
"""How wide figures and letters, thin signs, and the space after a number are, as parts of the type size."""

SCHEMES: dict[HeadingNumbers, tuple[tuple[str, str], ...]] = {
    "none": (),
    "decimal": tuple(("decimal", ".".join(f"%{n}" for n in range(1, level + 1))) for level in range(1, LEVELS + 1)),
    "letters": tuple(
        ("decimal" if level % 2 else "lowerLetter", f"%{level}." if level <= 2 else f"(%{level})")
        for level in range(1, LEVELS + 1)
    ),
    "roman": tuple(
        ({1: "upperRoman", 2: "upperLetter"}.get(level, "decimal"), f"%{level}.") for level in range(1, LEVELS + 1)
    ),
}
"""The form of the numbers of each level of headings (17.18.59), and the mark that they stand in (17.9.11)."""

FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": partial(in_letters, alphabet=ascii_lowercase),
    "upperLetter": partial(in_letters, alphabet=ascii_uppercase),
    "upperRoman": lambda number: in_roman(number).upper(),
}
"""What Word prints for a number in each form."""

COUNTED_MARK = re.compile(r"(\D*)(\d+)(\D*)")


@dataclass(slots=True)
class Counting:
    """What Word has counted so far, in the headings of a scheme and in numbered paragraphs.

    `widest` is the width of the widest number of each level of headings, as a part of the type size; `paragraph_mark`
    is what stands before and after the number of a paragraph, None until there is one.
    """

    scheme: HeadingNumbers = "none"
    counts: tuple[int, ...] = (0,) * LEVELS
    paragraphs: int = 0
    paragraph_mark: tuple[str, str] | None = None
    widest: dict[int, float] = field(default_factory=dict)

    def heading(self, level: int, number: str) -> bool:
        """Return whether a heading that has this number would get it from Word, which goes on counting if so."""
        marks = SCHEMES[self.scheme][:level]
        if len(marks) < level:
            return False
        counts = (*self.counts[: level - 1], self.counts[level - 1] + 1, *(0,) * (LEVELS - level))
        printed = marks[-1][1]
        for place, (form, _) in enumerate(marks):
            printed = printed.replace(f"%{place + 1}", FORMS[form](counts[place]) if counts[place] else "")
        if printed != number:
            return False
        self.counts = counts
        self.widest[level] = max(self.widest.get(level, 0.0), _width(number))
        return True

    def paragraph(self, number: str) -> bool:
        """Return whether a paragraph that has this number would get it from Word, which goes on counting if so."""
        found = COUNTED_MARK.fullmatch(number)
        if found is None:
            return False
        before, digits, after = found.groups()
        mark = self.paragraph_mark or (before, after)
        if (before, after) != mark or digits != str(self.paragraphs + 1):
            return False
        self.paragraph_mark = mark
        self.paragraphs += 1
        return True

    def definitions(self, first: int, style: Style) -> str:
        """Return definitions of numbers, with ids from `first`: of headings, of paragraphs, and of what has none."""
        levels = "".join(
            _level(level, form, mark, f"Heading{level}", "tab", _hanging(self._room(level, style)))
            for level, (form, mark) in enumerate(SCHEMES[self.scheme], 1)
        )
        before, after = self.paragraph_mark or ("", ".")
        hanging = _hanging(style.list.indent * NUMBERED_INDENT)
        counted = _level(1, "decimal", f"{before}%1{after}", "NumberedParagraph", "tab", hanging)
        none = _level(1, "none", "", "")
        return "".join(_definition(first + place, one) for place, one in enumerate((levels, counted, none)))

    def _room(self, level: int, style: Style) -> float:
        """Return how far the headings of a level stand from the beginning of their numbers: alike, so by the widest.

        Not a space of an em after the number: Word would take it into the text of references to the heading.
        """
        return (max(self.widest.get(level, 0.0), WIDE) + SPACE) * style.look(heading_look(level)).size


def is_counted(level: int, counting: Counting) -> bool:
    """Return whether the style of headings of a level from 1 counts them."""
    return min(level, LEVELS) <= len(SCHEMES[counting.scheme])


def numbered_indent(style: Style) -> str:
    """Return the indents of a numbered paragraph, its number hanging out to the left of its words."""
    points = style.list.indent * NUMBERED_INDENT
    return indent(points, 0, -points)


def _hanging(points: float) -> str:
    return f"<w:pPr>{indent(points, 0, -points)}</w:pPr>"


def _width(signs: str) -> float:
    """Return about how wide the signs of a number are in bold type, as a part of its size."""
    return sum(NARROW if sign in ".()IiJjl" else WIDE for sign in signs)


def _definition(number: int, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5247_0000 + number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x5247_1000 + number:08X}"/>{levels}</w:abstractNum>'
    )


def _level(level: int, form: str, mark: str, style_id: str, end: str = "nothing", more: str = "") -> str:
    styled = val("pStyle", style_id) if style_id else ""
    return (
        f'<w:lvl w:ilvl="{level - 1}">{val("start", 1)}{val("numFmt", form)}{styled}'
        f"{val('suff', end)}{val('lvlText', escape(mark))}{val('lvlJc', 'left')}{more}</w:lvl>"
    )
