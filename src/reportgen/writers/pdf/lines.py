"""Paragraphs as lines: words of several looks in a row, the places where lines may end, the lines at a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from ...languages.bidi import levels_of_paragraph
from ...languages.breaks import is_whole
from ...style import ResolvedLook
from .breaking import FLEX, FUZZ, HYPHEN, OTHER, SHRINK, STRETCH, Chance, Manner, first_fit, total_fit
from .flow import Notes
from .fonts import Faces
from .looks import TextLook
from .shaping import JOINERS, SOFT_HYPHEN, visible
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
_CUT = "\ufffc"


class Ink(NamedTuple):
    """What the words of one run have in common: their look, the element of the structure tree that they belong to.

    `group` is the number of the link or underline that they belong to: neighbours share one, others do not.
    """

    look: TextLook
    element: Element | None
    group: int


class Box(NamedTuple):
    """A word or blank, how it is inked, and its level: odd ones run from the right (UAX #9)."""

    ink: Ink
    word: Word
    level: int = 0


class Line(NamedTuple):
    """What stands in one line: boxes, the last of them a blank if the line ends at one; in points.

    `first` lines have the first line's indent; `last` ones, at the end or before a line end of the author's, are not
    stretched. `level` is 0 or 1, as its paragraph runs from the left or the right; None where all of it, as most text,
    runs from the left. `cut` ones end inside a word where it can't be divided, or stick out of their width.
    """

    boxes: Sequence[Box]
    first: bool
    last: bool
    level: int | None = None
    cut: bool = False


class Broken:
    """Inked texts broken into lines, anew for each width; `base` is how far below its top a line stands.

    `noted` says whether there are marks of footnotes, `decorated` whether something is underlined, leads somewhere or
    has a ground. `level` is that of the lines: see `Line`; `against` says that the document runs the other way.
    """

    def __init__(
        self,
        inked: Sequence[tuple[str, Ink]],
        look: ResolvedLook,
        faces: Faces,
        base: float,
        level: int | None = None,
    ) -> None:
        self.base, self.level = base, level
        self.noted = any(ink.look.note for _, ink in inked)
        self.decorated = any(is_decorated(ink) for _, ink in inked)
        self.against = (level == 1) != (faces.direction == "rtl")
        self._stretches, self._look = stretches(inked, faces, level), look
        self._lines: dict[float, list[Line]] = {}

    def lines(self, width: float) -> list[Line]:
        """Return the lines at a width; none for no words."""
        if width not in self._lines:
            rest = max(width - self._look.left - self._look.right, LEAST_WIDTH)
            first = max(rest - self._look.first, LEAST_WIDTH)
            lines: list[Line] = []
            for boxes in self._stretches:
                lines.extend(_lines(boxes, rest if lines else first, rest, self._look, not lines, self.level))
            self._lines[width] = lines
        return self._lines[width]

    def cut_words(self, width: float) -> list[str]:
        """Return the words for which a width is too narrow, whole as the author wrote them; none most often."""
        lines = self.lines(width)
        if not any(line.cut for line in lines):
            return []
        words = "".join(_with_cut(line) for line in lines).replace(SOFT_HYPHEN, "").split(" ")
        return [word.replace(_CUT, "") for word in words if _CUT in word and is_whole(word)]

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


def stretches(runs: Sequence[tuple[str, Ink]], faces: Faces, level: int | None) -> list[list[Box]]:
    """Return the boxes of texts, a list for each line that the author ends; none for no text.

    `level` is that of the whole: see `Line`.
    """
    if level is not None:
        return _both_ways(runs, faces, level)
    found: list[list[Box]] = [[]]
    new = tuple.__new__  # as in `_chances`
    for text, ink in runs:
        its = setting(ink.look, faces)
        word = its.word
        for number, line in enumerate(text.split(LINE_END)):
            if number:
                found.append([])
            found[-1].extend([new(Box, (ink, word(token), 0)) for token in _TOKENS.findall(line)])
        if its.inexact:
            found = [[_told_apart(box) for box in boxes] for boxes in found]
    return found if found[-1] else found[:-1]


def _both_ways(runs: Sequence[tuple[str, Ink]], faces: Faces, level: int) -> list[list[Box]]:
    """Return the boxes of texts that run in both directions, each of them in one direction."""
    found: list[list[Box]] = [[]]
    all_levels = iter(levels_of_paragraph("".join(text for text, _ in runs), level))
    for text, ink in runs:
        its = setting(ink.look, faces)
        for number, line in enumerate(text.split(LINE_END)):
            if number:
                found.append([])
                next(all_levels)
            for token in _TOKENS.findall(line):
                for own_level, part in _in_one_way(zip(token, all_levels, strict=False)):
                    word = its.word_from_right(part) if own_level % 2 and part != " " else its.word(part)
                    found[-1].append(_told_apart(Box(ink, word, own_level)))
    return found if found[-1] else found[:-1]


def _in_one_way(characters: Iterable[tuple[str, int]]) -> list[tuple[int, str]]:
    """Return the parts of a word that run in one direction, each with its level.

    A joiner apart from what it joins has no glyph to stand for it: it goes with the part before it.
    """
    found: list[tuple[int, str]] = []
    for level, pairs in groupby(characters, key=itemgetter(1)):
        part = "".join(character for character, _ in pairs)
        if found and not visible(part).strip("".join(JOINERS)):
            level, before = found.pop()
            part = before + part
        found.append((level, part))
    return found


def belonging(boxes: Iterable[Box], ink: Ink) -> list[Box]:
    """Return boxes in an ink with an element: it, or one inside it where a word must be told, owns what is drawn."""
    return [_told_apart(box._replace(ink=ink)) for box in boxes]


def _told_apart(box: Box) -> Box:
    """Return a box whose element tells what its word stands for, where its glyphs don't."""
    element = box.ink.element
    if element is None or element.actual or not box.word.inexact:
        return box
    return box._replace(ink=box.ink._replace(element=element.standing_for(box.word.meant)))


def _lines(
    boxes: Sequence[Box], first: float, rest: float, look: ResolvedLook, opens: bool, level: int | None
) -> Iterator[Line]:
    """Return the lines of a stretch, of widths `first` and `rest`; one without boxes for none."""
    width = sum([word.width for _, word, _ in boxes])
    if width <= first:
        yield Line(boxes, opens, True, level)
        return
    chances, ends = _broken(boxes, first, rest, look, look.align == "justify" and level is None)
    start, begin, blank, room = (0, 0), 0.0, 0.0, first
    for end in ends:
        chance = chances[end]
        stop = (chance.box, chance.offset)
        last = end == len(chances) - 1
        least = (chance.end - begin) * (1 - FLEX) - (chance.end_blank - blank) * SHRINK
        cut = chance.penalty == ANYWHERE or least > room + FUZZ
        yield Line(_between(boxes, start, stop, chance.hyphen), opens and start == (0, 0), last, level, cut)
        start, begin, blank, room = stop, chance.start, chance.start_blank, rest


def _with_cut(line: Line) -> str:
    """Return the words of a line, but for the marks of notes, with a sign at its end if it is cut."""
    text = "".join(box.word.meant for box in line.boxes if not box.ink.look.superior)
    words = text.rstrip(" ")
    return f"{words}{_CUT if line.cut else ''}{' ' if line.last or words != text else ''}"


def _broken(
    boxes: Sequence[Box], first: float, rest: float, look: ResolvedLook, hanging: bool
) -> tuple[list[Chance], list[int]]:
    """Return the chances, and those of them that are taken, with the fewest means that do; the last ones always do."""
    for means, manner in _manners(look, rest):
        chances = _chances(boxes, means, rest, hanging)
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
    new = tuple.__new__  # that of named tuples is Python's, for what is made more often than anything else
    place = blank = 0.0
    begun = False  # no line ends at the blanks that indent the first one
    count = len(boxes)
    wide = _wide(boxes, width) if means == 2 else frozenset()
    for index, (_, word, _) in enumerate(boxes):
        if word.blank:
            if word.breaks and begun and index + 1 < count:
                ahead = boxes[index + 1].word
                if not ahead.holds_on or index in wide:
                    left, right = (boxes[index - 1].word.right, ahead.left) if hanging else (0.0, 0.0)
                    penalty = BEFORE_DASH if ahead.text in _DASHES else 0.0
                    start = place + word.width
                    where = (place - left, start + right, blank, blank + word.width, penalty, False, index + 1, 0)
                    found.append(new(Chance, where))
            blank += word.width
        else:
            begun = True
            for cut, penalty in _cuts(word, means, index in wide) if means or word.cuts else ():
                end = place + cut.width + cut.hyphen
                if hanging and cut.hyphen:
                    end -= word.setting.hyphen.right
                found.append(Chance(end, place + cut.width, blank, blank, penalty, cut.hyphen > 0, index, cut.after))
        place += word.width
        if index in wide and begun and index + 1 < count and not (word.breaks or boxes[index + 1].word.breaks):
            found.append(Chance(place, place, blank, blank, ANYWHERE, False, index + 1, 0))
    final = boxes[-1].word
    if final.breaks and begun:
        place, blank = place - final.width, blank - final.width
    found.append(Chance(place, place, blank, blank, 0.0, False, count, 0))
    return found


def _wide(boxes: Sequence[Box], width: float) -> frozenset[int]:
    """Return the numbers of the boxes that hold on to one another over more than the width of a line."""
    found: set[int] = set()
    start = 0
    for index, box in enumerate(boxes):
        ends = index + 1 == len(boxes)
        if ends or (box.word.breaks and not boxes[index + 1].word.holds_on):
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
    ink, word, level = box
    if ink.element is not None and ink.element.actual:
        ink = ink._replace(element=ink.element.parent)
    part = word.part(start, stop)
    kept = [_told_apart(Box(ink, part, level))] if part.text else []
    return [*kept, Box(ink, word.setting.hyphen, level)] if hyphen else kept
