"""Dates of which less may be known than the day: ISO 8601-2:2019 (EDTF), levels 0 and 1, as far as memos need them.

The library for the whole of EDTF takes longer to import than a memo to make; these few forms are a page of code.
"""

from __future__ import annotations

import calendar
import datetime
import re

from .frozen import dataclass

_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<how>[~?%]?)")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""The numbers of the seasons and their first and last months in the north; winter ends in February."""

OPEN = ".."

FORM = r"_|(?:_|\.\.)?/(?:_|\.\.)?".replace("_", _POINT.pattern)
"""The pattern of a date or a span of time, for editors: one point, or two with a stroke between them."""


@dataclass(frozen=True, slots=True)
class Point:
    """One date as far as it is known.

    `year` keeps its X for digits that are not known; month and day are 0 where not given or not known; `season` is 21
    to 24 (spring to winter) or 0.
    """

    year: str
    month: int = 0
    day: int = 0
    season: int = 0
    about: bool = False
    uncertain: bool = False

    @property
    def earliest(self) -> datetime.date:
        """The first day that can be meant."""
        month = SEASONS[self.season][0] if self.season else self.month or 1
        return datetime.date(int(self.year.replace("X", "0")) or 1, month, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        """The last day that can be meant."""
        year = int(self.year.replace("X", "9"))
        month = SEASONS[self.season][1] if self.season else self.month or 12
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
        return datetime.date(year, month, self.day or calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or a span of time: `written` as the author has it, from `start` to `end`.

    A single date has the same for both; None is an end that is open or not known.
    """

    written: str
    start: Point | None
    end: Point | None

    @property
    def is_span(self) -> bool:
        """Whether it is written as a span."""
        return "/" in self.written

    @property
    def earliest(self) -> datetime.date:
        """The first day that can be meant; the first of all where the start is open."""
        return self.start.earliest if self.start else datetime.date.min

    @property
    def latest(self) -> datetime.date:
        """The last day that can be meant; the last of all where the end is open."""
        return self.end.latest if self.end else datetime.date.max


def edtf(text: str) -> Edtf:
    """Return a date read from its written form; raise ValueError, saying what it is not, for anything else."""
    first, span, last = text.partition("/")
    start = _point(first)
    if not span:
        if start is None:
            raise ValueError("is no date")
        return Edtf(text, start, start)
    end = _point(last)
    if start is None and end is None:
        raise ValueError("has neither a beginning nor an end")
    if start and end and end.latest < start.earliest:
        raise ValueError("ends before it begins")
    return Edtf(text, start, end)


def _point(text: str) -> Point | None:
    """Return one date; None for an open end."""
    if text in (OPEN, ""):
        return None
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError("is no date")
    number = _number(found["month"])
    season = number if number in SEASONS else 0
    about, uncertain = found["how"] in ("~", "%"), found["how"] in ("?", "%")
    if season and found["day"]:
        raise ValueError("has a day in a season")
    point = Point(found["year"], 0 if season else number, _number(found["day"]), season, about, uncertain)
    try:
        _ = point.earliest, point.latest
    except (ValueError, calendar.IllegalMonthError):
        raise ValueError("is no day of the calendar") from None
    return point


def _number(digits: str | None) -> int:
    return int(digits) if digits and digits.isdigit() else 0
