"""Paragraphs as lines: words of several looks in a row, the places where lines may end, the lines at a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...style import ResolvedLook
from .breaking import FLEX, FUZZ, HYPHEN, OTHER, SHRINK, STRETCH, Chance, Manner, first_fit, total_fit
from .flow import Notes
from .fonts import Faces
from .looks import TextLook
from .structure import Element
from .words import Cut, Word, setting

if TYPE_CHECKING:
    from .notes import Footnote

LINE_END = "\n"
"""What a run holds where the line is to end."""

LEAST_WIDTH = 1.0
"""The width in points that lines have at least, in a column too narrow for its padding: one character in each."""

ANYWHERE, BEFORE_DASH = 200.0, 3000.0
"""The penalties of a line's end between any two letters of a word wider than the line, and before a dash."""

LESS_RAGGED = 4.0
"""By how many times the slack lines that are not justified are too short at most, where that can be had: what is more
ragged costs more than all penalties, and to try every line like that takes long."""

_TOKENS = re.compile("[ \u00a0]|[^ \u00a0]+")
_DASHES = ("–", "—")


class Ink(NamedTuple):
    """What the words of one run have in common: their look, the element of the structure tree that they belong to.

    `group` is the number of the link or underline that they belong to: neighbours share one, others do not.
    """

    look: TextLook
    element: Element | None
    group: int


class Box(NamedTuple):
    """A word or blank, and how it is inked."""

    ink: Ink
    word: Word


class Line(NamedTuple):
    """What stands in one line: boxes, the last of them a blank if the line ends at one; in points.

    `first` lines have the first line's indent; `last` ones, at the end or before a line end of the author's, are not
    stretched.
    """

    boxes: Sequence[Box]
    first: bool
    last: bool


class Broken:
    """Inked texts broken into lines, anew for each width; `base` is how far below its top a line stands.

    `noted` says whether there are marks of footnotes, `decorated` whether something is underlined, leads somewhere or
    has a ground.
    """

    def __init__(self, inked: Sequence[tuple[str, Ink]], look: ResolvedLook, faces: Faces, base: float) -> None:
        self.base = base
        self.noted = any(ink.look.note for _, ink in inked)
        self.decorated = any(is_decorated(ink) for _, ink in inked)
        self._stretches, self._look = stretches(inked, faces), look
        self._lines: dict[float, list[Line]] = {}

    def lines(self, width: float) -> list[Line]:
        """Return the lines at a width; none for no words."""
        if width not in self._lines:
            rest = max(width - self._look.left - self._look.right, LEAST_WIDTH)
            first = max(rest - self._look.first, LEAST_WIDTH)
            lines: list[Line] = []
            for boxes in self._stretches:
                lines.extend(_lines(boxes, rest if lines else first, rest, self._look, not lines))
            self._lines[width] = lines
        return self._lines[width]

    def notes(self, width: float) -> list[Notes]:
        """Return the footnotes of each line at a width; a mark that two lines share is that of the first."""
        seen: set[Footnote] = set()
        found: list[Notes] = []
        for line in self.lines(width):
            marks = dict.fromkeys(box.ink.look.note for box in line.boxes)
            begun = [note for note in marks if note and note not in seen]
            seen.update(begun)
            found.append(tuple(note for one in begun for note in one.with_inner()))
        return found


def is_decorated(ink: Ink) -> bool:
    """Return whether more than the letters is to be drawn: a ground, an underline, a link."""
    return bool(ink.look.fill or ink.look.underline or ink.look.link)


def stretches(runs: Iterable[tuple[str, Ink]], faces: Faces) -> list[list[Box]]:
    """Return the boxes of texts, a list for each line that the author ends; none for no text."""
    found: list[list[Box]] = [[]]
    for text, ink in runs:
        word = setting(ink.look, faces).word
        for number, line in enumerate(text.split(LINE_END)):
            if number:
                found.append([])
            found[-1].extend([Box(ink, word(token)) for token in _TOKENS.findall(line)])
    return found if found[-1] else found[:-1]


def _lines(boxes: Sequence[Box], first: float, rest: float, look: ResolvedLook, opens: bool) -> Iterator[Line]:
    """Return the lines of a stretch, of widths `first` and `rest`; one without boxes for none."""
    width = sum([word.width for _, word in boxes])
    if width <= first:
        yield Line(boxes, opens, True)
        return
    chances, ends = _broken(boxes, first, rest, look)
    start = (0, 0)
    for end in ends:
        chance = chances[end]
        stop = (chance.box, chance.offset)
        last = end == len(chances) - 1
        yield Line(_between(boxes, start, stop, chance.hyphen), opens and start == (0, 0), last)
        start = stop


def _broken(boxes: Sequence[Box], first: float, rest: float, look: ResolvedLook) -> tuple[list[Chance], list[int]]:
    """Return the chances, and those of them that are taken, with the fewest means that do; the last ones always do."""
    for means, manner in _manners(look, rest):
        chances = _chances(boxes, means, rest, look.align == "justify")
        ends = total_fit(chances, first, rest, manner)
        if ends is not None:
            return chances, ends
    return chances, first_fit(chances, first, rest)


