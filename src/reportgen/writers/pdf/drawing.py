"""Drawing lines: text objects with the operators of ISO 32000-1, 9.4, grounds, underlines and links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from ...languages.bidi import runs_both_ways, seen
from ...languages.breaks import is_wide
from ...style import ResolvedLook
from .annotations import INSIDE
from .breaking import FLEX, SHRINK, STRETCH
from .canvas import NO_FACE, Codes, FaceInUse, PageCanvas
from .lines import Box, Ink, Line, is_decorated
from .looks import operands
from .structure import Element
from .words import Word

WIDEST_BLANK = 4.0
"""How many times its own width a blank is at most: a line that would need more is left as short as it is."""

_NONE = object()
"""What stands for the element of a text object that has not begun: None is that of what belongs to no element."""

_CODES = re.compile(r"\(((?:\\.|[^\\()])+)\)", re.DOTALL)
_CODE = re.compile(r"(?:\\.|[^\\]){2}", re.DOTALL)
"""The codes of glyphs as they are written: two bytes each, some of them escaped."""

WIDEST_SPREAD = 0.25
"""How far ideographs are set apart at most, in parts of the type size."""

_UNDERLINE_DROP, _UNDERLINE_WIDTH = 0.13, 0.05
_GROUND_DROP, _GROUND_HEIGHT = 0.25, 1.2
"""Underlines and grounds, in parts of the type size."""


class Fit(NamedTuple):
    """How a line is fitted into its width: from `left` to `right`, in points; its letters' scale, its blanks' growth.

    The growth is in parts of a blank's own width. `spread` is added behind each ideograph, in points.
    """

    left: float
    right: float
    scale: float = 1.0
    growth: float = 0.0
    spread: float = 0.0


AS_IT_IS = Fit(0.0, 0.0)
"""How a line is fitted that is to be as wide as it is."""


@dataclass(slots=True)
class Span:
    """A stretch of a line that is inked in one way, from `left` to `right`, in points; its words."""

    ink: Ink
    left: float
    right: float
    words: str = ""


def draw_lines(
    canvas: PageCanvas,
    lines: Sequence[Line],
    look: ResolvedLook,
    left: float,
    base: float,
    width: float,
    decorated: bool,
) -> None:
    """Draw lines into a width, the first on a base line, the others a leading below one another; lengths in points.

    Where nothing in them is `decorated`, nothing but letters is drawn.
    """
    fits = [fit(line, look, width) if decorated or line.level else _fit_of_letters(line, look, width) for line in lines]
    placed = [
        (line, left + fitted.left, base - index * look.leading, fitted)
        for index, (line, fitted) in enumerate(zip(lines, fits, strict=True))
    ]
    spans = [
        (span, line_base)
        for line, start, line_base, fitted in (placed if decorated else ())
        for span in _spans(line.boxes if line.level is None else _seen(line), start, fitted)
    ]
    _draw_bars(canvas, [(span, bottom) for span, bottom in spans if span.ink.look.fill])
    text = TextObject(canvas)
    for line, start, line_base, fitted in placed:
        if line.level is None:
            text.line(line.boxes, start, line_base, fitted)
        else:
            text.line_both_ways(line, fitted, start, line_base)
    text.end()
    _underline(canvas, spans)


def fit(line: Line, look: ResolvedLook, width: float) -> Fit:
    """Return how a line is fitted into a width between the indents of its look, one from the right turned round."""
    if line.level != 1:
        return _fitted(line, look, width)
    # What is aligned to the left begins there: at the right here. What is aligned to the right stands there anyway.
    fitted = _fitted(line._replace(level=0), replace(look, align="left") if look.align == "right" else look, width)
    return fitted._replace(left=width - fitted.right, right=width - fitted.left)


def _fit_of_letters(line: Line, look: ResolvedLook, width: float) -> Fit:
    """Return how the letters of a line from the left are fitted; `right`, which bars alone need, may be any."""
    if look.align != "left":
        return _fitted(line, look, width)
    start = look.left + (look.first if line.first else 0.0)
    return Fit(start, start)


def _fitted(line: Line, look: ResolvedLook, width: float) -> Fit:
    measure = width - look.left - look.right - (look.first if line.first else 0.0)
    start = look.left + (look.first if line.first else 0.0)
    boxes = line.boxes
    natural = sum([word.width for _, word, _ in boxes])
    if boxes and (last := boxes[-1].word).breaks:
        boxes, natural = boxes[:-1], natural - last.width
    if look.align in ("center", "right"):
        start += (measure - natural) / (2 if look.align == "center" else 1)
    if look.align != "justify" or not boxes:
        return Fit(start, start + natural)
    hanging = line.level is None
    start -= boxes[0].word.left if hanging and not line.first else 0.0
    room = look.left + (look.first if line.first else 0.0) + measure - start - natural
    room += boxes[-1].word.right if hanging else 0.0
    blanks = sum([word.width for _, word, _ in boxes if word.blank])
    give = blanks * (STRETCH if room > 0 else SHRINK) + natural * FLEX
    scale = 1.0 + max(-1.0, min(1.0, room / give)) * FLEX if give else 1.0
    growth = (room - natural * (scale - 1.0)) / blanks if blanks else 0.0
    if hanging and room > 0 and not line.last and (growth > 1.0 or not blanks):
        wide = sum([box.word.wide for box in boxes]) - bool(boxes[-1].word.wide)
        if wide > 0 and room <= wide * WIDEST_SPREAD * look.size:
            return Fit(start, start + natural + room, spread=room / wide)
    if growth > WIDEST_BLANK - 1.0 or (line.last and room >= 0):
        return Fit(start, start + natural)
    return Fit(start, start + natural + room, scale, growth)


class TextObject:
    """Text being written to a page, a text object for each stretch of one element.

    Text objects stand inside marked content, never the other way round: an element is marked between two of them.
    """

    def __init__(self, canvas: PageCanvas) -> None:
        self._canvas = canvas
        self._operators: list[str] = []
        self._array: list[str] = []
        self._face: FaceInUse = NO_FACE
        self._colour, self._rise, self._scale = "", 0.0, 1.0
        self._at = (0.0, 0.0)
        self._element: object = _NONE  # that of the text object that has begun

    def line(self, boxes: Sequence[Box], left: float, base: float, fitted: Fit = AS_IT_IS) -> None:
        """Write boxes from the left on a base line, letters and blanks as wide as a fit wants them."""
        if boxes and not fitted.spread and boxes[0].ink is boxes[-1].ink and not boxes[0].word.setting.inexact:
            with suppress(KeyError):  # most lines are of one ink and one face from end to end
                self._in_one_face(boxes, left, base, fitted)
                return
        element: object = _NONE
        begun = 0
        for index, (ink, word, _) in enumerate(boxes):
            if ink.element is not element:
                left += _reach(boxes[begun:index], fitted)
                self._begin(ink.element, left, base, fitted.scale)
                element, begun = ink.element, index
            self._word(word, ink.look.colour, fitted)
        self._show()

    def _in_one_face(self, boxes: Sequence[Box], left: float, base: float, fitted: Fit) -> None:
        """Write boxes of one ink as `line` does; raise KeyError, with nothing written, where they take many faces."""
        ink, word, _ = boxes[0]
        face, codes = self._canvas.words_beside(word)
        if fitted.growth:
            blanks = {word: codes[word] + _move(word, fitted) for _, word, _ in boxes if word.blank}
            shown = "".join([blanks.get(word) or codes[word] for _, word, _ in boxes])
        else:
            shown = "".join([codes[word] for _, word, _ in boxes])
        self._begin(ink.element, left, base, fitted.scale)
        if face is not self._face or ink.look.colour != self._colour:
            self._change(face, ink.look.colour)
        self._array.append(shown)
        self._show()

    def line_both_ways(self, line: Line, fitted: Fit, left: float, base: float) -> None:
        """Write the boxes of a line that runs in both directions, each at its place, in the order of reading.

        Viewers that copy what they see put the words in order by their places and turn round those of an odd level; a
        reader of the structure gets them from the element of each such stretch.
        """
        places = _places(line, fitted, left)
        for (element, from_right), group in groupby(range(len(line.boxes)), lambda n: _stretch(line.boxes[n])):
            numbers = list(group)
            text = "".join(line.boxes[number].word.meant for number in numbers)
            spoken = element.standing_for(text, from_right=True) if element and from_right else element
            self._begin(spoken, places[numbers[0]], base, fitted.scale)
            for number in numbers:
                self._show()
                self._place(places[number], base)
                self._word(line.boxes[number].word, line.boxes[number].ink.look.colour)
            self._show()

    def _word(self, word: Word, digits: str, fitted: Fit = AS_IT_IS) -> None:
        """Write a word in a colour."""
        spread = fitted.spread if word.wide else 0.0
        for face, codes in self._apart(word, spread) if spread else self._canvas.words[word]:
            if face is not self._face or digits != self._colour:
                self._change(face, digits)
            self._array.append(codes)
        if fitted.growth and word.blank:
            self._array.append(_move(word, fitted))

    def end(self) -> None:
        """Write out what is left, and leave letters as wide and as high as before."""
        if self._scale != 1.0:
            self._operators.append("100 Tz")
        if self._rise:
            self._operators.append("0 Ts")
        self._close()

    def _apart(self, word: Word, spread: float) -> Codes:
        """Return the codes of a word with a distance in points behind each ideograph."""
        found = []
        for shaped, size, rise in word.pieces:
            for font, up, codes in self._canvas.fonts.shown(shaped):
                if is_wide(shaped.glyphs[0].characters):
                    codes = _set_apart(codes, f" {-spread / size * 1000:.1f}")
                found.append((self._canvas.words.face(font, size, rise + up * size / 1000), codes))
        return tuple(found)

    def _begin(self, element: Element | None, left: float, base: float, scale: float) -> None:
        """Go on at a place, in a new text object where what comes is of another element."""
        self._show()
        if element is not self._element:
            self._close()
            self._canvas.mark(element)
            self._operators.append("BT")
            self._element, self._at = element, (0.0, 0.0)
        if scale != self._scale:
            self._scale = scale
            self._operators.append(f"{100 * scale:.2f} Tz")
        self._place(left, base)

    def _place(self, left: float, base: float) -> None:
        """Go to the place where a line, or a stretch of one, begins."""
        before, self._at = self._at, (round(left, 2), round(base, 2))
        self._operators.append(f"{self._at[0] - before[0]:.2f} {self._at[1] - before[1]:.2f} Td")

    def _change(self, face: FaceInUse, digits: str) -> None:
        """Change what text is written in: font, size, rise and colour."""
        self._show()
        font, size, rise = face
        if (font, size) != self._face[:2]:
            self._operators.append(f"{font} {size:g} Tf")
        if abs(rise - self._rise) > 0.001:
            self._rise = rise
            self._operators.append(f"{rise:.2f} Ts")
        if digits != self._colour:
            self._colour = digits
            self._operators.append(f"{operands(digits)} rg")
        self._face = face

    def _show(self) -> None:
        if self._array:
            self._operators.append(f"[{''.join(self._array).replace(')(', '')}]TJ")
            self._array.clear()

    def _close(self) -> None:
        """End the text object, if one has begun."""
        if self._element is not _NONE:
            self._operators.append("ET")
            self._canvas.write(" ".join(self._operators))
            self._operators.clear()
            self._element = _NONE


def _move(blank: Word, fitted: Fit) -> str:
    """Return the move behind a blank that makes it wider, in thousandths of the type size, to the left."""
    return f" {-blank.width * fitted.growth / (blank.setting.size * fitted.scale) * 1000:.1f}"


def _reach(boxes: Sequence[Box], fitted: Fit) -> float:
    """Return how far boxes reach from where they begin, in points."""
    _, _, scale, growth, spread = fitted
    widths = [word.width * (scale + growth if word.blank else scale) + word.wide * spread for _, word, _ in boxes]
    return sum(widths)


def _set_apart(codes: str, move: str) -> str:
    """Return codes with a move behind each."""
    return _CODES.sub(lambda found: _CODE.sub(rf"(\g<0>){move}", found[1]), codes)


def _stretch(box: Box) -> tuple[Element | None, int]:
    """Return what the boxes of one stretch have in common: their element, and whether they run from the right."""
    return box.ink.element, box.level % 2


def _seen(line: Line) -> list[Box]:
    """Return the boxes of a line in the order in which they are seen, a blank at its end left out (UAX #9, L1, L2)."""
    boxes = line.boxes[:-1] if line.boxes and line.boxes[-1].word.breaks else line.boxes
    return seen(boxes, [box.level for box in boxes])


def _places(line: Line, fitted: Fit, left: float) -> list[float]:
    """Return where each box of a line begins, in the order of reading; a blank at its end is beyond its last word."""
    found: dict[int, float] = {}
    count = len(line.boxes) - (bool(line.boxes) and line.boxes[-1].word.breaks)
    right = left
    for number in seen(range(count), [box.level for box in line.boxes[:count]]):
        word = line.boxes[number].word
        found[number] = right
        right += word.width * (fitted.scale + (fitted.growth if word.blank else 0.0))
    if count < len(line.boxes):
        found[count] = left - line.boxes[count].word.width * fitted.scale if line.level else right
    return [found[number] for number in range(len(line.boxes))]


def _spans(boxes: Sequence[Box], left: float, fitted: Fit) -> Iterator[Span]:
    """Return the decorated stretches of a line, neighbours of one ink or group joined, without the blank at its end."""
    span: Span | None = None
    for ink, word, _ in boxes:
        right = left + word.width * (fitted.scale + (fitted.growth if word.blank else 0.0)) + word.wide * fitted.spread
        if span is None or span.ink.group != ink.group or span.ink.look.fill != ink.look.fill:
            yield from (span,) if span else ()
            span = Span(ink, left, right) if is_decorated(ink) else None
        if span is not None:
            span.right, span.words = right, span.words + word.text
        left = right
    if span is not None:
        if boxes[-1].word.breaks:
            span.right -= boxes[-1].word.width * (fitted.scale + fitted.growth)
        yield span


def _draw_bars(canvas: PageCanvas, grounds: Iterable[tuple[Span, float]]) -> None:
    for span, base in grounds:
        size = span.ink.look.size
        with canvas.artifact():
            bottom, height = base - _GROUND_DROP * size, _GROUND_HEIGHT * size
            canvas.bar(span.left, bottom, span.right - span.left, height, span.ink.look.fill)


def _underline(canvas: PageCanvas, spans: Iterable[tuple[Span, float]]) -> None:
    """Draw underlines, and make links of what leads somewhere."""
    for span, base in spans:
        look = span.ink.look
        if look.underline:
            with canvas.artifact():
                drop, thickness = _UNDERLINE_DROP * look.size, _UNDERLINE_WIDTH * look.size
                canvas.bar(span.left, base - drop - thickness / 2, span.right - span.left, thickness, look.colour)
        element = _link_element(span.ink.element)
        if look.link and element is not None:
            bottom, top = base - _GROUND_DROP * look.size, base + (_GROUND_HEIGHT - _GROUND_DROP) * look.size
            canvas.link((span.left, bottom, span.right, top), look.link, element, _leading(look.link, span))
            if look.note:
                canvas.target(look.note.mark, top)


def _leading(target: str, span: Span) -> str:
    """Return what says where a link leads: its own words if that is inside the document, else the address.

    Nothing where the words run in both directions: they stand here as they are seen.
    """
    if runs_both_ways(span.words):
        return ""
    return span.words.strip() if target.startswith(INSIDE) else target


def _link_element(element: Element | None) -> Element | None:
    """Return the link that an element is, or is in; None if there is none."""
    while element is not None and element.kind != "Link":
        element = element.parent
    return element
