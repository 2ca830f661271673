"""Breaking lines: which of the places where lines may end are taken, so that the whole paragraph looks best.

After D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines (Software: Practice and Experience 11, 1981). All
lengths in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

STRETCH, SHRINK = 0.5, 0.2
"""By which part of its width a blank of justified text is made wider or narrower at most, where lines are good."""

FLEX = 0.01
"""By which part of their width letters are made wider or narrower at most."""

HYPHEN, OTHER = 50.0, 30.0
"""The penalties of a hyphen that is not the author's, and of a line's end after one that is."""

FUZZ = 0.01
"""By how much a line may be too long, for the sake of sums of rounded lengths."""

# The demerits of TeX: of lines of very different tightness on one another, of two hyphens on one another, of one before
# the last line; and ours of a last line that is a scrap.
_CONTRAST, _LADDER, _LAST_HYPHEN, _SCRAP = 10_000.0, 10_000.0, 5_000.0, 20_000.0
_LEAST_LAST = 0.15


class Chance(NamedTuple):
    """A place where a line may end, the text being thought in one long line that begins at 0.

    A line that ends here ends at `end`, its hyphen included and what hangs into the margin not; the next one begins at
    `start`. `end_blank` and `start_blank` are the widths of all blanks before these. `box` and `offset` say where in
    the text this is.
    """

    end: float
    start: float
    end_blank: float
    start_blank: float
    penalty: float
    hyphen: bool
    box: int
    offset: int


class Manner(NamedTuple):
    """What lines may look like: the parts by which blanks and letters give way, the points that any line may lack.

    `tolerance` is how much more than that a line may be stretched: 1 for not at all.
    """

    stretch: float
    shrink: float
    flex: float
    slack: float
    tolerance: float


class _Line(NamedTuple):
    """An end of a line, as the best way to it: the sum of demerits so far, and the line before."""

    start: float
    blank: float
    demerits: float
    tightness: int
    hyphen: bool
    chance: int
    before: _Line | None


def total_fit(chances: Sequence[Chance], first: float, rest: float, manner: Manner) -> list[int] | None:
    """Return at which chances the lines end, the last one among them; None where a line can't be made well.

    `first` and `rest` are the widths of the first line and of the others.
    """
    stretch, _, flex, slack, tolerance = manner
    active = [_Line(0.0, 0.0, 0.0, 1, False, -1, None)]
    begin = begin_blank = 0.0
    width, final = first, len(chances) - 1
    for index, chance in enumerate(chances):
        # Most chances end no line: what stands before them is far too short, and what begins later shorter still.
        end, _, end_blank, _, _, _, _, _ = chance
        natural = end - begin
        give = (end_blank - begin_blank) * stretch + natural * flex + slack
        if width - natural > give * tolerance and index < final:
            continue
        best, overfull = _ways(active, chance, index == final, first, rest, manner)
        del active[:overfull]
        if best:
            bound = min([demerits for demerits, _ in best.values()]) + _CONTRAST
            for tightness, (demerits, before) in sorted(best.items()):
                if demerits <= bound:
                    line = _Line(chance.start, chance.start_blank, demerits, tightness, chance.hyphen, index, before)
                    active.append(line)
        elif not active:
            return None
        if overfull:
            begin, begin_blank, width = active[0].start, active[0].blank, rest
    last = [line for line in active if line.chance == final]
    return _ends(min(last, key=lambda line: line.demerits)) if last else None


def _ways(
    active: Sequence[_Line], chance: Chance, final: bool, first: float, rest: float, manner: Manner
) -> tuple[dict[int, tuple[float, _Line]], int]:
    """Return the best line that ends at a chance for each tightness, and how many lines before are too long now."""
    end, _, end_blank, _, penalty, hyphen, _, _ = chance
    stretch, shrink, flex, slack, tolerance = manner
    best: dict[int, tuple[float, _Line]] = {}
    overfull = 0
    for line in active:
        start, blank, before, tight, after_hyphen, number, _ = line
        natural = end - start
        room = (first if number < 0 else rest) - natural + FUZZ
        if room < 0.0:
            give = (end_blank - blank) * shrink + natural * flex
            if room < -give:
                overfull += 1
                continue
            ratio = room / give
        else:
            ratio = 0.0 if final else room / ((end_blank - blank) * stretch + natural * flex + slack)
            if ratio > tolerance:
                break  # the lines after it begin later still
        tightness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1.0 else 3
        bad = 10.0 + 100.0 * abs(ratio * ratio * ratio)
        demerits = before + bad * bad + penalty * penalty
        if tightness - tight not in (-1, 0, 1):
            demerits += _CONTRAST
        if after_hyphen and (hyphen or final):
            demerits += _LAST_HYPHEN if final else _LADDER
        if final and number >= 0 and natural < rest * _LEAST_LAST:
            demerits += _SCRAP
        known = best.get(tightness)
        if known is None or demerits < known[0]:
            best[tightness] = demerits, line
    return best, overfull


def _ends(line: _Line) -> list[int]:
    ends = []
    found: _Line | None = line
    while found is not None and found.chance >= 0:
        ends.append(found.chance)
        found = found.before
    return ends[::-1]


def first_fit(chances: Sequence[Chance], first: float, rest: float) -> list[int]:
    """Return at which chances the lines end if each takes what it can: at least one step, however narrow it is."""
    ends: list[int] = []
    start, width = 0.0, first
    for index, chance in enumerate(chances):
        if chance.end - start > width and index and (not ends or ends[-1] != index - 1):
            ends.append(index - 1)
            start, width = chances[index - 1].start, rest
    return [*ends, len(chances) - 1] if chances else []