def _manners(look: ResolvedLook, width: float) -> Iterator[tuple[int, Manner]]:
    """Return what lines may look like, from good ones to any, each with the means that it takes: see `_cuts`."""
    if look.align == "justify":
        yield 0, Manner(STRETCH, SHRINK, FLEX, FUZZ, 1.0)
        yield 1, Manner(STRETCH, SHRINK, FLEX, FUZZ, 2.5)
        yield 2, Manner(STRETCH, SHRINK, FLEX, width / 10, 3.0)
    else:
        slack = 2 * look.size
        for tolerance in dict.fromkeys((min(LESS_RAGGED, 0.45 * width / slack), 0.45 * width / slack)):
            yield 0, Manner(0.0, 0.0, 0.0, slack, tolerance)
        yield 2, Manner(0.0, 0.0, 0.0, slack, 0.85 * width / slack)


def _chances(boxes: Sequence[Box], means: int, width: float, hanging: bool) -> list[Chance]:
    """Return the places where lines may end, the end of the text as the last one."""
    found: list[Chance] = []
    place = blank = 0.0
    begun = False  # no line ends at the blanks that indent the first one
    count = len(boxes)
    wide = _wide(boxes, width) if means == 2 else frozenset()
    for index, (_, word) in enumerate(boxes):
        if word.blank:
            if word.breaks and begun and index + 1 < count and (index in wide or not _holds_on(boxes[index + 1])):
                left = boxes[index - 1].word.right if hanging else 0.0
                right = boxes[index + 1].word.left if hanging else 0.0
                penalty = BEFORE_DASH if boxes[index + 1].word.text in _DASHES else 0.0
                end, start = place - left, place + word.width + right
                found.append(Chance(end, start, blank, blank + word.width, penalty, False, index + 1, 0))
            blank += word.width
        else:
            begun = True
            for cut, penalty in _cuts(word, means, index in wide) if means or word.cuts else ():
                end = place + cut.width + cut.hyphen
                if hanging and cut.hyphen:
                    end -= word.setting.hyphen.right
                found.append(Chance(end, place + cut.width, blank, blank, penalty, cut.hyphen > 0, index, cut.after))
        place += word.width
        if index in wide and begun and index + 1 < count and not word.breaks and not boxes[index + 1].word.breaks:
            found.append(Chance(place, place, blank, blank, ANYWHERE, False, index + 1, 0))
    final = boxes[-1].word
    if final.breaks and begun:
        place, blank = place - final.width, blank - final.width
    found.append(Chance(place, place, blank, blank, 0.0, False, count, 0))
    return found


def _holds_on(box: Box) -> bool:
    """Return whether no line ends before a box: a further blank, or the mark of a note."""
    return box.word.blank or box.ink.look.superior


def _wide(boxes: Sequence[Box], width: float) -> frozenset[int]:
    """Return the numbers of the boxes that hold on to one another over more than the width of a line."""
    found: set[int] = set()
    start = 0
    for index, box in enumerate(boxes):
        ends = index + 1 == len(boxes)
        if ends or (box.word.breaks and not _holds_on(boxes[index + 1])):
            held = range(start, index + ends)
            if sum(boxes[one].word.width for one in held) > width:
                found.update(held)
            start = index + 1
    return frozenset(found)


def _cuts(word: Word, means: int, anywhere: bool) -> Iterator[tuple[Cut, float]]:
    """Return where a line may end in a word, in order, with penalties.

    Means 0 are the author's own hyphens, 1 and 2 divisions by the language as well; or else any place.
    """
    found = {cut.after: (cut, OTHER) for cut in word.cuts}
    if means >= 1:
        dear = 2 if word.cuts or word.text[0].isupper() else 1  # compounds and names
        found.update({cut.after: (cut, HYPHEN * dear) for cut in word.divisions() if cut.after not in found})
    if anywhere:
        found = {**{cut.after: (cut, ANYWHERE) for cut in word.everywhere()}, **found}
    return iter([found[after] for after in sorted(found)]) if found else iter(())


def _between(boxes: Sequence[Box], start: tuple[int, int], stop: tuple[int, int], hyphen: bool) -> Sequence[Box]:
    """Return the boxes between two places, those at the ends cut, with a hyphen behind them if there is to be one."""
    (first, after), (last, before) = start, stop
    if first == last:
        return _cut(boxes[first], after, before, hyphen)
    head = _cut(boxes[first], after, None, False) if after else [boxes[first]]
    tail = _cut(boxes[last], 0, before, hyphen) if before else []
    return [*head, *boxes[first + 1 : last], *tail]


def _cut(box: Box, start: int, stop: int | None, hyphen: bool) -> list[Box]:
    """Return a box with some of its characters alone, and a hyphen behind it if there is to be one; none for none."""
    ink, word = box
    kept = [Box(ink, word.setting.word(text))] if (text := word.text[start:stop]) else []
    return [*kept, Box(ink, word.setting.hyphen)] if hyphen else kept
