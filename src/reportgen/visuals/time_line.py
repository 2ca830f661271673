"""A time line: an axis of time down the left, true to scale, and the events in words beside it, led to their dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from ..document import Event, TimeLine
from ..frozen import dataclass
from ..style import ColourName
from .drawing import Box, Dot, Drawing, Mark, Path, Shape
from .pen import Pen
from .spread import spread

LEAST_HEIGHT = 110.0
WHEN_SHARE = 0.24
"""The part of the width that the words for a date take."""

BETWEEN_EVENTS = 5.0
AXIS = 30.0
"""Where the axis stands; the years are left of it."""

LANE = 6.0
"""How far the bars of spans of time that overlap stand apart."""

BAR = 4.0
DOT = 6.0
LEADER = 26.0
"""The room for the strokes that lead from the axis to the words."""

STEP = 16.0
"""How far an event without a date stands from its neighbours where no date bounds it."""

LONG_GAP = 6
"""How many times as long as the one in the middle a gap between two days may be before it is cut."""

DOTTED = (1.5, 2.0)

YEAR_DISTANCE = 1.5
"""How many lines of text the years on the axis stand apart at least."""


@dataclass(frozen=True, slots=True)
class _Row:
    """An event with its words: when, and what."""

    event: Event
    when: tuple[str, ...]
    text: tuple[str, ...]

    @property
    def lines(self) -> int:
        return max(len(self.when), len(self.text))


def time_line(node: TimeLine, pen: Pen, width: float) -> Drawing:
    """Return the events in the order of time, those without a date in their place between the others."""
    events = _in_order(node.events)
    lanes = _lanes(events)
    words = AXIS + LANE * (max(lanes, default=0) + 1) + LEADER
    when = min((width - words) * WHEN_SHARE, max((pen.measure(one.when, True) for one in events), default=0.0) + 1)
    text = words + when + 10
    rows = [_Row(one, pen.lines(one.when, when, True), pen.lines(one.text, width - text)) for one in events]
    heights = [row.lines * pen.leading for row in rows]
    height = max(sum(heights) + BETWEEN_EVENTS * max(len(rows) - 1, 0), LEAST_HEIGHT)
    axis = _Axis(events, DOT / 2 + pen.leading / 2, height - DOT / 2 - pen.leading / 2)
    levels = axis.levels()
    # The first line of an event's words is level with its date where there is room.
    wanted = [level + (size - pen.leading) / 2 for level, size in zip(levels, heights, strict=True)]
    middles = spread(wanted, heights, 0.0, height, BETWEEN_EVENTS)
    shapes: list[Shape] = list(axis.drawn(pen))
    for row, lane, level, middle, size in zip(rows, lanes, levels, middles, heights, strict=True):
        top = middle - size / 2
        shapes += _mark(row.event, lane, level, axis, top + pen.leading / 2, words, pen)
        shapes.append(pen.words(row.when, words, top, bold=True))
        shapes.append(pen.words(row.text, text, top))
    return Drawing(width, height, tuple(shapes))


def _in_order(events: Sequence[Event]) -> list[Event]:
    """Return events by their beginnings, each without one behind the event that it follows in the author's order."""
    groups: list[tuple[datetime.date, list[Event]]] = [(datetime.date.min, [])]
    for event in events:
        if _start(event):
            groups.append((_start(event) or datetime.date.min, []))
        groups[-1][1].append(event)
    return [event for _, group in sorted(groups, key=lambda pair: pair[0]) for event in group]


def _start(event: Event) -> datetime.date | None:
    return event.start or event.end


def _lanes(events: Sequence[Event]) -> list[int]:
    """Return the lane of each event: 0 on the axis for a day, further right for spans of time that overlap."""
    busy: list[datetime.date] = []
    found = []
    for event in events:
        if not _is_span(event):
            found.append(0)
            continue
        start, end = event.start or datetime.date.min, event.end or datetime.date.max
        lane = next((at for at, until in enumerate(busy) if until < start), len(busy))
        busy[lane : lane + 1] = [end]
        found.append(lane + 1)
    return found


