"""The draft mark across a page, behind the text: outlines, which nobody copies or hears in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import sqrt

from ...languages.bidi import runs_both_ways
from ...style import Style
from ...style.forms import Form
from .fonts import Faces
from .looks import operands, text_look
from .shaping import Shaped
from .words import setting

SHARE, HIGHEST = 0.75, 0.25
"""How much of the text's width or height the mark takes, and how high it is at most, as parts of the smaller one."""

STRENGTH = 0.25
"""How much of the colour of rules is in that of the mark: text on it keeps its contrast."""

CAPITALS = 0.7
"""How high capitals are, as a part of the type size."""

Point = tuple[float, float]


def watermark(words: str, form: Form, style: Style, faces: Faces) -> str:
    """Return the operators that put words aslant across the text of a page of a form; nothing for none."""
    if not words:
        return ""
    room = min(form.text_width(style), form.text_height(style))
    look = replace(text_look(style.look("title"), style), small_caps=False)  # as in Word
    its, unbroken = setting(look, faces), words.replace(" ", "\u00a0")
    word = its.word_from_right(unbroken) if runs_both_ways(words) else its.word(unbroken)
    pieces = [piece.shaped for piece in word.pieces]
    width = sum(shaped.width for shaped in pieces) / 1000
    if not width:
        return ""
    size = min(room * SHARE / width, room * HIGHEST / CAPITALS)
    outline = " ".join(_outlines(pieces, size / 1000, -width * size / 2, -CAPITALS * size / 2))
    page = style.page
    middle = page.left + form.text_width(style) / 2, page.bottom + form.text_height(style) / 2
    slant = sqrt(0.5)
    turned = f"{slant:.5f} {slant:.5f} {-slant:.5f} {slant:.5f} {middle[0]:.2f} {middle[1]:.2f} cm"
    return f"q {turned} {operands(_faint(style.colour('rule'), style.colour('paper')))} rg {outline} f Q"


def _outlines(pieces: list[Shaped], scale: float, left: float, base: float) -> Iterator[str]:
    """Return the operators of glyphs' outlines (ISO 32000-1, 8.5.2), from the left on a base line."""
    for shaped in pieces:
        for glyph in shaped.glyphs:
            pen = _Pen(shaped.face.scale * scale, (left + glyph.right * scale, base + glyph.up * scale))
            shaped.face.font.draw_glyph_with_pen(glyph.number, pen)
            yield from pen.operators
            left += glyph.advance * scale


class _Pen:
    """What a glyph is drawn with: it notes the operators; the names of its methods are those of fontTools' pens."""

    def __init__(self, scale: float, origin: Point) -> None:
        self.operators: list[str] = []
        self._scale, self._origin, self._at = scale, origin, origin

    def moveTo(self, point: Point) -> None:
        self._note("m", self._placed(point))

    def lineTo(self, point: Point) -> None:
        self._note("l", self._placed(point))

    def curveTo(self, one: Point, other: Point, end: Point) -> None:
        self._note("c", *map(self._placed, (one, other, end)))

    def qCurveTo(self, control: Point, end: Point) -> None:
        """Draw a quadratic curve as the cubic one that it is; PDF has no others."""
        (x, y), (cx, cy), (ex, ey) = self._at, self._placed(control), self._placed(end)
        one = x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3
        other = ex + (cx - ex) * 2 / 3, ey + (cy - ey) * 2 / 3
        self._note("c", one, other, (ex, ey))

    def closePath(self) -> None:
        self.operators.append("h")

    def _note(self, operator: str, *points: Point) -> None:
        self._at = points[-1]
        self.operators.append(" ".join([*(f"{x:.2f} {y:.2f}" for x, y in points), operator]))

    def _placed(self, point: Point) -> Point:
        return self._origin[0] + point[0] * self._scale, self._origin[1] + point[1] * self._scale


def _faint(ink: str, paper: str) -> str:
    """Return a colour mixed of two, all as six hexadecimal digits."""
    pairs = ((int(ink[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(STRENGTH * one + (1 - STRENGTH) * other):02X}" for one, other in pairs)