def _is_span(event: Event) -> bool:
    return _start(event) is not None and event.start != event.end and (event.end is not None or event.open)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The axis of time from the first day of all events to the last, from a top to a bottom."""

    events: Sequence[Event]
    top: float
    bottom: float

    def levels(self) -> list[float]:
        """Return how far down each event begins, those without a date evenly between their neighbours."""
        found: list[float | None] = [self.level(day) if day else None for day in map(_start, self.events)]
        known = [at for at, level in enumerate(found) if level is not None]
        if not known:
            step = (self.bottom - self.top) / max(len(found) - 1, 1)
            return [self.top + step * at for at in range(len(found))]
        done: list[float] = []
        for at, level in enumerate(found):
            before = max((one for one in known if one < at), default=-1)
            after = min((one for one in known if one > at), default=len(found))
            above = self.top if before < 0 else found[before] or 0.0
            below = self.bottom if after == len(found) else found[after] or 0.0
            done.append(level if level is not None else above + (below - above) * (at - before) / (after - before))
        return done

    def level(self, day: datetime.date) -> float:
        """Return how far down a day stands; in the middle where all events are on one day."""
        knots = self._knots()
        whole = knots[-1][1]
        if not whole:
            return (self.dated_top + self.dated_bottom) / 2
        after = next((at for at, (knot, _) in enumerate(knots) if knot >= day), len(knots) - 1)
        (first, start), (last, end) = knots[max(after - 1, 0)], knots[after]
        part = (day - first).days / ((last - first).days or 1)
        return self.dated_top + (self.dated_bottom - self.dated_top) * (start + (end - start) * part) / whole

    def _knots(self) -> list[tuple[datetime.date, float]]:
        """Return the days on which something begins or ends, and how far along the axis each of them is.

        The axis is true to scale but for gaps much longer than most: those are cut, and dotted.
        """
        days = sorted({day for one in self.events for day in (one.start, one.end) if day})
        longest = _longest(days)
        far = list(accumulate((min((b - a).days, longest) for a, b in pairwise(days)), initial=0))
        return list(zip(days, map(float, far), strict=True))

    @property
    def ends(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day."""
        days = [day for one in self.events for day in (one.start, one.end) if day] or [datetime.date.min]
        return min(days), max(days)

    @property
    def dated_top(self) -> float:
        """Where the first day stands: lower where events without a date come before it."""
        endless = any(_is_span(event) and not event.start for event in self.events)
        return self.top + max(self._margin(self.events), STEP * endless)

    @property
    def dated_bottom(self) -> float:
        """Where the last day stands: higher where events without a date come after it."""
        endless = any(_is_span(event) and not event.end for event in self.events)
        return self.bottom - max(self._margin(self.events[::-1]), STEP * endless)

    def _margin(self, events: Sequence[Event]) -> float:
        count = next((at for at, event in enumerate(events) if _start(event)), 0)
        return min(count * STEP, (self.bottom - self.top) / 3)

    def span(self, event: Event) -> tuple[float, float]:
        """Return from where to where a span of time reaches: over the end of the axis where it has no end."""
        top = self.level(event.start) if event.start else self.top
        return top, self.level(event.end) if event.end else self.bottom

    def drawn(self, pen: Pen) -> Iterator[Shape]:
        """Return the axis with the years, dotted where no dates are known."""
        look = pen.style.chart
        dated = any(_start(event) for event in self.events)
        top, bottom = (self.dated_top, self.dated_bottom) if dated else (self.top, self.top)
        width, cuts = look.rule_width * 2, [cut[:2] for cut in self._cuts()] if dated else []
        stops = [top, *(level for cut in cuts for level in cut), bottom]
        for start, end in zip(stops[::2], stops[1::2], strict=True):
            yield Path(points=((AXIS, start), (AXIS, end)), colour="muted", width=width)
        for start, end in ((self.top, top), *cuts, (bottom, self.bottom)):
            if end - start > 0.5:
                yield Path(points=((AXIS, start), (AXIS, end)), colour="muted", width=width, dash=DOTTED)
        yield from self._years(pen) if dated else ()

    def _cuts(self) -> list[tuple[float, float, int]]:
        """Return where the axis is cut, from the top, and the year in which it goes on."""
        days = [day for day, _ in self._knots()]
        longest = _longest(days)
        return [(self.level(a), self.level(b), b.year) for a, b in pairwise(days) if (b - a).days > longest]

    def _years(self, pen: Pen) -> Iterator[Shape]:
        """Return the years, as many of them as find room, where they begin; one alone at the top."""
        first, last = self.ends
        cuts = self._cuts()
        starts = [(self.dated_top, first.year), *((end, year) for _, end, year in cuts)]
        starts += [(self.level(datetime.date(year, 1, 1)), year) for year in range(first.year + 1, last.year + 1)]
        taken, before = -pen.leading, 0
        for level, year in sorted(start for start in starts if not any(a < start[0] < b for a, b, _ in cuts)):
            if level - taken >= pen.leading * YEAR_DISTANCE and year != before:
                yield self._year(str(year), level, pen)
                taken, before = level, year

    def _year(self, year: str, level: float, pen: Pen) -> Shape:
        return pen.words((year,), AXIS - 7, level - pen.leading / 2, "end", "muted")


def _longest(days: Sequence[datetime.date]) -> int:
    """Return the longest gap between days, in days, that is drawn to scale."""
    gaps = sorted((b - a).days for a, b in pairwise(days))
    return LONG_GAP * gaps[len(gaps) // 2] if gaps else 0


def _mark(event: Event, lane: int, level: float, axis: _Axis, line: float, words: float, pen: Pen) -> Iterator[Shape]:
    """Return the mark of an event on the axis, and the stroke that leads from it to its words.

    A dot is a day and a bar a span of time, hollow where they are uncertain or open; a diamond has no date.
    """
    x = AXIS + LANE * lane
    undated = _start(event) is None
    dash = DOTTED if undated or (lane and event.open) else ()
    if lane:
        top, bottom = axis.span(event)
        fill: ColourName = "tint" if event.open else "accent"
        height = max(bottom - top, BAR)
        yield Box(left=x - BAR / 2, top=top, width=BAR, height=height, fill=fill, edge="accent", dash=dash)
    turn = words - LEADER / 2 + 4
    start = (x + BAR / 2, level + 1) if lane else (x + DOT / 2, level)
    points = (start, (turn, line), (words - 4, line))
    look = pen.style.chart
    yield Path(points=points, colour=look.rule, width=look.rule_width, dash=DOTTED if undated else ())
    if not lane:
        mark: Mark = "diamond" if undated else "circle"
        yield Dot(x=x, y=level, size=DOT, mark=mark, colour="accent", hollow=event.open or undated)
